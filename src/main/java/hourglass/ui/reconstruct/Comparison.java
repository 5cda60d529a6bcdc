package hourglass.ui.reconstruct;

import hourglass.core.color.GreyMap;
import hourglass.core.color.SignedErrorMap;
import hourglass.core.metric.Errors;
import hourglass.session.look.ChosenImage;
import java.util.Optional;
import java.util.OptionalDouble;

/** One image, what went in for it, and what came back through the codes of the network and of PCA. Immutable. */
public final class Comparison {
    private final ChosenImage image;
    private final int label;
    private final float[] original;
    private final float[] input;
    private final Coded network;
    private final Optional<Coded> pca;

    /** Through whose code. */
    public enum Via {
        /** The network's. */
        NETWORK,
        /** That of principal component analysis with as many numbers. */
        PCA
    }

    /** A code, what was made of it, and how far that is from the original: mean squared error per pixel. */
    @SuppressWarnings("ArrayRecordComponent") // handed over and never written again
    record Coded(float[] code, float[] picture, double error) {
        static Coded of(float[] original, float[] code, float[] picture) {
            return new Coded(code, picture, Errors.meanSquaredError(original, picture));
        }
    }

    /** Takes over its arrays; {@code input} is what was encoded. */
    Comparison(ChosenImage image, int label, float[] original, float[] input, Coded network, Optional<Coded> pca) {
        this.image = image;
        this.label = label;
        this.original = original;
        this.input = input;
        this.network = network;
        this.pca = pca;
    }

    /** Which image it is. */
    public ChosenImage image() {
        return image;
    }

    /** Its place among the test images, −1 for one's own. */
    public int index() {
        return image.index();
    }

    /** Its class, −1 where nobody knows it. */
    public int label() {
        return label;
    }

    /** What came of it on one of the two ways, once that is known. */
    Optional<Coded> by(Via via) {
        return switch (via) {
            case NETWORK -> Optional.of(network);
            case PCA -> pca;
        };
    }

    /** Mean squared error per pixel of the network. */
    public double networkError() {
        return network.error();
    }

    /** Mean squared error per pixel of PCA, not clipped, once it is known. */
    public OptionalDouble pcaError() {
        return pca.map(known -> OptionalDouble.of(known.error())).orElseGet(OptionalDouble::empty);
    }

    /** A copy of its code. */
    public float[] code() {
        return network.code().clone();
    }

    /** A copy of its pixels, 0 … 1. */
    public float[] original() {
        return original.clone();
    }

    /** A copy of what was encoded. */
    float[] input() {
        return input.clone();
    }

    /** A copy of what the network made of it. */
    float[] network() {
        return network.picture().clone();
    }

    /** A copy of what PCA made of it, not clipped, once there is a basis. */
    Optional<float[]> pca() {
        return pca.map(known -> known.picture().clone());
    }

    /** Pixels as packed greys. */
    static int[] greys(float[] pixels) {
        int[] argb = new int[pixels.length];
        GreyMap.fill(pixels, 0, pixels.length, argb, 0);
        return argb;
    }

    /** What came back minus the original, as packed colours. */
    int[] errors(Coded made, SignedErrorMap colors) {
        int[] argb = new int[original.length];
        colors.fill(original, made.picture(), 0, argb.length, argb);
        return argb;
    }
}
