package hourglass.core.data;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fashion-MNIST, known by the hashes of its four files and not by their names, which MNIST shares.
 *
 * <p>Source: Xiao, Rasul and Vollgraf, "Fashion-MNIST: a Novel Image Dataset for Benchmarking Machine Learning
 * Algorithms", arXiv 1708.07747.
 */
public final class FashionMnist {
    /** What the window calls it. */
    public static final String NAME = "Fashion-MNIST";

    /** Names of the classes by label. */
    public static final List<String> CLASS_NAMES = List.of(
            "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot");

    /** Training images: 60 000 of 28 × 28. */
    public static final OfficialFile TRAIN_IMAGES = new OfficialFile(
            "train-images-idx3-ubyte.gz",
            26_421_880,
            "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84",
            "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888");

    /** Training labels. */
    public static final OfficialFile TRAIN_LABELS = new OfficialFile(
            "train-labels-idx1-ubyte.gz",
            29_515,
            "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845",
            "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9");

    /** Test images: 10 000 of 28 × 28. */
    public static final OfficialFile TEST_IMAGES = new OfficialFile(
            "t10k-images-idx3-ubyte.gz",
            4_422_102,
            "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073",
            "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b");

    /** Test labels. */
    public static final OfficialFile TEST_LABELS = new OfficialFile(
            "t10k-labels-idx1-ubyte.gz",
            5_148,
            "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5",
            "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34");

    /** All four. */
    public static final List<OfficialFile> FILES = List.of(TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES, TEST_LABELS);

    /** TensorFlow's copy first, which has HTTPS, then the one of the data set's authors. */
    public static final List<URI> MIRRORS = List.of(
            URI.create("https://storage.googleapis.com/tensorflow/tf-keras-datasets/"),
            URI.create("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"));

    private FashionMnist() {}

    /**
     * One of the four files.
     *
     * @param name its official name, ending in .gz
     * @param length exact bytes of the gzip file
     * @param sha256 of the gzip file
     * @param contentSha256 of what it unpacks to
     */
    public record OfficialFile(String name, long length, String sha256, String contentSha256) {
        /** The name without .gz. */
        public String plainName() {
            return name.substring(0, name.length() - ".gz".length());
        }
    }

    /** Whether all four names are in a folder, each with or without .gz; contents are not looked at. */
    public static boolean isIn(Path folder) {
        return FILES.stream().allMatch(file -> Files.isRegularFile(locate(folder, file)));
    }

    /**
     * Loads the four files, gzipped or plain. The checksums of the result are those of the official files either way, so
     * the same contents always have the same fingerprint.
     *
     * @throws DataFormatException if a file is damaged or is not Fashion-MNIST's
     * @throws IOException if a file cannot be read
     */
    public static DataSet load(Path folder) throws IOException {
        ImageSet train = part(folder, TRAIN_IMAGES, TRAIN_LABELS);
        ImageSet test = part(folder, TEST_IMAGES, TEST_LABELS);
        Map<String, String> sha256 = new TreeMap<>();
        FILES.forEach(file -> sha256.put(file.name(), file.sha256()));
        return new DataSet(NAME, folder.toString(), DataOrigin.FASHION_MNIST, sha256, train, test);
    }

    private static ImageSet part(Path folder, OfficialFile images, OfficialFile labels) throws IOException {
        IdxFile labelFile = official(IdxReader.labels(locate(folder, labels)), labels);
        IdxFile imageFile = official(IdxReader.images(locate(folder, images)), images);
        return IdxReader.join(imageFile, labelFile, CLASS_NAMES);
    }

    private static IdxFile official(IdxFile found, OfficialFile expected) throws DataFormatException {
        if (!found.sha256().equals(expected.sha256()) && !found.contentSha256().equals(expected.contentSha256())) {
            throw new DataFormatException(found.path().getFileName() + " in "
                    + found.path().toAbsolutePath().getParent()
                    + " is not Fashion-MNIST's file (MNIST's files have the same names); download Fashion-MNIST again, or,"
                    + " to use it as data of your own, put a " + IdxFolder.CLASSES + " with the names of its classes"
                    + " beside it.");
        }
        return found;
    }

    private static Path locate(Path folder, OfficialFile file) {
        Path packed = folder.resolve(file.name());
        Path plain = folder.resolve(file.plainName());
        return !Files.exists(packed) && Files.exists(plain) ? plain : packed;
    }
}
