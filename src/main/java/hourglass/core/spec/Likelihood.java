package hourglass.core.spec;

/** What a variational decoder's output means: the distribution of a pixel around it. */
public enum Likelihood {
    /** Probability of white; its negative logarithm is the binary cross-entropy. */
    BERNOULLI("Bernoulli", Loss.BINARY_CROSS_ENTROPY),
    /** Mean of a normal distribution with standard deviation {@link #DEVIATION}; a scaled squared error. */
    GAUSSIAN("Gaussian", Loss.MEAN_SQUARED_ERROR);

    /** Standard deviation of a pixel under {@link #GAUSSIAN}. */
    public static final double DEVIATION = 0.1;

    private final String words;
    private final Loss loss;

    Likelihood(String words, Loss loss) {
        this.words = words;
        this.loss = loss;
    }

    /** As the field writes it. */
    public String words() {
        return words;
    }

    /** The loss per pixel that stands for it in training. */
    public Loss loss() {
        return loss;
    }

    /**
     * Nats of one unit of {@link #loss()} in one pixel: 1 for Bernoulli, {@code 1 / 2σ²} for Gaussian, whose negative
     * logarithm is {@code (x − a)² / 2σ² + log(σ √2π)}.
     */
    public double natsPerLoss() {
        return this == BERNOULLI ? 1 : 1 / (2 * DEVIATION * DEVIATION);
    }

    /** The constant part of the negative logarithm of one pixel, in nats. */
    public double constantNats() {
        return this == BERNOULLI ? 0 : Math.log(DEVIATION * Math.sqrt(2 * Math.PI));
    }

    /** Negative log-likelihood of one image, in nats, from its loss per pixel. */
    public double natsPerImage(double lossPerPixel, int pixels) {
        return pixels * (lossPerPixel * natsPerLoss() + constantNats());
    }
}
