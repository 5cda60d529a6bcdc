package hourglass.core.data;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder of somebody's own IDX files, found by the beginnings of their names: {@code train-images*},
 * {@code train-labels*}, {@code t10k-images*} or {@code test-images*}, {@code t10k-labels*} or {@code test-labels*}.
 */
public final class IdxFolder {
    /** Optional file of class names, UTF-8, one a line in the order of the labels. */
    public static final String CLASSES = "classes.txt";

    private static final int MAX_CLASSES = 256;
    private static final long MAX_CLASSES_BYTES = 1 << 16;

    private IdxFolder() {}

    /**
     * Loads a folder. Official names without {@value #CLASSES} must be Fashion-MNIST.
     *
     * @throws DataFormatException if files are missing, damaged or do not fit together
     * @throws IOException if a file cannot be read
     */
    public static DataSet load(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new DataFormatException(folder + (Files.exists(folder) ? " is not a folder." : " does not exist."));
        }
        boolean named = Files.exists(folder.resolve(CLASSES));
        if (!named && FashionMnist.isIn(folder)) {
            return FashionMnist.load(folder);
        }
        IdxFile trainLabels = IdxReader.labels(find(folder, "train-labels"));
        IdxFile testLabels = IdxReader.labels(find(folder, "t10k-labels", "test-labels"));
        IdxFile train = IdxReader.images(find(folder, "train-images"));
        IdxFile test = IdxReader.images(find(folder, "t10k-images", "test-images"));
        checkSizes(train, test);
        List<String> names = named ? classNames(folder) : numbered(trainLabels.data(), testLabels.data());
        ImageSet trainSet = IdxReader.join(train, trainLabels, names);
        ImageSet testSet = IdxReader.join(test, testLabels, names);
        return new DataSet(
                name(folder),
                folder.toString(),
                DataOrigin.IDX_FOLDER,
                sums(train, trainLabels, test, testLabels),
                trainSet,
                testSet);
    }

    /** Whether a folder has files of these names; contents are not looked at. */
    public static boolean isIn(Path folder) throws IOException {
        return Files.isDirectory(folder) && !matches(folder, "train-images").isEmpty();
    }

    private static Path find(Path folder, String... beginnings) throws IOException {
        List<Path> found = matches(folder, beginnings);
        if (found.isEmpty()) {
            throw new DataFormatException(
                    folder + " has no file whose name starts with " + String.join(" or ", beginnings) + ".");
        }
        if (found.size() > 1) {
            throw new DataFormatException(folder + " has both " + found.get(0).getFileName() + " and "
                    + found.get(1).getFileName() + "; keep one of them.");
        }
        return found.get(0);
    }

    private static List<Path> matches(Path folder, String... beginnings) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> hasName(file, beginnings)).sorted().forEach(found::add);
        }
        return found;
    }

    private static boolean hasName(Path file, String... beginnings) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".part") || name.endsWith(".lock")) {
            return false; // left behind by a download
        }
        for (String beginning : beginnings) {
            if (name.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    private static void checkSizes(IdxFile train, IdxFile test) throws DataFormatException {
        if (train.width() != test.width() || train.height() != test.height()) {
            throw new DataFormatException(
                    test.path() + " has images of " + test.width() + "×" + test.height() + " pixels, but "
                            + train.path().getFileName() + " has " + train.width() + "×" + train.height() + ".");
        }
    }

    private static List<String> classNames(Path folder) throws IOException {
        Path file = folder.resolve(CLASSES);
        if (!Files.isRegularFile(file) || Files.size(file) > MAX_CLASSES_BYTES) {
            throw new DataFormatException(file + " is not a short text file of class names.");
        }
        List<String> names;
        try {
            names = new ArrayList<>(Files.readAllLines(file, StandardCharsets.UTF_8));
        } catch (CharacterCodingException e) {
            throw new DataFormatException(file + " is not UTF-8 text; save it as UTF-8.", e);
        }
        names.replaceAll(name -> name.replace("\uFEFF", "").strip());
        while (!names.isEmpty() && names.get(names.size() - 1).isEmpty()) {
            names.remove(names.size() - 1);
        }
        if (names.isEmpty() || names.size() > MAX_CLASSES || names.contains("")) {
            throw new DataFormatException(
                    file + " must have 1 to " + MAX_CLASSES + " class names, one a line, without empty lines between.");
        }
        return names;
    }

    private static List<String> numbered(byte[]... labels) {
        int highest = 0;
        for (byte[] part : labels) {
            for (byte label : part) {
                highest = Math.max(highest, label & 0xff);
            }
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i <= highest; i++) {
            names.add("Class " + i);
        }
        return names;
    }

    private static Map<String, String> sums(IdxFile... files) {
        Map<String, String> result = new TreeMap<>();
        for (IdxFile file : files) {
            result.put(String.valueOf(file.path().getFileName()), file.sha256());
        }
        return result;
    }

    private static String name(Path folder) {
        Path last = folder.toAbsolutePath().normalize().getFileName();
        return last == null ? "Images" : last.toString();
    }
}
