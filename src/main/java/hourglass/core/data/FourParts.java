package hourglass.core.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;

/**
 * What a set of images consists of in whatever form it came: images and labels to train with, images and labels to test
 * with, in this order. Knows an official set by its hashes.
 */
final class FourParts {
    private final Path place;
    private final List<IdxFile> files;
    private final List<String> remarks;

    /**
     * With what was read.
     *
     * @param place the file or folder that it was read from
     * @param files training images, training labels, test images, test labels
     * @param remarks what the user should hear of it, a sentence each
     */
    FourParts(Path place, List<IdxFile> files, List<String> remarks) {
        this.place = place;
        this.files = List.copyOf(files);
        this.remarks = remarks;
    }

    List<IdxFile> files() {
        return files;
    }

    /** Which of the parts are this set's. */
    List<Boolean> matching(OfficialSet set) {
        return IntStream.range(0, files.size())
                .mapToObj(i -> set.files().get(i).is(files.get(i)))
                .toList();
    }

    /**
     * The whole set: somebody's own where the classes are named, else one of {@code known} where all parts are, else
     * somebody's own with classes by number.
     *
     * @throws DataFormatException if the parts do not fit together
     */
    DataSet dataSet(Optional<List<String>> names, List<OfficialSet> known) throws DataFormatException {
        checkSizes(files.get(0), files.get(2));
        Optional<OfficialSet> official =
                known.stream().filter(set -> !matching(set).contains(false)).findFirst();
        if (names.isPresent() || official.isEmpty()) {
            return own(names);
        }
        OfficialSet set = official.get();
        return joined(set.name(), DataOrigin.OFFICIAL, set.sums(), set.classNames());
    }

    private static void checkSizes(IdxFile train, IdxFile test) throws DataFormatException {
        if (train.width() != test.width() || train.height() != test.height()) {
            throw new DataFormatException(
                    test.path() + " has images of " + test.width() + "×" + test.height() + " pixels, but "
                            + train.path().getFileName() + " has " + train.width() + "×" + train.height() + ".");
        }
    }

    /** Labels that begin at 1, as those of EMNIST's letters, are counted from there. */
    private DataSet own(Optional<List<String>> named) throws DataFormatException {
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
        Map<String, String> sums = sums();
        subtract(first, train);
        subtract(first, test);
        return joined(name(), DataOrigin.IDX_FOLDER, sums, names);
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

    private DataSet joined(String name, DataOrigin origin, Map<String, String> sums, List<String> classNames)
            throws DataFormatException {
        ImageSet train = IdxReader.join(files.get(0), files.get(1), classNames);
        ImageSet test = IdxReader.join(files.get(2), files.get(3), classNames);
        return new DataSet(name, place.toString(), origin, sums, train, test, List.copyOf(remarks));
    }

    private Map<String, String> sums() {
        Map<String, String> result = new TreeMap<>();
        for (IdxFile file : files) {
            Path inside = file.path().startsWith(place) ? place.relativize(file.path()) : file.path();
            result.put(inside.toString().isEmpty() ? name() : inside.toString(), file.sha256());
        }
        return result;
    }

    private String name() {
        Path whole = place.toAbsolutePath().normalize();
        Path parent = whole.getParent();
        Path telling = whole.endsWith("raw") && parent != null ? parent : whole; // torchvision's NAME/raw
        Path last = telling.getFileName();
        return last == null ? "Images" : last.toString();
    }
}
