package hourglass.engine.model;

/**
 * What one pass over the training images brought.
 *
 * @param epoch 1 for the first
 * @param trainLoss mean loss over the batches as they were trained, per pixel
 * @param validationLoss mean loss on all test images after the pass, per pixel
 * @param seconds time of the training steps alone
 * @param samplesPerSecond training images by those seconds
 */
public record EpochResult(
        int epoch, double trainLoss, double validationLoss, double seconds, double samplesPerSecond) {}
