package hourglass.figures;

import hourglass.core.color.Token;
import hourglass.core.metric.Detection;
import hourglass.core.metric.Detection.Flagged;
import hourglass.figures.CurveContent.Curve;
import hourglass.figures.CurveContent.Level;
import hourglass.figures.CurveContent.Samples;
import hourglass.figures.CurveContent.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The two curves that tell how well scores find what is odd, with their areas in the legend. */
public final class DetectionCurves {
    /** Steps shorter than this are not seen. */
    private static final double FINE = 1.0 / 500;

    private DetectionCurves() {}

    /** One score in words. */
    public record Named(String name, Token color, Style style, Detection detection) {}

    /**
     * A place that is marked on both curves.
     *
     * @param name in words
     * @param value in words
     */
    public record Place(String name, String value, Flagged flagged) {}

    /** Recall over false alarms. {@code guessing} names the diagonal. */
    public static CurveContent roc(List<Named> scores, Optional<Place> place, String guessing) {
        List<Curve> curves = new ArrayList<>();
        Samples diagonal = Samples.of(new double[] {0, 1}, new double[] {0, 1});
        curves.add(new Curve(guessing, "0.50", Token.INK_FAINT, Style.DOTTED, diagonal));
        for (Named score : scores) {
            Samples samples = samples(score.detection(), Flagged::falseAlarms, Flagged::recall, true);
            curves.add(curve(score, samples, Detection::rocArea));
        }
        place.ifPresent(here -> curves.add(dot(here, Flagged::falseAlarms, Flagged::recall)));
        return new CurveContent(curves, List.of(), List.of(), 1);
    }

    /** Precision over recall. {@code guessing} names the share of what is odd, which blind choice would reach. */
    public static CurveContent precisionRecall(List<Named> scores, Optional<Place> place, String guessing) {
        List<Curve> curves = new ArrayList<>();
        List<Level> levels = new ArrayList<>();
        for (Named score : scores) {
            Detection detection = score.detection();
            Samples samples = samples(detection, Flagged::recall, Flagged::precision, false);
            curves.add(curve(score, samples, Detection::averagePrecision));
            if (levels.isEmpty()) {
                double share = (double) detection.odd() / (detection.odd() + detection.usual());
                levels.add(new Level(guessing, Token.INK_FAINT, share));
            }
        }
        place.filter(here -> Double.isFinite(here.flagged().precision()))
                .ifPresent(here -> curves.add(dot(here, Flagged::recall, Flagged::precision)));
        return new CurveContent(curves, levels, List.of(), 1);
    }

    private static Curve curve(Named score, Samples samples, ToDoubleFunction<Detection> area) {
        String said = String.format(Locale.ROOT, "%.2f", area.applyAsDouble(score.detection()));
        return new Curve(score.name(), "", score.color(), score.style(), samples, said);
    }

    private static Curve dot(Place place, Function<Flagged, Double> x, Function<Flagged, Double> y) {
        Samples one = Samples.of(new double[] {x.apply(place.flagged())}, new double[] {y.apply(place.flagged())});
        return new Curve(place.name(), place.value(), Token.SELECTION, Style.POINTS, one);
    }

    /** Through all steps that can be seen; {@code fromZero} begins where nothing is flagged. */
    private static Samples samples(
            Detection detection, Function<Flagged, Double> x, Function<Flagged, Double> y, boolean fromZero) {
        List<double[]> kept = new ArrayList<>();
        if (fromZero) {
            kept.add(new double[] {0, 0});
        }
        for (int step = 0; step < detection.steps(); step++) {
            Flagged flagged = detection.at(step);
            double[] next = {x.apply(flagged), y.apply(flagged)};
            if (kept.isEmpty() || step == detection.steps() - 1 || isFar(next, kept.get(kept.size() - 1))) {
                kept.add(next);
            }
        }
        double[] xs = kept.stream().mapToDouble(each -> each[0]).toArray();
        double[] ys = kept.stream().mapToDouble(each -> each[1]).toArray();
        return Samples.of(xs, ys);
    }

    private static boolean isFar(double[] one, double[] other) {
        return Math.abs(one[0] - other[0]) >= FINE || Math.abs(one[1] - other[1]) >= FINE;
    }
}
