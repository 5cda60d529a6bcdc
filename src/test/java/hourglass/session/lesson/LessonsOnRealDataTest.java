package hourglass.session.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.DataSet;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.store.ModelStore;
import hourglass.session.concurrent.CancelToken;
import hourglass.testing.Engines;
import hourglass.testing.NoNetwork;
import hourglass.testing.RealData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Every step of the evening that came with the program, on real Fashion-MNIST with the shipped networks: its answer holds.
 * Those that train for long only with {@code -Dhourglass.lessons=all}.
 */
class LessonsOnRealDataTest {
    private static Optional<ModelSnapshot> shipped(String name) {
        try {
            return Optional.of(new ModelStore("test")
                    .open(Path.of("models", name + ".safetensors"))
                    .snapshot());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static DataSet data() throws IOException {
        return NoNetwork.sources(Path.of("nowhere"), (folder, seed, cancelled) -> {
                    throw new IOException("There is nothing to read.");
                })
                .read(RealData.require(), new CancelToken());
    }

    @Test
    void theAnswerOfEachStepHolds() throws IOException {
        boolean all = "all".equals(System.getProperty("hourglass.lessons"));
        DataSet data = data();
        LessonLab lab = new LessonLab(Engines::networks, LessonsOnRealDataTest::shipped);
        List<String> wrong = new ArrayList<>();
        for (LessonStep step : LessonFiles.read(LessonFiles.SHIPPED, "").steps()) {
            if (all || !step.run().experiment().isSlow()) {
                Measured measured = lab.measure(step, data, () -> false, share -> {});
                double value = measured.number(step.answer().measure());
                if (!step.answer().passes(value)) {
                    wrong.add(step.id() + ": " + step.answer().measure() + " = " + value);
                }
                assertEquals(
                        step.run().experiment().measures(), measured.numbers().keySet(), step.id());
                assertEquals(step.run().experiment().named(), measured.names().keySet(), step.id());
                assertFalse(measured.fill(step.words().reveal()).contains("NaN"), step.id());
                assertTrue(measured.seed() >= 0 && !measured.sample().isEmpty(), step.id());
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void theSlowStepsAreFew() throws IOException {
        assertEquals(
                Set.of("linear-code", "race"),
                Set.copyOf(LessonFiles.read(LessonFiles.SHIPPED, "").steps().stream()
                        .filter(step -> step.run().experiment().isSlow())
                        .map(LessonStep::id)
                        .toList()));
    }
}
