package hourglass.ui.kit;

import hourglass.engine.model.Progress;
import java.util.Locale;

/** Whole numbers as people read them. */
public final class Counts {
    private Counts() {}

    /** How far a training has come, such as "3 epochs", or "120 batches" before the first is complete. */
    public static String trained(Progress progress) {
        return progress.epochs() == 0 && progress.iteration() > 0
                ? batches(progress.iteration())
                : epochs(progress.epochs());
    }

    /** In groups of three with spaces that no line breaks at: 60 000. */
    public static String spaced(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', '\u00a0');
    }

    /** "1 epoch", "3 epochs". */
    public static String epochs(long count) {
        return count == 1 ? Messages.text("count.epoch") : Messages.text("count.epochs", spaced(count));
    }

    /** "1 batch", "3 batches". */
    public static String batches(long count) {
        return count == 1 ? Messages.text("count.batch") : Messages.text("count.batches", spaced(count));
    }

    /** "1 image", "60 000 images". */
    public static String images(long count) {
        return count == 1 ? Messages.text("count.image") : Messages.text("count.images", spaced(count));
    }

    /** "1 test image", "10 000 test images". */
    public static String testImages(long count) {
        return count == 1 ? Messages.text("count.test-image") : Messages.text("count.test-images", spaced(count));
    }

    /** "1 training image", "60 000 training images". */
    public static String trainingImages(long count) {
        return count == 1
                ? Messages.text("count.training-image")
                : Messages.text("count.training-images", spaced(count));
    }

    /** "1 number", "64 numbers". */
    public static String numbers(long count) {
        return count == 1 ? Messages.text("count.number") : Messages.text("count.numbers", spaced(count));
    }

    /** "1 iteration", "750 iterations". */
    public static String iterations(long count) {
        return count == 1 ? Messages.text("count.iteration") : Messages.text("count.iterations", spaced(count));
    }

    /** "1 map", "5 maps". */
    public static String maps(long count) {
        return count == 1 ? Messages.text("count.map") : Messages.text("count.maps", spaced(count));
    }
}
