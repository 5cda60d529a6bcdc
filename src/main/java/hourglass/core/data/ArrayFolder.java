package hourglass.core.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Images as arrays and tables: {@code .npz} and {@code .npy} as Keras, KMNIST and MedMNIST have them, and {@code .csv} as
 * Kaggle has it. What is training and what is test is told from the names; a table without a test one beside it gives
 * every sixth line.
 */
public final class ArrayFolder {
    private static final int MAX_ARRAYS = 64;
    private static final int HELD_OUT = 6;
    private static final List<String> TEST = List.of("test", "t10k");

    private final Path place;
    private final List<Path> files;
    private final BooleanSupplier cancelled;
    private final List<IdxFile> arrays = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    private ArrayFolder(Path place, List<Path> files, BooleanSupplier cancelled) {
        this.place = place;
        this.files = files;
        this.cancelled = cancelled;
    }

    /** Whether a file, or a folder by the files in it, is of this kind. */
    public static boolean has(Path place) throws IOException {
        return !files(place).isEmpty();
    }

    private static List<Path> files(Path place) throws IOException {
        List<Path> all = Files.isDirectory(place) ? FolderContents.files(place) : List.of(place);
        return all.stream()
                .filter(file -> endsWith(file, ".npz") || endsWith(file, ".npy") || endsWith(file, ".csv"))
                .toList();
    }

    private static boolean endsWith(Path file, String ending) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(ending);
    }

    /**
     * Loads a file or a folder of them. Contents of an official set are known by their hashes.
     *
     * @param cancelled asked again and again; ends the reading with a {@link java.util.concurrent.CancellationException}
     * @throws DataFormatException with a sentence for the user if they are not what they should be
     * @throws IOException if a file cannot be read
     */
    public static DataSet load(Path place, List<OfficialSet> known, BooleanSupplier cancelled) throws IOException {
        return new ArrayFolder(place, files(place), cancelled).load(known);
    }

    private DataSet load(List<OfficialSet> known) throws IOException {
        for (Path file : files) {
            if (endsWith(file, ".csv")) {
                for (IdxFile part : CsvReader.read(file, cancelled)) {
                    keep(file, part);
                }
            } else if (endsWith(file, ".npy")) {
                try (InputStream in = WatchedStream.open(file, cancelled)) {
                    keep(file, NpyReader.read(file, in, Files.size(file)));
                }
            } else {
                readZip(file);
            }
        }
        FourParts parts = new FourParts(place, parts(), remarks);
        Path beside = Files.isDirectory(place) ? place : place.toAbsolutePath().getParent();
        Optional<List<String>> names = beside == null ? Optional.empty() : IdxFolder.classNames(beside);
        return parts.dataSet(names, known);
    }

    private void readZip(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<? extends ZipEntry> entries = zip.stream()
                    .filter(entry -> entry.getName().endsWith(".npy"))
                    .toList();
            if (entries.isEmpty() || entries.size() > MAX_ARRAYS) {
                throw new DataFormatException(
                        file + " has " + entries.size() + " arrays, expected 1 to " + MAX_ARRAYS + ".");
            }
            long left = Files.size(file); // entries that share their bytes are a way to pretend to more
            for (ZipEntry entry : entries) {
                long packed = Math.max(1, entry.getCompressedSize());
                left -= packed;
                if (left < 0) {
                    throw new DataFormatException(file + " says that its arrays have more bytes than the file.");
                }
                try (InputStream in = WatchedStream.of(zip.getInputStream(entry), cancelled)) {
                    String key = entry.getName().substring(0, entry.getName().length() - ".npy".length());
                    keep(file, NpyReader.read(file.resolve(key.replace('/', '_')), in, packed));
                }
            }
        } catch (ZipException damaged) {
            throw new DataFormatException(file + " is damaged or no npz file; get it again.", damaged);
        }
    }

    /** Together they fill at most half of the memory. */
    private void keep(Path file, IdxFile array) throws DataFormatException {
        arrays.add(array);
        long held = arrays.stream().mapToLong(each -> each.data().length).sum();
        long room = Runtime.getRuntime().maxMemory() / 2;
        if (held > room) {
            throw new DataFormatException("The arrays up to " + file + " have " + held
                    + " numbers, but there is memory for " + room + " only; give Java more with -Xmx, or use fewer.");
        }
    }

    private List<IdxFile> parts() throws DataFormatException {
        Predicate<IdxFile> test = array -> TEST.stream().anyMatch(nameOf(array)::contains);
        Predicate<IdxFile> train = test.negate().and(array -> !nameOf(array).contains("val"));
        if (arrays.stream().noneMatch(test)) {
            return heldOut(one("training images", train, true), one("training labels", train, false));
        }
        return List.of(
                one("training images", train, true),
                one("training labels", train, false),
                one("test images", test, true),
                one("test labels", test, false));
    }

    /** By file and key, as in {@code kmnist-train-imgs.npz} with {@code arr_0} and {@code mnist.npz} with {@code x_train}. */
    private String nameOf(IdxFile array) {
        Path inside = place.toAbsolutePath().relativize(array.path().toAbsolutePath());
        Path file = array.path().getFileName();
        return (inside + " " + file).toLowerCase(Locale.ROOT);
    }

    private IdxFile one(String what, Predicate<IdxFile> which, boolean images) throws DataFormatException {
        List<IdxFile> found = arrays.stream()
                .filter(which)
                .filter(array -> array.hasImages() == images)
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        String seen = found.isEmpty() ? "no" : "several";
        throw new DataFormatException(place + " has " + seen + " " + what
                + "; expected one array of images and one of labels to train with and to test with, as in x_train,"
                + " y_train, x_test, y_test.");
    }

    private List<IdxFile> heldOut(IdxFile images, IdxFile labels) {
        remarks.add("There are no test images; every sixth of the images is kept for testing.");
        return Stream.of(false, true)
                .flatMap(test -> Stream.of(images.every(HELD_OUT, test), labels.every(HELD_OUT, test)))
                .toList();
    }
}
