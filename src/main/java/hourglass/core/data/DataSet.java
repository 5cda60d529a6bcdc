package hourglass.core.data;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A training and a test set of the same image size and classes, with where they came from.
 *
 * @param name what the window calls it, such as "Fashion-MNIST"
 * @param location the folder it was read from, or a sentence where there is none
 * @param origin the kind of source
 * @param sha256 lower-case hexadecimal SHA-256 by file name (for generated data: by part); never empty
 * @param train images to learn from
 * @param test images to judge by
 * @param remarks what the user should know about the reading, a sentence each: what was passed over, which copy was taken
 */
public record DataSet(
        String name,
        String location,
        DataOrigin origin,
        Map<String, String> sha256,
        ImageSet train,
        ImageSet test,
        List<String> remarks) {
    private static final String TURNED = "turned";

    /** Nothing to remark. */
    public DataSet(
            String name,
            String location,
            DataOrigin origin,
            Map<String, String> sha256,
            ImageSet train,
            ImageSet test) {
        this(name, location, origin, sha256, train, test, List.of());
    }

    /** Checks that both parts agree in size and classes and are not empty. */
    public DataSet {
        if (train.size() == 0 || test.size() == 0) {
            throw new IllegalArgumentException(
                    "expected at least one training and one test image, got " + train.size() + " and " + test.size());
        }
        if (train.width() != test.width() || train.height() != test.height()) {
            throw new IllegalArgumentException("expected test images of " + train.width() + "×" + train.height()
                    + " like the training images, got " + test.width() + "×" + test.height());
        }
        if (!train.classNames().equals(test.classNames())) {
            throw new IllegalArgumentException("expected the same classes in training and test images");
        }
        if (sha256.isEmpty()) {
            throw new IllegalArgumentException("expected at least one checksum");
        }
        sha256 = Collections.unmodifiableMap(new TreeMap<>(sha256));
        remarks = List.copyOf(remarks);
    }

    /** Whether these are the files of an official set. */
    public boolean is(OfficialSet set) {
        return origin == DataOrigin.OFFICIAL && name.equals(set.name());
    }

    /**
     * What is left without a class, in training and test images alike; with a fingerprint of its own.
     *
     * @throws IllegalArgumentException in a sentence for the user if there is no such class, or nothing else
     */
    public DataSet without(String className) {
        int label = train.classNames().indexOf(className);
        if (label < 0) {
            throw new IllegalArgumentException(
                    name + " has no class “" + className + "”; it has " + String.join(", ", train.classNames()) + ".");
        }
        ImageSet fewer = train.without(label);
        ImageSet fewerTests = test.without(label);
        if (fewer.size() == train.size()) {
            throw new IllegalArgumentException("There is no image of the class “" + className
                    + "” among the training images of " + name + ", so nothing can be left out.");
        }
        if (fewer.size() == 0 || fewerTests.size() == 0) {
            throw new IllegalArgumentException(
                    "Without “" + className + "” nothing is left of " + name + ": it has images of no other class.");
        }
        Map<String, String> sums = new TreeMap<>(sha256);
        sums.put("without", Checksums.ofBytes(className.getBytes(StandardCharsets.UTF_8)));
        return new DataSet(name, location, origin, sums, fewer, fewerTests, remarks);
    }

    /**
     * With rows and columns of each image exchanged, as of data that were stored so; turned again they are what they were.
     * With a fingerprint of its own.
     */
    public DataSet turned() {
        Map<String, String> sums = new TreeMap<>(sha256);
        if (sums.remove(TURNED) == null) {
            sums.put(TURNED, Checksums.ofBytes(TURNED.getBytes(StandardCharsets.UTF_8)));
        }
        return new DataSet(name, location, origin, sums, train.turned(), test.turned(), remarks);
    }

    /** Whether rows and columns were exchanged. */
    public boolean isTurned() {
        return sha256.containsKey(TURNED);
    }

    /** The same with other remarks. */
    public DataSet withRemarks(List<String> others) {
        return new DataSet(name, location, origin, sha256, train, test, others);
    }

    /** One line that is equal exactly when the files are: their hashes, in the order of their names. */
    public String fingerprint() {
        return String.join("-", sha256.values());
    }
}
