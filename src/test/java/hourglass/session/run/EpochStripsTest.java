package hourglass.session.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.ImageSet;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.NoiseKind;
import hourglass.core.spec.NoiseSpec;
import hourglass.testing.RunScene;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EpochStripsTest {
    private final RunScene scene = new RunScene();

    @AfterEach
    void close() {
        scene.close();
    }

    private EpochStrips.Seen trained(Experiment experiment) {
        scene.training.start(experiment, scene.data);
        scene.untilPhase(Phase.COMPLETED);
        scene.untilWritten();
        return scene.training.strips().seen().orElseThrow();
    }

    private static List<Integer> epochs(EpochStrips.Seen seen) {
        return seen.strips().stream().map(EpochStrips.Strip::epoch).toList();
    }

    @Test
    void eachEpochIsSeenOnTheSameImagesFromBeforeTheFirst() {
        EpochStrips.Seen seen = trained(RunScene.dense(3));
        assertEquals(List.of(0, 1, 2, 3), epochs(seen));
        ImageSet test = scene.data.test();
        int first = PreviewImages.of(test)[0];
        assertArrayEquals(test.image(first), seen.originals().image(0));
        assertEquals(test.className(first), seen.names().get(0));
        assertEquals(seen.originals().count(), seen.names().size());
        assertTrue(seen.originals().count() <= 10);
        assertFalse(seen.isNoisy());
        float[] last = scene.training.frame().orElseThrow().reconstructions().image(0);
        assertArrayEquals(last, seen.strips().get(3).images().image(0), "as the window shows it at the end");
    }

    @Test
    void manyEpochsAreThinnedAndTheFirstAndTheLastStay() {
        List<Integer> epochs = epochs(trained(RunScene.dense(70)));
        assertEquals(EpochArchive.MOST_EPOCHS, epochs.size());
        assertEquals(0, epochs.get(0));
        assertEquals(70, epochs.get(epochs.size() - 1));
    }

    @Test
    void theNextRunBeginsItsOwn() {
        trained(RunScene.dense(2));
        assertEquals(List.of(0, 1), epochs(trained(RunScene.dense(1))));
    }

    @Test
    void aDenoiserIsShownItsNoisyImages() {
        EpochStrips.Seen seen = trained(RunScene.dense(1).withNoise(new NoiseSpec(NoiseKind.GAUSSIAN, 0.3)));
        assertTrue(seen.isNoisy());
        assertEquals(seen.originals().count(), seen.inputs().count());
        float[] last = scene.training.frame().orElseThrow().reconstructions().image(0);
        assertArrayEquals(last, seen.strips().get(1).images().image(0), "and draws these, as the window shows");
    }
}
