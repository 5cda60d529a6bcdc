package hourglass.engine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Preset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunIdTest {
    @Test
    void itNeverGivesOneTwice() {
        Set<RunId> given = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            given.add(RunId.fresh());
        }
        assertEquals(1000, given.size());
    }

    @Test
    void itRefusesWhatWouldNotBeSafeInAFileName() {
        for (String text : new String[] {"", "..", "a/b", "A", "a b", "x".repeat(65)}) {
            assertFalse(RunId.isWellFormed(text), text);
            assertThrows(IllegalArgumentException.class, () -> new RunId(text));
        }
    }

    @Test
    void aTrainingThatOnlyGoesOnIsTheSameRunAndOtherSettingsMakeAnother() {
        var experiment = Preset.DENSE_2.experiment(new DataSpec("data", "f"), 4, 7);
        var weights =
                Parameters.copyOf(new float[Math.toIntExact(experiment.model().parameterCount())]);
        var from =
                new ModelSnapshot(new RunId("one"), experiment, Progress.START, weights, Optional.empty(), List.of());

        var longer = experiment.withTraining(experiment.training().withEpochs(99));
        var faster = experiment.withTraining(experiment.training().withLearningRate(0.5));

        assertEquals(from.run(), from.continuing(longer).run());
        assertNotEquals(from.run(), from.continuing(faster).run());
    }
}
