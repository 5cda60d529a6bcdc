package hourglass.session.run;

import hourglass.core.data.ImageBlock;
import hourglass.engine.model.EpochResult;
import hourglass.engine.model.Progress;
import java.time.Duration;
import java.util.List;

/**
 * A picture of a running training for the window; newer ones replace it. Immutable.
 *
 * @param generation number of the run
 * @param progress how far it is
 * @param epoch position in epochs, such as 2.25
 * @param totalEpochs epochs it will do
 * @param samplesPerSecond training images per second over the last second or so
 * @param remaining estimate until the last epoch ends
 * @param inputs what the network was shown of the fixed test images: noisy where it trains with noise
 * @param reconstructions of the fixed test images, in their order
 * @param history results of the completed epochs
 */
public record TrainingFrame(
        long generation,
        Progress progress,
        double epoch,
        int totalEpochs,
        double samplesPerSecond,
        Duration remaining,
        ImageBlock inputs,
        ImageBlock reconstructions,
        List<EpochResult> history) {
    /** Copies the history. */
    public TrainingFrame {
        history = List.copyOf(history);
    }
}
