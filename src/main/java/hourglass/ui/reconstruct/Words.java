package hourglass.ui.reconstruct;

import hourglass.ui.kit.Counts;
import hourglass.ui.kit.Messages;
import hourglass.ui.reconstruct.Comparison.Via;
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

    /** What stands for a number that is not there: one still to come, or none at all. */
    static String missing(ReconstructModel model) {
        return model.problemProperty().get().isEmpty() ? COMING : NONE;
    }

    static String error(OptionalDouble value, String missing) {
        return value.isPresent() ? error(value.getAsDouble()) : missing;
    }

    /** A mean squared error where there is room for three digits. */
    static String short3(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    /** A signal-to-noise ratio. */
    static String decibels(double value) {
        return Messages.text("reconstruct.meter.decibels", String.format(Locale.ROOT, "%.1f", value));
    }

    /** By how many times a code is smaller than its image; never more than it is. */
    static String smaller(double ratio) {
        double times = ratio >= 1 ? ratio : 1 / ratio;
        String number = times >= 10
                ? Integer.toString((int) times)
                : String.format(Locale.ROOT, "%.1f", Math.floor(10 * times) / 10)
                        .replace(".0", "");
        if (number.equals("1")) {
            return Messages.text("reconstruct.meter.as-large");
        }
        return Messages.text(ratio >= 1 ? "reconstruct.meter.smaller" : "reconstruct.meter.larger", number);
    }

    static String count(int value) {
        return Counts.spaced(value);
    }

    /** The chosen image, such as "Pullover, test image 2". */
    static String chosen(ReconstructModel model) {
        return model.selectedProperty()
                .get()
                .flatMap(now -> model.picturesProperty()
                        .get()
                        .map(all -> now.image().isOwn()
                                ? now.image().name(all.look().test())
                                : Messages.text(
                                        "reconstruct.chosen",
                                        all.look().test().classNames().get(now.label()),
                                        Integer.toString(now.index()))))
                .orElse("");
    }

    /** What the network was given. */
    static String given(Pictures all, Comparison now) {
        if (all.input().isNoisy()) {
            return Messages.text(
                    "reconstruct.given.as-trained", all.input().noise().describe());
        }
        return all.look().experiment().noise().isNoisy()
                ? Messages.text("reconstruct.given.clean-denoiser")
                : Messages.text(now.image().isOwn() ? "reconstruct.given.own" : "reconstruct.given.test-image");
    }

    /** The error of the other way, to be held against the one shown. */
    static String beside(Comparison now, Via via, String missing) {
        return switch (via) {
            case NETWORK -> Messages.text("reconstruct.beside.pca", error(now.pcaError(), missing));
            case PCA -> Messages.text("reconstruct.beside.network", error(now.networkError()));
        };
    }

    /** The errors of all test images in a sentence, as far as they are known. */
    static String summary(ReconstructModel model) {
        Summary all = model.errors().summaryProperty().get();
        String problem = model.errors().problemProperty().get();
        if (!problem.isEmpty() || all.images() == 0) {
            return problem;
        }
        String images = Counts.testImages(all.images());
        String network = error(all.network(), missing(model));
        if (model.inputProperty().get().isNoisy()) {
            return Messages.text("reconstruct.all.noisy", images, network);
        }
        String pca = error(all.pca(), missing(model));
        if (all.saved().isEmpty() || all.better().isEmpty()) {
            return Messages.text("reconstruct.all.both", images, network, pca);
        }
        double saved = all.saved().getAsDouble();
        return Messages.text(
                saved >= 0 ? "reconstruct.all.below" : "reconstruct.all.above",
                images,
                network,
                pca,
                String.format(Locale.ROOT, "%.0f\u00a0%%", 100 * Math.abs(saved)),
                count(all.better().getAsInt()));
    }
}
