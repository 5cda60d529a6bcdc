package hourglass.ui.reconstruct;

import hourglass.core.data.ImageSet;
import hourglass.session.look.Look;
import hourglass.ui.kit.Counts;
import hourglass.ui.kit.Messages;
import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers and networks as this view writes them. */
final class Words {
    /** Stands for a number that is being computed. */
    static final String COMING = "…";
    /** Stands for a number there is none of. */
    static final String NONE = "–";

    private Words() {}

    /** A mean squared error. */
    static String error(double value) {
        return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, value < 0.1 ? "%.4f" : "%.3f", value);
    }

    static String error(OptionalDouble value, String missing) {
        return value.isPresent() ? error(value.getAsDouble()) : missing;
    }

    static String count(int value) {
        return Counts.spaced(value);
    }

    /** Why the network cannot take these images. */
    static String wrongSize(Look look) {
        ImageSet test = look.test();
        return Messages.text(
                "reconstruct.wrong-size",
                expected(look.experiment().model().inputSize()),
                look.data().name(),
                test.width() + "×" + test.height());
    }

    private static String expected(int pixels) {
        int side = (int) Math.round(Math.sqrt(pixels));
        return side * side == pixels
                ? Messages.text("reconstruct.images-of", side + "×" + side)
                : Messages.text("reconstruct.images-of-pixels", Integer.toString(pixels));
    }
}
