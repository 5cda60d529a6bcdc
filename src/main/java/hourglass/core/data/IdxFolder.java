package hourglass.core.data;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntBinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A folder of IDX files, found by the beginnings of their names: {@code train-images*}, {@code train-labels*},
 * {@code t10k-images*} or {@code test-images*}, {@code t10k-labels*} or {@code test-labels*}. Files of an official set are
 * known by their hashes and get its name and its classes; others are data of somebody's own.
 */
public final class IdxFolder {
    /** Optional file of class names, UTF-8, one a line in the order of the labels. */
    public static final String CLASSES = "classes.txt";

    private static final int MAX_CLASSES = 256;
    private static final long MAX_CLASSES_BYTES = 1 << 16;
    private static final String TRAIN_IMAGES = "train-images";
    private static final String GZ = ".gz";

    private IdxFolder() {}

    /** Like {@link #load(Path, List)}, with all sets that are known. */
    public static DataSet load(Path folder) throws IOException {
        return load(folder, OfficialSets.ALL);
    }

    /**
     * Loads a folder, or the one folder in it that has such files. With a {@value #CLASSES} the data are somebody's own;
     * without it, files under the official names must be those of one of {@code known}.
     *
     * @throws DataFormatException if files are missing, damaged or do not fit together
     * @throws IOException if a file cannot be read
     */
    public static DataSet load(Path folder, List<OfficialSet> known) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new DataFormatException(folder + (Files.exists(folder) ? " is not a folder." : " does not exist."));
        }
        Path place = onlyPlace(folder);
        IdxFile trainLabels = read(place, IdxReader::labels, "train-labels");
        IdxFile testLabels = read(place, IdxReader::labels, "t10k-labels", "test-labels");
        IdxFile train = read(place, IdxReader::images, TRAIN_IMAGES);
        IdxFile test = read(place, IdxReader::images, "t10k-images", "test-images");
        checkSizes(train, test);
        List<IdxFile> files = List.of(train, trainLabels, test, testLabels);
        for (Path beside : List.of(place, folder)) {
            if (Files.exists(beside.resolve(CLASSES))) {
                return own(place, Optional.of(classNames(beside)), files);
            }
        }
        Optional<OfficialSet> official = known.stream()
                .filter(set -> matching(set, files) == files.size())
                .findFirst();
        if (official.isPresent()) {
            return official(place, official.get(), files);
        }
        if (files.stream().allMatch(IdxFolder::hasOfficialName)) {
            throw strange(place, known, files);
        }
        return own(place, Optional.empty(), files);
    }

    private static DataSet official(Path place, OfficialSet set, List<IdxFile> files) throws IOException {
        return dataSet(set.name(), place, DataOrigin.OFFICIAL, set.sums(), set.classNames(), files);
    }

    /** Labels that begin at 1, as those of EMNIST's letters, are counted from there. */
    private static DataSet own(Path place, Optional<List<String>> named, List<IdxFile> files) throws IOException {
        byte[] train = files.get(1).data();
        byte[] test = files.get(3).data();
        int lowest = Math.min(bound(train, Math::min), bound(test, Math::min));
        int highest = Math.max(bound(train, Math::max), bound(test, Math::max));
        boolean shifted = lowest > 0
                && named.map(names -> names.size() == highest - lowest + 1).orElse(true);
        int first = shifted ? lowest : 0;
        List<String> names = named.orElseGet(() -> IntStream.rangeClosed(first, highest)
                .mapToObj(i -> "Class " + i)
                .toList());
        Map<String, String> sums = sums(files);
        subtract(first, train);
        subtract(first, test);
        return dataSet(name(place), place, DataOrigin.IDX_FOLDER, sums, names, files);
    }

    private static int bound(byte[] labels, IntBinaryOperator choice) {
        return IntStream.range(0, labels.length)
                .map(i -> labels[i] & 0xff)
                .reduce(choice)
                .orElse(0);
    }

    private static void subtract(int first, byte[] labels) {
        for (int i = 0; i < labels.length; i++) {
            labels[i] -= (byte) first;
        }
    }

    private static DataSet dataSet(
            String name,
            Path place,
            DataOrigin origin,
            Map<String, String> sums,
            List<String> classNames,
            List<IdxFile> files)
            throws IOException {
        ImageSet train = IdxReader.join(files.get(0), files.get(1), classNames);
        ImageSet test = IdxReader.join(files.get(2), files.get(3), classNames);
        return new DataSet(name, place.toString(), origin, sums, train, test, remarks(place, files));
    }

    private static List<String> remarks(Path place, List<IdxFile> files) throws IOException {
        Set<String> present = FolderContents.files(place).stream()
                .map(file -> file.getFileName().toString())
                .collect(Collectors.toSet());
        String chosen = files.stream()
                .map(file -> file.path().getFileName().toString())
                .filter(name -> present.contains(name + GZ)
                        || (name.endsWith(GZ) && present.contains(name.substring(0, name.length() - GZ.length()))))
                .collect(Collectors.joining(", "));
        return chosen.isEmpty()
                ? List.of()
                : List.of("Of two copies, packed and plain, these were read: " + chosen + ".");
    }

    private static int matching(OfficialSet set, List<IdxFile> files) {
        return (int) IntStream.range(0, files.size())
                .filter(i -> set.files().get(i).is(files.get(i)))
                .count();
    }

    private static boolean hasOfficialName(IdxFile file) {
        String name = String.valueOf(file.path().getFileName());
        return OfficialSet.FILE_NAMES.contains(name) || OfficialSet.FILE_NAMES.contains(name + GZ);
    }

    /** Files under official names that are no official files: taking them for a set would name the classes wrongly. */
    private static DataFormatException strange(Path place, List<OfficialSet> known, List<IdxFile> files) {
        String wayOut = "; get the set again, or, to use it as data of your own, put a " + CLASSES
                + " with the names of its classes beside it.";
        OfficialSet nearest = known.stream()
                .max(Comparator.comparing(set -> matching(set, files)))
                .orElseThrow();
        int first = IntStream.range(0, files.size())
                .filter(i -> !nearest.files().get(i).is(files.get(i)))
                .findFirst()
                .orElseThrow();
        String file = files.get(first).path().getFileName() + " in " + place.toAbsolutePath();
        if (matching(nearest, files) > 0) {
            return new DataFormatException(
                    file + " is not " + nearest.name() + "'s file, though others beside it are" + wayOut);
        }
        String names = known.stream().map(OfficialSet::name).collect(Collectors.joining(", "));
        String packedOnly = known.stream()
                .filter(OfficialSet::isKnownPackedOnly)
                .map(set -> " (" + set.name() + " is known by its .gz files only)")
                .collect(Collectors.joining());
        return new DataFormatException(
                file + " is no file of the sets that Hourglass knows under this name: " + names + packedOnly + wayOut);
    }

    /** The folders with such files: the folder itself, or else those in it, at most two levels down. */
    public static List<Path> places(Path folder) throws IOException {
        if (!matches(folder, TRAIN_IMAGES).isEmpty()) {
            return List.of(folder);
        }
        List<Path> places = new ArrayList<>();
        for (Path below : FolderContents.folders(folder)) {
            if (!matches(below, TRAIN_IMAGES).isEmpty()) {
                places.add(below);
            }
            for (Path deeper : FolderContents.folders(below)) {
                if (!matches(deeper, TRAIN_IMAGES).isEmpty()) {
                    places.add(deeper);
                }
            }
        }
        return places;
    }

    private static Path onlyPlace(Path folder) throws IOException {
        List<Path> places = places(folder);
        if (places.size() > 1) {
            throw new DataFormatException(folder + " has several data sets: "
                    + places.stream().map(Path::toString).collect(Collectors.joining(", ")) + "; choose one of them.");
        }
        return places.isEmpty() ? folder : places.get(0);
    }

    private interface Reader {
        IdxFile read(Path file) throws IOException;
    }

    /** Reads the one file of a kind; of a packed copy and a plain one, the packed, by which sets are known, if it is whole. */
    private static IdxFile read(Path folder, Reader reader, String... beginnings) throws IOException {
        List<Path> found = matches(folder, beginnings);
        if (found.isEmpty()) {
            throw new DataFormatException(
                    folder + " has no file whose name starts with " + String.join(" or ", beginnings) + ".");
        }
        if (found.size() == 1) {
            return reader.read(found.get(0));
        }
        Path plain = found.get(0);
        Path packed = found.get(1);
        if (found.size() > 2 || !packed.equals(plain.resolveSibling(plain.getFileName() + GZ))) {
            throw new DataFormatException(folder + " has both " + plain.getFileName() + " and " + packed.getFileName()
                    + "; keep one of them.");
        }
        try {
            return reader.read(packed);
        } catch (DataFormatException damaged) {
            return reader.read(plain);
        }
    }

    private static List<Path> matches(Path folder, String... beginnings) throws IOException {
        return FolderContents.files(folder).stream()
                .filter(file -> hasName(file, beginnings))
                .toList();
    }

    private static boolean hasName(Path file, String... beginnings) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".part") || name.endsWith(".lock")) {
            return false; // left behind by a download
        }
        return Stream.of(beginnings).anyMatch(name::startsWith);
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

    private static Map<String, String> sums(List<IdxFile> files) {
        Map<String, String> result = new TreeMap<>();
        for (IdxFile file : files) {
            result.put(String.valueOf(file.path().getFileName()), file.sha256());
        }
        return result;
    }

    private static String name(Path folder) {
        Path whole = folder.toAbsolutePath().normalize();
        Path parent = whole.getParent();
        Path telling = whole.endsWith("raw") && parent != null ? parent : whole; // torchvision's NAME/raw
        Path last = telling.getFileName();
        return last == null ? "Images" : last.toString();
    }
}
