package hourglass.engine.model;

/** A network with an optimiser. Owned by one thread. */
public interface TrainableNetwork extends Network {
    /**
     * One step of the optimiser on one batch.
     *
     * @param inputs {@code [n × inputSize]}, possibly noisy
     * @param targets {@code [n × inputSize]}, clean
     * @param n images in the batch
     * @return loss of the batch before the step: the mean over its pixels; of a variational network its reconstruction
     *     part
     */
    double fit(float[] inputs, float[] targets, int n);

    /** KL divergence of the batch just trained, in nats per image; 0 where the network is not variational. */
    default double kl() {
        return 0;
    }

    /**
     * Seed of the standard normal numbers that the next step draws, image after image; 0 where the network is not
     * variational.
     */
    default long drawSeed() {
        return 0;
    }

    /** Weight of the KL divergence in the loss per pixel from the next step on; of no effect elsewhere. */
    default void klWeight(double perPixel) {}

    /** Changes the learning rate from the next step on. */
    void learningRate(double value);

    /** Copy of the optimiser's state: first moments, then second moments, {@code [2 · parameterCount]}. */
    Parameters optimiserState();

    /** Steps done since the weights were drawn. */
    long iteration();

    /** Goes back to a saved state exactly, so that the next step is the one that would have followed. */
    void restore(Parameters parameters, Parameters optimiserState, long iteration);
}
