package hourglass.ui.denoise;

import hourglass.core.data.ImageSet;
import hourglass.core.spec.NoiseSpec;
import hourglass.session.look.Look;
import hourglass.session.measure.DenoisingCurve;
import hourglass.session.measure.DenoisingErrors;
import hourglass.session.measure.NoiseErrors.Method;
import hourglass.ui.kit.Counts;
import hourglass.ui.kit.LookWords;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.NoiseWords;
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

    /** Which network this is and what it learnt from. */
    static String network(Look look) {
        return Messages.text("denoise.network", LookWords.line(look), training(look));
    }

    /** What it learnt from. */
    static String training(Look look) {
        NoiseSpec noise = look.experiment().noise();
        return noise.isNoisy()
                ? Messages.text("denoise.trained-with", NoiseWords.name(noise.kind()), levels(noise))
                : Messages.text("denoise.trained-without");
    }

    private static String levels(NoiseSpec noise) {
        return noise.isRange() ? level(noise.lowest()) + "–" + level(noise.level()) : level(noise.level());
    }

    /** What a row of pictures is called. */
    static String row(PictureRow row, Compared compared) {
        return switch (row) {
            case ORIGINAL -> Messages.text("denoise.row.original");
            case NOISY -> Messages.text("denoise.row.noisy");
            case DENOISED -> Messages.text("denoise.row.denoised");
            case MEDIAN -> Messages.text("denoise.row.median");
            case RIVAL -> compared.rival().map(Words::rivalRow).orElse("");
        };
    }

    /** A network in the legend of the curves. */
    static String curveName(Look look) {
        return Compared.isNoisy(look)
                ? Messages.text("denoise.curve.noisy", LookWords.name(look))
                : Messages.text("denoise.curve.clean", LookWords.name(look));
    }

    static String rivalRow(Look rival) {
        return Compared.isNoisy(rival)
                ? Messages.text("denoise.row.rival-noisy")
                : Messages.text("denoise.row.rival-clean");
    }

    /** Which networks are shown, and whether the comparison is like for like. */
    static String comparison(Compared compared) {
        return Messages.text("denoise.comparison", network(compared.look()), codes(compared));
    }

    private static String codes(Compared compared) {
        int own = compared.codeSize();
        int pixels = compared.test().pixelsPerImage();
        if (compared.rival().isEmpty()) {
            return Messages.text("denoise.code.alone", Counts.numbers(own), Integer.toString(pixels));
        }
        Look rival = compared.rival().get();
        int other = rival.codeSize();
        String how = Compared.isNoisy(rival)
                ? Messages.text("denoise.trained-with-noise")
                : Messages.text("denoise.trained-without");
        return own == other
                ? Messages.text(
                        "denoise.code.equal", Counts.numbers(own), Integer.toString(pixels), LookWords.name(rival), how)
                : Messages.text(
                        "denoise.code.wider", Counts.numbers(own), LookWords.name(rival), Integer.toString(other), how);
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
        return String.format(Locale.ROOT, "%.0f\u00a0%%", 100 * (1 - left / nothing));
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

    /** Why the network cannot take these images. */
    static String wrongSize(Compared compared) {
        ImageSet test = compared.test();
        return Messages.text(
                "denoise.wrong-size",
                Integer.toString(compared.experiment().model().inputSize()),
                compared.data().name(),
                test.width() + "×" + test.height(),
                Integer.toString(test.pixelsPerImage()));
    }
}
