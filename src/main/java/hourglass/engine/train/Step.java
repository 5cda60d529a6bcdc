package hourglass.engine.train;

/**
 * What one optimiser step did.
 *
 * @param iteration steps done in all, this one included
 * @param epoch position in the training in epochs, such as 2.25
 * @param loss mean loss per pixel of the batch before the step
 * @param kl KL divergence of the batch in nats per image; 0 where the network is not variational
 * @param samples images in the batch
 * @param end whether the step closed an epoch; then call {@link TrainingRun#finishEpoch}
 */
public record Step(long iteration, double epoch, double loss, double kl, int samples, End end) {
    /** Whether an epoch closed. */
    public enum End {
        /** More batches follow in this epoch. */
        WITHIN_EPOCH,
        /** It was the last batch of the epoch. */
        OF_EPOCH
    }
}
