package hourglass.engine.model;

/**
 * What one pass over the training images brought.
 *
 * @param epoch 1 for the first
 * @param trainLoss mean loss over the batches as they were trained, per pixel; of a variational network its
 *     reconstruction part
 * @param validationLoss the same on all test images after the pass
 * @param seconds time of the training steps alone
 * @param samplesPerSecond training images by those seconds
 * @param trainKl KL divergence from the prior over the batches, in nats per image; 0 where the network is not variational
 * @param validationKl the same on all test images after the pass
 */
public record EpochResult(
        int epoch,
        double trainLoss,
        double validationLoss,
        double seconds,
        double samplesPerSecond,
        double trainKl,
        double validationKl) {
    /** Of a network that is not variational. */
    public EpochResult(int epoch, double trainLoss, double validationLoss, double seconds, double samplesPerSecond) {
        this(epoch, trainLoss, validationLoss, seconds, samplesPerSecond, 0, 0);
    }
}
