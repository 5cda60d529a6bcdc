package hourglass.figures;

import hourglass.core.data.Checksums;
import hourglass.core.data.DataFormatException;
import hourglass.core.data.DataOrigin;
import hourglass.core.data.DataSet;
import hourglass.core.data.ImageSet;
import hourglass.figures.ImageFolderListing.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Reads a folder of pictures by class, {@code DIR/<class>/*} or {@code DIR/train/<class>/*} and
 * {@code DIR/test/<class>/*}, as grey images of 28 × 28 pixels; png, jpg, jpeg, gif (first frame) and bmp. Pictures that
 * cannot be read are passed over and named in the remarks.
 */
public final class ImageFolderReader {
    private static final int PIXELS = GreyPicture.SIDE * GreyPicture.SIDE;
    private static final int TEST_SHARE = 6;

    private ImageFolderReader() {}

    /**
     * Reads a folder. Without a test folder one picture in six of each class, at least one, drawn by the seed, is kept
     * for testing.
     *
     * @throws DataFormatException with a sentence for the user if the folder cannot be used
     * @throws IOException if a file cannot be read
     */
    public static DataSet read(Path folder, long seed) throws IOException {
        return read(folder, seed, () -> false);
    }

    /**
     * Like {@link #read(Path, long)}, asking before each picture and while it is decoded whether to give up.
     *
     * @throws CancellationException if {@code cancelled} said so
     */
    public static DataSet read(Path folder, long seed, BooleanSupplier cancelled) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new DataFormatException(folder + (Files.exists(folder) ? " is not a folder." : " does not exist."));
        }
        ImageFolderListing listing = ImageFolderListing.of(folder);
        List<Picture> train = new ArrayList<>(listing.train());
        List<Picture> test = new ArrayList<>(listing.test());
        if (test.isEmpty()) {
            split(listing, seed, train, test);
        }
        List<String> unreadable = new ArrayList<>();
        ImageSet trainSet = decode(train, listing.classNames(), unreadable, cancelled);
        ImageSet testSet = decode(test, listing.classNames(), unreadable, cancelled);
        checkEnough(folder, trainSet, testSet, unreadable);
        Map<String, String> sha256 = Map.of("train", sum(trainSet), "test", sum(testSet));
        Path last = folder.toAbsolutePath().normalize().getFileName();
        String name = last == null ? "Images" : last.toString();
        return new DataSet(
                name, folder.toString(), DataOrigin.IMAGE_FOLDER, sha256, trainSet, testSet, remarks(unreadable));
    }

    private static void checkEnough(Path folder, ImageSet train, ImageSet test, List<String> unreadable)
            throws DataFormatException {
        if (unreadable.isEmpty()) {
            return;
        }
        for (int label = 0; label < train.classCount(); label++) {
            int wanted = label;
            if (IntStream.range(0, train.size()).noneMatch(i -> train.label(i) == wanted)) {
                throw new DataFormatException(train.classNames().get(label) + " in " + folder
                        + " has no picture to learn from that can be read: " + String.join(" ", unreadable));
            }
        }
        if (test.size() == 0) {
            throw new DataFormatException(
                    folder + " has no picture to test with that can be read: " + String.join(" ", unreadable));
        }
    }

    private static List<String> remarks(List<String> unreadable) {
        List<String> remarks = new ArrayList<>();
        if (!unreadable.isEmpty()) {
            int count = unreadable.size();
            remarks.add(count == 1 ? "1 picture was passed over." : count + " pictures were passed over.");
            remarks.addAll(unreadable);
        }
        return remarks;
    }

    private static void split(ImageFolderListing listing, long seed, List<Picture> train, List<Picture> test) {
        train.clear();
        SplittableRandom random = new SplittableRandom(seed);
        for (int label = 0; label < listing.classNames().size(); label++) {
            List<Picture> members = listing.trainOf(label);
            int kept = Math.max(1, members.size() / TEST_SHARE);
            for (int i = 0; i < kept; i++) {
                test.add(members.remove(random.nextInt(members.size())));
            }
            train.addAll(members);
        }
    }

    /** Those that can be read; why others cannot is added to {@code unreadable}, a sentence for each. */
    private static ImageSet decode(
            List<Picture> pictures, List<String> names, List<String> unreadable, BooleanSupplier cancelled)
            throws IOException {
        byte[] pixels = new byte[pictures.size() * PIXELS];
        byte[] labels = new byte[pictures.size()];
        int count = 0;
        for (Picture picture : pictures) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("reading the image folder was cancelled");
            }
            try {
                GreyPicture.decode(picture.file(), pixels, count * PIXELS, cancelled);
                labels[count++] = (byte) picture.label();
            } catch (DataFormatException damaged) {
                unreadable.add(String.valueOf(damaged.getMessage()));
            }
        }
        return ImageSet.of(
                GreyPicture.SIDE,
                GreyPicture.SIDE,
                Arrays.copyOf(pixels, count * PIXELS),
                Arrays.copyOf(labels, count),
                names);
    }

    private static String sum(ImageSet images) {
        return Checksums.ofBytes(images.rawPixels(), images.labels());
    }
}
