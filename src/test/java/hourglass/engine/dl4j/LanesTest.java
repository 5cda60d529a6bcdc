package hourglass.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Preset;
import hourglass.engine.heap.LaneChoice;
import hourglass.engine.model.Parameters;
import hourglass.engine.model.TrainableNetwork;
import hourglass.session.concurrent.Crew;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lanes change how long a step takes and nothing else. */
class LanesTest {
    private static final int BATCH = 9;

    @ParameterizedTest
    @EnumSource(
            value = Preset.class,
            names = {"CONV_DENOISE", "CONV_64", "VAE_CONV_2", "DENSE_64"})
    void anyNumberOfLanesGivesTheSameWeights(Preset preset) {
        Experiment experiment = preset.experiment(new DataSpec("x", ""), 12, 12, 7);
        Parameters alone = trained(experiment, 1);
        assertEquals(alone, trained(experiment, 2));
        assertEquals(alone, trained(experiment, 5));
    }

    private static Parameters trained(Experiment experiment, int count) {
        SplittableRandom random = new SplittableRandom(1);
        float[] images = new float[BATCH * 144];
        for (int i = 0; i < images.length; i++) {
            images[i] = (float) random.nextDouble();
        }
        try (Crew crew = new Crew(count, Thread.NORM_PRIORITY);
                TrainableNetwork network = new Dl4jNetworks(crew).trainable(experiment)) {
            // Past the steps in which the number of lanes is still tried out.
            for (int step = 0; step < 80; step++) {
                network.fit(images, images, BATCH - step % 3);
            }
            return network.parameters();
        }
    }

    @Test
    void theFastestNumberIsKept() {
        LaneChoice choice = new LaneChoice(3);
        for (int step = 0; step < 200; step++) {
            choice.took(choice.next() == 2 ? 100 : 150);
        }
        assertEquals(2, choice.next());
        choice.took(10_000);
        assertEquals(2, choice.next());
    }

    @Test
    void oneLaneNeedsNoTrial() {
        LaneChoice choice = new LaneChoice(1);
        choice.took(5);
        assertEquals(1, choice.next());
    }
}
