package hourglass.figures;

import hourglass.core.plot.NiceTicks;
import hourglass.core.plot.Range;
import hourglass.core.plot.Tick;
import java.util.List;

/**
 * A straight or logarithmic axis.
 *
 * @param kind which of both
 * @param low value at {@code lowPixel}; above 0 if logarithmic
 * @param high value at {@code highPixel}
 * @param lowPixel where the axis begins
 * @param highPixel where it ends
 */
public record CurveScale(Kind kind, double low, double high, double lowPixel, double highPixel) {
    /** How an axis runs. */
    public enum Kind {
        /** Evenly. */
        LINEAR,
        /** By powers of ten. */
        LOG
    }

    double pixel(double value) {
        double share = kind == Kind.LINEAR
                ? (value - low) / (high - low)
                : Math.log(Math.max(value, low * 1e-3) / low) / Math.log(high / low);
        return lowPixel + share * (highPixel - lowPixel);
    }

    double value(double pixel) {
        double share = (pixel - lowPixel) / (highPixel - lowPixel);
        return kind == Kind.LINEAR ? low + share * (high - low) : low * Math.pow(high / low, share);
    }

    /** Round values inside the axis, {@code most} of them or fewer. */
    List<Tick> ticks(int most) {
        Range range = new Range(low, high);
        return kind == Kind.LINEAR ? NiceTicks.linear(range, most) : NiceTicks.log(range, most);
    }
}
