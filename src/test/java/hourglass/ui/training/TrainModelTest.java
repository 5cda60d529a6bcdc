package hourglass.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.spec.Loss;
import hourglass.session.training.Phase;
import hourglass.ui.common.CurveContent;
import hourglass.ui.common.CurveContent.Style;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class TrainModelTest {
    private final TrainScene scene = new TrainScene();
    private final TrainModel model = scene.model;

    @AfterEach
    void close() {
        scene.close();
    }

    private CurveContent curves() {
        return model.curve().contentProperty().get();
    }

    private void set(Setting setting, String text) {
        model.draft().text(setting).textProperty().set(text);
        model.draft().text(setting).commit();
    }

    /** What the frame of the window does with every tick. */
    private void follow() {
        scene.training.snapshot().ifPresent(s -> scene.models.showTraining(scene.models.active(), s));
    }

    private void train(Phase until) {
        scene.desk.restart();
        waitFor(until);
    }

    private void waitFor(Phase phase) {
        scene.tickUntil(() -> scene.training.state().phase() == phase);
        follow();
        model.tick();
    }

    @Test
    void beforeAnyTrainingTheShippedHistoryIsShownAndSaidToBeThat() {
        model.tick();
        assertEquals(Style.POINTS, curves().curves().get(0).style());
        assertEquals(2, curves().curves().get(1).samples().size());
        assertEquals(0.035, curves().curves().get(1).samples().y(1));
        assertTrue(model.curve().detailProperty().get().contains("shipped network Dense 64, trained 2 epochs"));
        assertTrue(model.caption().contains("784–64–784, trained 2 epochs, seed 7"), model.caption());
        assertTrue(
                model.curve().csv().endsWith("1.0,0.05,0.04\n2.0,0.03,0.035\n"),
                model.curve().csv());
    }

    @Test
    void theShippedNetworkAndPcaAreDrawnBelowTheOriginals() {
        assertEquals("–", model.strip().contentProperty().get().errorOf(1));
        scene.tickUntil(() -> !model.strip().contentProperty().get().errorOf(1).equals("–")
                && !model.strip().contentProperty().get().errorOf(2).equals("–"));
        StripContent content = model.strip().contentProperty().get();
        double network = Double.parseDouble(content.errorOf(1));
        double pca = Double.parseDouble(content.errorOf(2));
        assertTrue(pca < network, "weights of zero draw grey: " + network + ", PCA " + pca);
        assertEquals(3 * content.columns(), content.tiles().count());
        assertTrue(model.strip().describe(content.columns()).contains(content.errorOf(1, 0)));
    }

    @Test
    void pcaIsALineForSquaredErrorOnly() {
        scene.tickUntil(() -> !curves().levels().isEmpty());
        assertEquals("PCA with 64 numbers", curves().levels().get(0).name());
        assertFalse(model.curve().withoutBaselineProperty().get());
        model.draft().lossProperty().set(Loss.BINARY_CROSS_ENTROPY);
        set(Setting.EPOCHS, "1");
        train(Phase.COMPLETED);
        assertEquals(0, curves().levels().size());
        assertTrue(model.curve().withoutBaselineProperty().get());
    }

    @Test
    void aRunDrawsEveryBatchAndGoesOnAfterItsEarlierEpochs() {
        set(Setting.EPOCHS, "2");
        train(Phase.COMPLETED);
        int batches = curves().curves().get(0).samples().size();
        assertEquals(scene.training.log().training().size(), batches);
        assertEquals(Style.RAW_AND_SMOOTH, curves().curves().get(0).style());
        assertTrue(model.caption().contains("epoch 2 of 2"), model.caption());
        assertEquals("", model.stale().sentenceProperty().get());
        CurveContent before = curves();
        model.tick();
        assertSame(before, curves(), "nothing new, nothing to draw");

        scene.desk.trainOrPause();
        waitFor(Phase.COMPLETED);
        CurveContent.Samples training = curves().curves().get(0).samples();
        assertEquals(2 + batches, training.size());
        assertEquals(1.0, training.x(0));
        assertEquals(4.0, training.x(training.size() - 1));
    }

    @Test
    void everySettingThatNoLongerFitsIsMarkedByItself() {
        set(Setting.EPOCHS, "1");
        set(Setting.HIDDEN_LAYERS, "1");
        train(Phase.COMPLETED);
        set(Setting.NEURONS, "20");
        set(Setting.BATCH_SIZE, "50");
        model.draft().lossProperty().set(Loss.BINARY_CROSS_ENTROPY);
        model.tick();
        assertEquals(
                "Code size, loss and batch size changed since this network was started.",
                model.stale().sentenceProperty().get());
        assertTrue(model.stale().markOf(Setting.CODE_SIZE).get());
        assertTrue(model.stale().markOf(Setting.BATCH_SIZE).get());
        assertFalse(model.stale().markOf(Setting.HIDDEN_LAYERS).get());
        assertFalse(model.stale().markOf(Setting.SEED).get());
        set(Setting.BATCH_SIZE, "32");
        set(Setting.CODE_SIZE, "64");
        model.draft().lossProperty().set(Loss.MEAN_SQUARED_ERROR);
        model.tick();
        assertEquals("", model.stale().sentenceProperty().get());
    }

    @Test
    void aLearningRateChangedWhileRunningIsMarkedAndIsNotStale() {
        set(Setting.EPOCHS, "10000");
        scene.desk.restart();
        scene.tickUntil(() -> curves().curves().get(0).samples().size() > 3);
        set(Setting.LEARNING_RATE, "0.0005");
        scene.tickUntil(() -> !curves().markers().isEmpty());
        assertEquals("learning rate 0.0005", curves().markers().get(0).text());
        assertEquals("", model.stale().sentenceProperty().get());
    }

    @Test
    void aDivergedRunSaysSoUntilItIsPutAwayOrStartedAgain() {
        set(Setting.LEARNING_RATE, "1000");
        set(Setting.EPOCHS, "50");
        train(Phase.FAILED);
        assertTrue(
                model.failureProperty().get().contains("diverged"),
                model.failureProperty().get());
        model.failureProperty().set("");
        model.tick();
        assertEquals("", model.failureProperty().get(), "put away it stays away");
        set(Setting.LEARNING_RATE, "0.001");
        set(Setting.EPOCHS, "1");
        train(Phase.COMPLETED);
        assertEquals("", model.failureProperty().get());
    }

    @Test
    void goingBackToTheShippedNetworkShowsItsHistoryAgain() {
        set(Setting.EPOCHS, "1");
        train(Phase.COMPLETED);
        CurveContent own = curves();
        scene.models.showShipped();
        model.tick();
        assertNotEquals(own, curves());
        assertEquals(Style.POINTS, curves().curves().get(0).style());
        assertTrue(model.curve().detailProperty().get().contains("shipped"));
    }
}
