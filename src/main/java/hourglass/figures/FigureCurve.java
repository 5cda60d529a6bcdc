package hourglass.figures;

import hourglass.core.plot.Smoothing;
import java.util.Arrays;

/** One thing drawn in a {@link CurveFigure}: a noisy curve, measured points or a constant. */
final class FigureCurve {
    /** How it is drawn. */
    enum Kind {
        /** Faint as it is and bold smoothed. */
        NOISY,
        /** Dots on a thin line. */
        POINTS,
        /** Dots on a bold line: what the figure is about. */
        MEASURED,
        /** A dashed curve to compare to. */
        REFERENCE,
        /** Dashed across the whole width. */
        CONSTANT
    }

    /** Steps over which a curve is smoothed: one of this many parts of the whole. */
    private static final double PARTS = 300;

    final Kind kind;
    final String label;
    final double[] x;
    final double[] y;
    final double[] smooth;

    FigureCurve(Kind kind, String label, double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "expected as many places as values of “" + label + "”, got " + x.length + " and " + y.length);
        }
        this.kind = kind;
        this.label = label;
        this.x = x.clone();
        this.y = y.clone();
        double weight = kind == Kind.NOISY ? 1 - 1 / Math.max(1, y.length / PARTS) : 0;
        smooth = smooth(this.y, weight);
    }

    /** There and back again, so that the smooth curve does not run late behind the noisy one. */
    private static double[] smooth(double[] values, double weight) {
        double[] there = Smoothing.of(values, values.length, weight);
        Smoothing back = new Smoothing(weight);
        for (int i = there.length - 1; i >= 0; i--) {
            there[i] = back.next(there[i]);
        }
        return there;
    }

    /** The value to name it by: the last that is finite, or NaN. */
    double last() {
        for (int i = smooth.length - 1; i >= 0; i--) {
            if (Double.isFinite(smooth[i])) {
                return smooth[i];
            }
        }
        return Double.NaN;
    }

    /** Values that the axis must show; of a noisy curve all but the highest fiftieth, which are its first steps. */
    double[] decisive() {
        double[] finite = Arrays.stream(y).filter(Double::isFinite).sorted().toArray();
        boolean cut = kind == Kind.NOISY && finite.length >= 100;
        return cut ? Arrays.copyOf(finite, finite.length - finite.length / 50) : finite;
    }

    /** First finite value, or NaN. */
    double first() {
        return Arrays.stream(y).filter(Double::isFinite).findFirst().orElse(Double.NaN);
    }
}
