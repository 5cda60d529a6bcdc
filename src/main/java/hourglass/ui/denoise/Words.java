package hourglass.ui.denoise;

import hourglass.core.data.ImageSet;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.NoiseSpec;
import hourglass.core.spec.Preset;
import hourglass.engine.model.Progress;
import hourglass.session.measure.DenoisingCurve;
import hourglass.session.measure.DenoisingErrors;
import hourglass.session.measure.NoiseErrors.Method;
import hourglass.session.project.ActiveModel;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.NoiseWords;
import hourglass.ui.kit.PresetNames;
import java.util.Locale;
import java.util.Optional;

/** Numbers, networks and findings as this view writes them. */
final class Words {
    /** Share of the error below which two methods are as good as each other. */
    private static final double TIE = 0.02;

    private Words() {}

    static String error(double value) {
        return Double.isNaN(value) ? "…" : String.format(Locale.ROOT, value < 0.1 ? "%.4f" : "%.3f", value);
    }

    static String level(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** An entry of the list of networks. */
    static String option(NetworkOption option) {
        return option.isInUse() ? Messages.text("denoise.network.in-use") : preset(option.name());
    }

    private static String preset(String name) {
        return Preset.byId(name).map(PresetNames::title).orElse(name);
    }

    /** Which network this is, briefly. */
    static String name(ActiveModel model) {
        return switch (model.source()) {
            case SHIPPED -> preset(model.name());
            case FILE -> model.name();
            case TRAINING -> Messages.text("denoise.network.training");
        };
    }

    /** Which network this is and what it learnt from. */
    static String network(ActiveModel model) {
        String how = training(model);
        return switch (model.source()) {
            case SHIPPED -> Messages.text("denoise.network.shipped", name(model), how);
            case FILE -> Messages.text("denoise.network.file", name(model), how);
            case TRAINING -> Messages.text("denoise.network.run", epoch(model), how);
        };
    }

    /** What it learnt from. */
    static String training(ActiveModel model) {
        NoiseSpec noise = model.snapshot().experiment().noise();
        return noise.isNoisy()
                ? Messages.text("denoise.trained-with", NoiseWords.name(noise.kind()), levels(noise))
                : Messages.text("denoise.trained-without");
    }

    private static String epoch(ActiveModel model) {
        Progress progress = model.snapshot().progress();
        return Integer.toString(progress.epochs() + (progress.batch() > 0 ? 1 : 0));
    }

    private static String levels(NoiseSpec noise) {
        return noise.isRange() ? level(noise.lowest()) + "–" + level(noise.level()) : level(noise.level());
    }

    /** The mark on the slider. */
    static String trainedMark(NoiseSpec noise) {
        return Messages.text("denoise.trained-mark", levels(noise));
    }

    /** A network in the legend of the curves. */
    static String curveName(ActiveModel model) {
        return NetworkChoice.isNoisy(model)
                ? Messages.text("denoise.curve.noisy", name(model))
                : Messages.text("denoise.curve.clean", name(model));
    }

    static String rivalRow(ActiveModel rival) {
        return NetworkChoice.isNoisy(rival)
                ? Messages.text("denoise.row.rival-noisy")
                : Messages.text("denoise.row.rival-clean");
    }

    /** Which networks are shown, and whether the comparison is like for like. */
    static String comparison(Subject subject) {
        return Messages.text("denoise.comparison", network(subject.model()), codes(subject));
    }

    private static String codes(Subject subject) {
        int own = subject.codeSize();
        int pixels = subject.test().pixelsPerImage();
        if (subject.rival().isEmpty()) {
            return Messages.text("denoise.code.alone", Integer.toString(own), Integer.toString(pixels));
        }
        ActiveModel rival = subject.rival().get();
        int other = rival.snapshot().experiment().model().codeSize();
        String how = NetworkChoice.isNoisy(rival)
                ? Messages.text("denoise.trained-with-noise")
                : Messages.text("denoise.trained-without");
        return own == other
                ? Messages.text("denoise.code.equal", Integer.toString(own), Integer.toString(pixels), name(rival), how)
                : Messages.text("denoise.code.wider", Integer.toString(own), name(rival), Integer.toString(other), how);
    }

    /** What the curves say at this level; empty while they do not say anything. */
    static String finding(Curves curves, double level) {
        return curves.network().map(curve -> finding(curve, level)).orElse("");
    }

    private static String finding(DenoisingCurve curve, double level) {
        double nothing = curve.at(Method.NOTHING, level);
        double network = curve.at(Method.NETWORK, level);
        double median = curve.at(Method.MEDIAN, level);
        if (Double.isNaN(nothing) || Double.isNaN(network)) {
            return Messages.text("denoise.finding.coming");
        }
        if (nothing <= Math.min(network, median)) {
            return Messages.text("denoise.finding.nothing", error(nothing), error(network));
        }
        if (Math.abs(network - median) <= TIE * median) {
            return Messages.text("denoise.finding.tie", saved(network, nothing));
        }
        if (network > median) {
            return Messages.text("denoise.finding.median", error(median), error(network));
        }
        return median < nothing
                ? Messages.text("denoise.finding.network", saved(network, nothing), saved(median, nothing))
                : Messages.text("denoise.finding.network-only", saved(network, nothing));
    }

    /** Whether the curves say that the noisy image is the best one at this level. */
    static boolean isNothingBetter(Curves curves, double level) {
        return curves.network()
                .filter(curve -> curve.at(Method.NOTHING, level)
                        <= Math.min(curve.at(Method.NETWORK, level), curve.at(Method.MEDIAN, level)))
                .isPresent();
    }

    private static String saved(double left, double nothing) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * (1 - left / nothing));
    }

    /** Up to which level doing nothing is better than the network, if it ever is and the curve is complete. */
    static Optional<Double> nothingBetterBelow(DenoisingCurve curve) {
        if (!curve.isComplete() || curve.at(Method.NETWORK, 0) <= curve.at(Method.NOTHING, 0)) {
            return Optional.empty();
        }
        for (int i = 1; i < DenoisingErrors.LEVELS; i++) {
            double ahead = curve.at(Method.NOTHING, i) - curve.at(Method.NETWORK, i);
            if (ahead > 0) {
                double behind = curve.at(Method.NETWORK, i - 1) - curve.at(Method.NOTHING, i - 1);
                double from = DenoisingErrors.level(i - 1);
                return Optional.of(from + (DenoisingErrors.level(i) - from) * behind / (behind + ahead));
            }
        }
        return Optional.of(DenoisingErrors.HIGHEST);
    }

    /** Where the network begins to pay. */
    static String crossing(Curves curves) {
        return curves.network()
                .flatMap(Words::nothingBetterBelow)
                .map(below -> below >= DenoisingErrors.HIGHEST
                        ? Messages.text("denoise.crossing.never")
                        : Messages.text("denoise.crossing", level(below)))
                .orElse("");
    }

    /** The line under an exported figure. */
    static String caption(DenoisePictures pictures) {
        DenoiseQuestion asked = pictures.question();
        return Messages.text(
                "denoise.caption",
                origin(pictures.subject()),
                NoiseWords.name(asked.noise().kind()),
                level(asked.noise().level()),
                Long.toString(asked.seed()));
    }

    /** Model, epochs, seed and data, for figures. */
    static String origin(Subject subject) {
        Experiment experiment = subject.experiment();
        String rival = subject.rival()
                .map(other -> Messages.text("denoise.origin.rival", network(other)))
                .orElse("");
        return Messages.text(
                "denoise.origin",
                network(subject.model()),
                experiment.model().describe(),
                Integer.toString(subject.model().snapshot().progress().epochs()),
                Long.toString(experiment.seed()),
                subject.data().name(),
                rival);
    }

    /** Why the network cannot take these images. */
    static String wrongSize(Subject subject) {
        ImageSet test = subject.test();
        return Messages.text(
                "denoise.wrong-size",
                Integer.toString(subject.experiment().model().inputSize()),
                subject.data().name(),
                test.width() + "×" + test.height(),
                Integer.toString(test.pixelsPerImage()));
    }
}
