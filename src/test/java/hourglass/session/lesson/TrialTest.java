package hourglass.session.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.DataSet;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Preset;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Progress;
import hourglass.engine.model.RunId;
import hourglass.engine.model.TrainableNetwork;
import hourglass.session.concurrent.CancelToken;
import hourglass.testing.Engines;
import hourglass.testing.SmallData;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** What trials measure, on small data, where one can say what must come out. */
class TrialTest {
    private final DataSet data = SmallData.garments();
    private final LessonLab lab = new LessonLab(Engines::networks, this::untrained);

    private Optional<ModelSnapshot> untrained(String name) {
        var experiment =
                Preset.byId(name).orElseThrow().experiment(new DataSpec(data.name(), data.fingerprint()), 784, 7);
        try (TrainableNetwork network = Engines.networks().trainable(experiment)) {
            return Optional.of(new ModelSnapshot(
                    new RunId("untrained"),
                    experiment,
                    Progress.START,
                    network.parameters(),
                    Optional.empty(),
                    List.of()));
        }
    }

    private Measured measured(String id) throws IOException {
        LessonStep step = LessonFiles.read(LessonFiles.SHIPPED, "").steps().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        return lab.measure(step, data, () -> false, share -> {});
    }

    @Test
    void theYardstickIsTheAverageImage() throws IOException {
        Measured measured = measured("yardstick");
        float[] mean = ReconstructionTrials.meanImage(data.train());
        assertEquals(
                ReconstructionTrials.errorOfAnswer(data.test(), data.test().size(), mean),
                measured.number("mean"),
                1e-12);
        assertTrue(measured.number("black") > measured.number("mean"));
        assertEquals(1 - measured.number("error") / measured.number("mean"), measured.number("explained"), 1e-12);
    }

    @Test
    void aCodeOf64FloatsIsAboutThreeTimesSmaller() throws IOException {
        Measured measured = measured("code-bits");
        assertEquals(784 / 256.0, measured.number("times"), 1e-12);
        assertEquals(784 / 64.0, measured.number("times-8"), 1e-12);
        assertEquals(784 / 16.0, measured.number("times-2"), 1e-12);
    }

    @Test
    void labelsChangeNothing() throws IOException {
        Measured measured = measured("shuffled-labels");
        assertEquals(0, measured.number("difference"));
        assertTrue(measured.number("moved") > 0.5);
    }

    @Test
    void onePercentLessIsLess() throws IOException {
        Measured measured = measured("code-size");
        assertTrue(measured.number("to-error") > measured.number("from-error"));
        assertEquals(measured.number("ratio") - 1, measured.number("increase"), 1e-12);
    }

    @Test
    void clumpsAreCounted() {
        float[] places = new float[2 * 40];
        for (int i = 0; i < 40; i++) {
            places[2 * i] = i % 10 * 0.1f + (i < 20 ? 0 : 50);
            places[2 * i + 1] = i % 20 < 10 ? 0 : 90;
        }
        assertEquals(4, MapTrials.count(places));
    }

    @Test
    void ranksAreCompared() {
        assertEquals(1, MapTrials.correlation(new double[] {1, 2, 30}, new double[] {4, 5, 6}), 1e-12);
        assertEquals(-1, MapTrials.correlation(new double[] {1, 2, 30}, new double[] {6, 5, 4}), 1e-12);
    }

    @Test
    void whatNobodyWaitsForEndsAndTheNextQuestionIsAnswered() throws IOException {
        CancelToken token = new CancelToken();
        token.cancel();
        LessonStep step = LessonFiles.read(LessonFiles.SHIPPED, "").steps().get(4);
        assertThrows(CancellationException.class, () -> lab.measure(step, data, token, share -> {}));
        assertTrue(measured("code-size").number("ratio") > 1);
    }
}
