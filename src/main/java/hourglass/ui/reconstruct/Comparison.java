package hourglass.ui.reconstruct;

import hourglass.core.color.GreyMap;
import hourglass.core.color.SignedErrorMap;
import hourglass.core.metric.Errors;
import java.util.Optional;
import java.util.OptionalDouble;

/** One test image, what the network and PCA made of it, and its code. Immutable. */
public final class Comparison {
    private final int index;
    private final int label;
    private final float[] original;
    private final float[] network;
    private final float[] code;
    private final float[] pca;
    private final double networkError;
    private final double pcaError;

    /** Takes over its arrays; {@code pca} is empty while there is no basis yet. */
    Comparison(int index, int label, float[] original, float[] network, float[] code, float[] pca) {
        this.index = index;
        this.label = label;
        this.original = original;
        this.network = network;
        this.code = code;
        this.pca = pca;
        networkError = Errors.meanSquaredError(original, network);
        pcaError = pca.length == 0 ? Double.NaN : Errors.meanSquaredError(original, pca);
    }

    /** Its place among the test images. */
    public int index() {
        return index;
    }

    /** Its class. */
    public int label() {
        return label;
    }

    /** Mean squared error per pixel of the network. */
    public double networkError() {
        return networkError;
    }

    /** Mean squared error per pixel of PCA, not clipped, once it is known. */
    public OptionalDouble pcaError() {
        return pca.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(pcaError);
    }

    /** A copy of its code. */
    public float[] code() {
        return code.clone();
    }

    /** A copy of its pixels, 0 … 1. */
    public float[] original() {
        return original.clone();
    }

    /** A copy of what the network made of it. */
    float[] network() {
        return network.clone();
    }

    /** A copy of what PCA made of it, not clipped, once there is a basis. */
    Optional<float[]> pca() {
        return pca.length == 0 ? Optional.empty() : Optional.of(pca.clone());
    }

    /** One of its four pictures as packed colours; what is not known yet is transparent. */
    int[] pixels(PictureRow row, SignedErrorMap errors) {
        int[] argb = new int[original.length];
        switch (row) {
            case ORIGINAL -> GreyMap.fill(original, 0, argb.length, argb, 0);
            case NETWORK -> GreyMap.fill(network, 0, argb.length, argb, 0);
            case PCA -> GreyMap.fill(pca, 0, pca.length, argb, 0);
            case ERROR -> errors.fill(original, network, 0, argb.length, argb);
        }
        return argb;
    }
}
