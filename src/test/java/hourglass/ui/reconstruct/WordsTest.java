package hourglass.ui.reconstruct;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Progress;
import hourglass.engine.model.RunId;
import hourglass.session.project.ActiveModel;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static String network(ActiveModel.Source source, String name, Progress progress) {
        ModelSnapshot made = Bench.snapshot(1, 0);
        ModelSnapshot snapshot = new ModelSnapshot(
                new RunId("test"), made.experiment(), progress, made.parameters(), made.optimiser(), made.history());
        return Words.network(new Subject(new ActiveModel(source, name, snapshot), Bench.uniform(2)));
    }

    @Test
    void saysWhichNetworkThisIs() {
        Progress middle = new Progress(2, 1, 7);
        assertEquals("Shipped network Dense 64", network(ActiveModel.Source.SHIPPED, "dense-64", middle));
        assertEquals("Opened network a_b.safetensors", network(ActiveModel.Source.FILE, "a_b.safetensors", middle));
        assertEquals("Network in training, epoch 3", network(ActiveModel.Source.TRAINING, "", middle));
    }

    @Test
    void trainingBeginsAndEnds() {
        assertEquals(
                "Network in training, before its first batch",
                network(ActiveModel.Source.TRAINING, "", Progress.START));
        assertEquals("Network in training, epoch 2", network(ActiveModel.Source.TRAINING, "", new Progress(2, 0, 6)));
        assertEquals("Network just trained, 3 epochs", network(ActiveModel.Source.TRAINING, "", new Progress(3, 0, 9)));
    }

    @Test
    void errorsHaveFourPlacesAndCountsAreGrouped() {
        assertEquals("0.0121", Words.error(0.01213));
        assertEquals("0.250", Words.error(0.25));
        assertEquals("–", Words.error(Double.NaN));
        assertEquals("10\u00a0000", Words.count(10_000));
    }
}
