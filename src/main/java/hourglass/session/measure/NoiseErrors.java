package hourglass.session.measure;

import hourglass.core.spec.NoiseSpec;
import java.util.Map;

/**
 * What is left of one noise after each way to remove it: mean squared errors per pixel to the clean images. Immutable.
 *
 * @param of which data, and which network if one was measured
 * @param noise how the images were spoilt
 * @param byMethod the errors of what was measured
 */
public record NoiseErrors(Provenance of, NoiseSpec noise, Map<Method, Double> byMethod) {
    /** A way to remove noise. */
    public enum Method {
        /** The network. */
        NETWORK,
        /** Leaving the noisy image as it is. */
        NOTHING,
        /** A 3 × 3 median filter. */
        MEDIAN,
        /** PCA, with as many numbers as the network's code has. */
        PCA
    }

    /** Copies the errors. */
    public NoiseErrors {
        byMethod = Map.copyOf(byMethod);
    }

    /** Error of a method; NaN where it was not measured. */
    public double by(Method method) {
        return byMethod.getOrDefault(method, Double.NaN);
    }
}
