package hourglass.session.ask;

import hourglass.core.spec.NoiseKind;

/** Mean squared error per pixel at {@link DenoisingErrors#LEVELS} noise levels; NaN where it is not known yet. Immutable. */
public final class DenoisingCurve {
    private final NoiseKind kind;
    private final int images;
    private final boolean complete;
    private final double[] network;
    private final double[] nothing;
    private final double[] median;

    DenoisingCurve(NoiseKind kind, int images, boolean complete, double[] network, double[] nothing, double[] median) {
        this.kind = kind;
        this.images = images;
        this.complete = complete;
        this.network = network.clone();
        this.nothing = nothing.clone();
        this.median = median.clone();
    }

    /** What is measured. */
    public enum Method {
        /** The network. */
        NETWORK,
        /** Leaving the noisy image as it is. */
        NOTHING,
        /** A 3 × 3 median filter. */
        MEDIAN
    }

    /** The kind of noise. */
    public NoiseKind kind() {
        return kind;
    }

    /** On how many test images. */
    public int images() {
        return images;
    }

    /** Whether every level is known. */
    public boolean isComplete() {
        return complete;
    }

    /** Error at a measured level; NaN where it is not known yet. */
    public double at(Method method, int index) {
        return values(method)[index];
    }

    /** Error at any level of the range, straight between the two measured beside it; NaN where one is not known. */
    public double at(Method method, double level) {
        double place = Math.max(0, Math.min(1, level / DenoisingErrors.HIGHEST)) * (DenoisingErrors.LEVELS - 1);
        int below = Math.min((int) place, DenoisingErrors.LEVELS - 2);
        double share = place - below;
        double[] values = values(method);
        if (share < 1e-9) {
            return values[below];
        }
        return share > 1 - 1e-9 ? values[below + 1] : values[below] * (1 - share) + values[below + 1] * share;
    }

    private double[] values(Method method) {
        return switch (method) {
            case NETWORK -> network;
            case NOTHING -> nothing;
            case MEDIAN -> median;
        };
    }
}
