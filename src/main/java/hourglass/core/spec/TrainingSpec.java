package hourglass.core.spec;

/**
 * How a network is trained, by Adam (Kingma and Ba 2015).
 *
 * @param epochs passes over the training images, 0 … 10 000
 * @param batchSize images per step, 1 … 4 096
 * @param learningRate step size, 1e-6 … 1 000; large ones are allowed because seeing them diverge is a lesson
 */
public record TrainingSpec(int epochs, int batchSize, double learningRate) {
    /** Checks every range. */
    public TrainingSpec {
        Checks.range("epochs", "Epochs", epochs, 0, 10_000);
        Checks.range("batchSize", "Batch size", batchSize, 1, 4096);
        Checks.range("learningRate", "Learning rate", learningRate, 1e-6, 1000);
    }

    /** The same with other epochs. */
    public TrainingSpec withEpochs(int value) {
        return new TrainingSpec(value, batchSize, learningRate);
    }

    /** The same with another batch size. */
    public TrainingSpec withBatchSize(int value) {
        return new TrainingSpec(epochs, value, learningRate);
    }

    /** The same with another learning rate. */
    public TrainingSpec withLearningRate(double value) {
        return new TrainingSpec(epochs, batchSize, value);
    }
}
