package hourglass.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import hourglass.core.data.DataSet;
import hourglass.core.data.Sketchwear;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.NoiseKind;
import hourglass.core.spec.NoiseSpec;
import hourglass.core.spec.Preset;
import hourglass.core.spec.TrainingSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class BatchFeedTest {
    private static final DataSet DATA = Sketchwear.generate(1, 50, 10);

    private static Experiment experiment(NoiseSpec noise) {
        return Preset.DENSE_64
                .experiment(new DataSpec("x", ""), 784, 7)
                .withTraining(new TrainingSpec(3, 16, 1e-3))
                .withNoise(noise);
    }

    /** All batches of two epochs, flattened. */
    private static List<float[]> batches(Executor ahead) {
        BatchFeed feed = new BatchFeed(DATA.train(), experiment(new NoiseSpec(NoiseKind.GAUSSIAN, 0.3, 0.1)), ahead);
        List<float[]> seen = new ArrayList<>();
        for (int epoch = 0; epoch < 2; epoch++) {
            for (int batch = 0; batch < feed.batchesPerEpoch(); batch++) {
                BatchFeed.Batch loaded = feed.load(epoch, batch, epoch * 4L + batch);
                seen.add(Arrays.copyOf(loaded.inputs(), loaded.size() * 784));
                seen.add(Arrays.copyOf(loaded.targets(), loaded.size() * 784));
            }
        }
        return seen;
    }

    @Test
    void aThreadAheadChangesNoBatch() {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        List<float[]> ahead = batches(thread);
        thread.shutdown();
        List<float[]> between = batches(Runnable::run);
        List<float[]> never = batches(task -> {});
        for (int i = 0; i < between.size(); i++) {
            assertArrayEquals(between.get(i), ahead.get(i));
            assertArrayEquals(between.get(i), never.get(i));
        }
    }

    @Test
    void aJumpToAnotherPlaceGivesThatPlace() {
        BatchFeed straight = new BatchFeed(DATA.train(), experiment(NoiseSpec.CLEAN), Runnable::run);
        float[] expected = straight.load(1, 2, 6).targets().clone();
        BatchFeed jumping = new BatchFeed(DATA.train(), experiment(NoiseSpec.CLEAN), Runnable::run);
        jumping.load(0, 0, 0);
        assertArrayEquals(expected, jumping.load(1, 2, 6).targets());
    }

    @Test
    void theLastBatchIsSmallerAndCleanInputsAreTheTargets() {
        BatchFeed feed = new BatchFeed(DATA.train(), experiment(NoiseSpec.CLEAN), Runnable::run);
        BatchFeed.Batch last = feed.load(0, 3, 3);
        assertEquals(2, last.size());
        assertSame(last.inputs(), last.targets());
        BatchFeed noisy = new BatchFeed(DATA.train(), experiment(new NoiseSpec(NoiseKind.MASKING, 0.5)), Runnable::run);
        BatchFeed.Batch spoilt = noisy.load(0, 0, 0);
        assertNotSame(spoilt.inputs(), spoilt.targets());
    }
}
