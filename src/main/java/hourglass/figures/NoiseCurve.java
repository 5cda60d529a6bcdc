package hourglass.figures;

import hourglass.core.color.Token;
import hourglass.core.spec.NoiseKind;
import hourglass.core.spec.NoiseSpec;
import hourglass.figures.CurveContent.Curve;
import hourglass.figures.CurveContent.Marker;
import hourglass.figures.CurveContent.Samples;
import hourglass.figures.CurveContent.Style;
import hourglass.session.measure.DenoisingCurve;
import hourglass.session.measure.DenoisingErrors;
import hourglass.session.measure.NoiseErrors.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The error of a network over the level of the noise, with what doing nothing and a median filter reach.
 *
 * @param own the network it is about
 * @param rival one held against it
 * @param markers where the network was trained
 */
public record NoiseCurve(Network own, Optional<Network> rival, List<Marker> markers) {
    /** Keeps a copy. */
    public NoiseCurve {
        markers = List.copyOf(markers);
    }

    /** A network by its name, measured. */
    public record Network(String name, DenoisingCurve curve) {}

    /** To be drawn: things to compare to first, so that nothing measured is covered. */
    public CurveContent content(String nothing, String median) {
        List<Curve> curves = new ArrayList<>();
        curves.add(curve(nothing, own.curve(), Method.NOTHING, Token.INK_SOFT, Style.DOTTED));
        curves.add(curve(median, own.curve(), Method.MEDIAN, Token.CURVE_PCA, Style.DASHED));
        rival.ifPresent(
                other -> curves.add(curve(other.name(), other.curve(), Method.NETWORK, Token.SECOND, Style.LINE)));
        curves.add(curve(own.name(), own.curve(), Method.NETWORK, Token.CURVE_VALIDATION, Style.LINE));
        return new CurveContent(curves, List.of(), markers, DenoisingErrors.HIGHEST);
    }

    private static Curve curve(String name, DenoisingCurve curve, Method method, Token color, Style style) {
        double[] levels = new double[DenoisingErrors.LEVELS];
        double[] errors = new double[levels.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = DenoisingErrors.level(i);
            errors[i] = curve.at(method, i);
        }
        return new Curve(name, color, style, Samples.of(levels, errors));
    }

    /** On a page. */
    public CurveFigure figure(Attribution origin) {
        CurveFigure.Axes axes =
                new CurveFigure.Axes(unit(own.curve().kind()), "mean squared error per pixel to the clean image");
        String caption = origin.line(own.curve().images() + " test images");
        return new CurveFigure(content("Do nothing", "3×3 median"), axes, caption);
    }

    /** Where a network was trained, in words; nothing where that was with noise of another kind than {@code kind}. */
    public static List<Marker> trained(NoiseSpec noise, NoiseKind kind) {
        if (!noise.isNoisy()) {
            return List.of(new Marker("trained without noise", 0));
        }
        if (noise.kind() != kind || noise.level() > DenoisingErrors.HIGHEST) {
            return List.of();
        }
        return noise.isRange()
                ? List.of(
                        new Marker("trained from " + noise.lowest(), noise.lowest()),
                        new Marker("to " + noise.level(), noise.level()))
                : List.of(new Marker("trained at " + noise.level(), noise.level()));
    }

    private static String unit(NoiseKind kind) {
        return switch (kind) {
            case SALT_AND_PEPPER -> "share of pixels set to black or white";
            case MASKING -> "share of pixels set to black";
            case MASKING_SQUARE -> "share of the image covered by a black square";
            case GAUSSIAN, NONE -> "standard deviation σ of Gaussian noise";
        };
    }
}
