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
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Reads a folder of pictures by class, {@code DIR/<class>/*} or {@code DIR/train/<class>/*} and
 * {@code DIR/test/<class>/*}, as grey images of 28 × 28 pixels; png, jpg, jpeg, gif (first frame) and bmp.
 */
public final class ImageFolderReader {
    private static final int PIXELS = GreyPicture.SIDE * GreyPicture.SIDE;
    private static final int TEST_SHARE = 6;

    private ImageFolderReader() {}

    /**
     * Reads a folder. Without a test folder one picture in six of each class, at least one, drawn by the seed, is kept
     * for testing.
     *
     * @throws DataFormatException with a sentence for the user if the folder or a picture cannot be used
     * @throws IOException if a file cannot be read
     */
    public static DataSet read(Path folder, long seed) throws IOException {
        return read(folder, seed, () -> false);
    }

    /**
     * Like {@link #read(Path, long)}, asking before each picture whether to give up.
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
        ImageSet trainSet = decode(train, listing.classNames(), cancelled);
        ImageSet testSet = decode(test, listing.classNames(), cancelled);
        Map<String, String> sha256 = Map.of("train", sum(trainSet), "test", sum(testSet));
        Path last = folder.toAbsolutePath().normalize().getFileName();
        String name = last == null ? "Images" : last.toString();
        return new DataSet(name, folder.toString(), DataOrigin.IMAGE_FOLDER, sha256, trainSet, testSet);
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

    private static ImageSet decode(List<Picture> pictures, List<String> names, BooleanSupplier cancelled)
            throws IOException {
        byte[] pixels = new byte[pictures.size() * PIXELS];
        byte[] labels = new byte[pictures.size()];
        for (int i = 0; i < labels.length; i++) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("reading the image folder was cancelled");
            }
            labels[i] = (byte) pictures.get(i).label();
            GreyPicture.decode(pictures.get(i).file(), pixels, i * PIXELS);
        }
        return ImageSet.of(GreyPicture.SIDE, GreyPicture.SIDE, pixels, labels, names);
    }

    private static String sum(ImageSet images) {
        return Checksums.ofBytes(images.rawPixels(), images.labels());
    }
}
