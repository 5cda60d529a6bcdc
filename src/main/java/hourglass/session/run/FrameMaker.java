package hourglass.session.run;

import hourglass.core.data.ImageBlock;
import hourglass.core.data.ImageSet;
import hourglass.engine.train.Step;
import hourglass.engine.train.TrainingRun;
import java.time.Duration;

/** Makes the frames of a run: decides when one is due and measures the pace. Trainer thread only. */
final class FrameMaker {
    private static final long FRAME_NANOS = 90_000_000L;
    private static final long SNAPSHOT_NANOS = 500_000_000L;
    private static final long PACE_NANOS = 500_000_000L;

    private final TrainingRun run;
    private final ImageSet test;
    private final long generation;
    private final float[] preview;
    private final int previewCount;
    private long lastFrame = System.nanoTime();
    private long lastSnapshot = System.nanoTime();
    private long paceStart = System.nanoTime();
    private long lastCount = System.nanoTime();
    private long paceSamples;
    private double samplesPerSecond;

    FrameMaker(TrainingRun run, ImageSet test, long generation) {
        this.run = run;
        this.test = test;
        this.generation = generation;
        int[] chosen = PreviewImages.of(test);
        previewCount = chosen.length;
        preview = PreviewImages.inputs(test, chosen, run.experiment().noise());
    }

    void count(Step step) {
        paceSamples += step.samples();
        long now = System.nanoTime();
        lastCount = now;
        if (now - paceStart >= PACE_NANOS) {
            samplesPerSecond = paceSamples * 1e9 / (now - paceStart);
            paceStart = now;
            paceSamples = 0;
        }
    }

    /** The validation just done is no training time; a short epoch is still counted towards the pace. */
    void epochClosed() {
        paceStart += System.nanoTime() - lastCount;
    }

    boolean isFrameDue() {
        return System.nanoTime() - lastFrame >= FRAME_NANOS;
    }

    boolean isSnapshotDue() {
        if (System.nanoTime() - lastSnapshot < SNAPSHOT_NANOS) {
            return false;
        }
        lastSnapshot = System.nanoTime();
        return true;
    }

    TrainingFrame frame() {
        lastFrame = System.nanoTime();
        double epoch = run.progress().epochs() + (double) run.progress().batch() / run.batchesPerEpoch();
        int total = run.experiment().training().epochs();
        double perEpoch =
                (double) run.batchesPerEpoch() * run.experiment().training().batchSize();
        double seconds = samplesPerSecond > 0 ? Math.max(0, total - epoch) * perEpoch / samplesPerSecond : 0;
        ImageBlock inputs = ImageBlock.copyOf(test.width(), test.height(), preview);
        ImageBlock images = ImageBlock.copyOf(test.width(), test.height(), run.reconstruct(preview, previewCount));
        return new TrainingFrame(
                generation,
                run.progress(),
                epoch,
                total,
                samplesPerSecond,
                Duration.ofMillis(Math.round(seconds * 1000)),
                inputs,
                images,
                run.history());
    }
}
