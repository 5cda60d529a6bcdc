package hourglass.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Preset;
import hourglass.engine.model.Progress;
import hourglass.session.look.Look;
import hourglass.session.look.Origin;
import hourglass.testing.SmallData;
import hourglass.testing.Snapshots;
import org.junit.jupiter.api.Test;

class LookWordsTest {
    private static final Experiment DENSE = Preset.DENSE_64.experiment(new DataSpec("Dots", "00"), 28, 28, 7);

    private static Look look(Origin origin, String name, Experiment experiment, Progress progress) {
        return new Look(origin, name, Snapshots.of("run", experiment, progress), SmallData.garments());
    }

    private static String state(Origin origin, Progress progress) {
        return LookWords.state(look(origin, "x", DENSE, progress));
    }

    @Test
    void saysWhereANetworkComesFrom() {
        Progress middle = new Progress(2, 1, 7);
        assertEquals("Dense 64, shipped", LookWords.line(look(Origin.SHIPPED, "dense-64", DENSE, middle)));
        assertEquals("a_b.safetensors, opened", LookWords.line(look(Origin.FILE, "a_b.safetensors", DENSE, middle)));
        assertEquals("Dense 64, in training, epoch 3", LookWords.line(look(Origin.TRAINING, "", DENSE, middle)));
        assertEquals("Dense 64, stopped in epoch 3", LookWords.line(look(Origin.TONIGHT, "", DENSE, middle)));
    }

    @Test
    void trainingBeginsAndEnds() {
        assertEquals("untrained", state(Origin.TRAINING, Progress.START));
        assertEquals("in training, epoch 1", state(Origin.TRAINING, new Progress(0, 1, 1)));
        assertEquals("in training, epoch 10", state(Origin.TRAINING, new Progress(10, 0, 100)));
        assertEquals("trained 3 batches", state(Origin.TONIGHT, new Progress(0, 3, 3)));
        assertEquals("trained 1 epoch", state(Origin.TONIGHT, new Progress(1, 0, 9)));
        assertEquals("trained 3 epochs", state(Origin.TONIGHT, new Progress(3, 0, 27)));
    }

    @Test
    void otherSettingsThanThePresetsHaveNoPresetsName() {
        Experiment fast = DENSE.withTraining(DENSE.training().withLearningRate(1000));
        assertEquals("Dense autoencoder 784–64–784", LookWords.name(look(Origin.TRAINING, "", fast, Progress.START)));
    }
}
