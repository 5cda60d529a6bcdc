package hourglass.ui.reconstruct;

import hourglass.core.data.ImageSet;
import hourglass.core.spec.Experiment;
import hourglass.engine.model.Progress;
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

    /** Which network this is. */
    static String network(Subject subject) {
        return switch (subject.model().source()) {
            case SHIPPED ->
                Messages.text(
                        "reconstruct.network.shipped",
                        presetName(subject.model().name()));
            case FILE ->
                Messages.text("reconstruct.network.file", subject.model().name());
            case TRAINING -> training(subject);
        };
    }

    private static String training(Subject subject) {
        Progress progress = subject.model().snapshot().progress();
        int total = subject.experiment().training().epochs();
        if (progress.iteration() == 0) {
            return Messages.text("reconstruct.network.fresh");
        }
        if (progress.batch() == 0 && progress.epochs() >= total) {
            return Messages.text("reconstruct.network.trained", Integer.toString(progress.epochs()));
        }
        int epoch = progress.epochs() + (progress.batch() > 0 ? 1 : 0);
        return Messages.text("reconstruct.network.training", Integer.toString(epoch));
    }

    /** "dense-64" as "Dense 64". */
    private static String presetName(String name) {
        String spaced = name.replace('-', ' ');
        return spaced.isEmpty() ? spaced : spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }

    /** The line under an exported figure. */
    static String caption(Subject subject) {
        Experiment experiment = subject.experiment();
        Progress progress = subject.model().snapshot().progress();
        return Messages.text(
                "reconstruct.caption",
                network(subject),
                experiment.model().describe(),
                Integer.toString(progress.epochs()),
                Long.toString(experiment.seed()),
                subject.data().name());
    }

    /** Why the network cannot take these images. */
    static String wrongSize(Subject subject) {
        ImageSet test = subject.test();
        return Messages.text(
                "reconstruct.wrong-size",
                expected(subject.experiment().model().inputSize()),
                subject.data().name(),
                test.width() + "×" + test.height());
    }

    private static String expected(int pixels) {
        int side = (int) Math.round(Math.sqrt(pixels));
        return side * side == pixels
                ? Messages.text("reconstruct.images-of", side + "×" + side)
                : Messages.text("reconstruct.images-of-pixels", Integer.toString(pixels));
    }
}
