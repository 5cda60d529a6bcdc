package hourglass.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.spec.Activation;
import hourglass.core.spec.DenseSpec;
import hourglass.core.spec.Loss;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DraftModelTest {
    private final TrainScene scene = new TrainScene();
    private final DraftModel draft = scene.model.draft();

    @AfterEach
    void close() {
        scene.close();
    }

    private DenseSpec dense() {
        return DenseEdit.of(scene.desk.draft());
    }

    private void type(Setting setting, String text) {
        draft.text(setting).textProperty().set(text);
        draft.text(setting).commit();
    }

    private String shown(Setting setting) {
        return draft.text(setting).textProperty().get();
    }

    private String error(Setting setting) {
        return draft.text(setting).errorProperty().get();
    }

    @Test
    void whatIsTypedReachesTheDraftAndTheDrawing() {
        type(Setting.CODE_SIZE, "12");
        type(Setting.HIDDEN_LAYERS, "2");
        type(Setting.BATCH_SIZE, "128");
        type(Setting.EPOCHS, "3");
        type(Setting.SEED, "-4");
        assertEquals(12, dense().codeSize());
        assertEquals(2, dense().hidden().size());
        assertEquals(128, scene.desk.draft().training().batchSize());
        assertEquals(3, scene.desk.draft().training().epochs());
        assertEquals(-4, scene.desk.draft().seed());
        assertEquals(12, draft.hourglass().shape().codeSize());
        assertEquals(dense().parameterCount(), draft.weightsProperty().get());
    }

    @Test
    void aChangeInTheDrawingReachesTheDraftAndTheFields() {
        draft.hourglass().insertAfter(0);
        draft.hourglass().edit(shape -> shape.resize(1, 300));
        assertEquals(List.of(300), dense().hidden());
        assertEquals("1", shown(Setting.HIDDEN_LAYERS));
        assertEquals("300", shown(Setting.NEURONS));
        draft.hourglass().selectedProperty().set(2);
        assertEquals("64", shown(Setting.NEURONS));
    }

    @Test
    void neuronsAreThoseOfTheChosenLayerAndOfItsMirror() {
        type(Setting.HIDDEN_LAYERS, "1");
        draft.hourglass().selectedProperty().set(3);
        type(Setting.NEURONS, "90");
        assertEquals(List.of(90), dense().hidden());
        draft.hourglass().selectedProperty().set(0);
        assertFalse(draft.neuronsEditableProperty().get());
        type(Setting.NEURONS, "5");
        assertEquals(784, dense().inputSize());
    }

    @Test
    void wrongTextStaysWithASentenceAndTheDraftKeepsItsLastValidValue() {
        type(Setting.CODE_SIZE, "30");
        type(Setting.CODE_SIZE, "thirty");
        assertEquals("“thirty” is not a whole number.", error(Setting.CODE_SIZE));
        assertEquals(30, dense().codeSize());
        type(Setting.BATCH_SIZE, "64");
        scene.model.tick();
        assertEquals("thirty", shown(Setting.CODE_SIZE));
        assertEquals(64, scene.desk.draft().training().batchSize());
        type(Setting.CODE_SIZE, "31");
        assertEquals("", error(Setting.CODE_SIZE));
        assertEquals(31, dense().codeSize());
    }

    @Test
    void everyRangeIsSaidAtItsField() {
        type(Setting.CODE_SIZE, "0");
        type(Setting.HIDDEN_LAYERS, "7");
        type(Setting.BATCH_SIZE, "5000");
        type(Setting.EPOCHS, "-1");
        type(Setting.SEED, "");
        type(Setting.LEARNING_RATE, "0");
        assertTrue(error(Setting.CODE_SIZE).startsWith("Code size must be between 1 and 4096"));
        assertTrue(error(Setting.HIDDEN_LAYERS).startsWith("Hidden layers on each side must be between 0 and 6"));
        assertTrue(error(Setting.BATCH_SIZE).contains("between 1 and 4096; got 5000"));
        assertTrue(error(Setting.EPOCHS).contains("between 0 and 10000; got -1"), error(Setting.EPOCHS));
        assertEquals("A number is needed here.", error(Setting.SEED));
        assertTrue(error(Setting.LEARNING_RATE).startsWith("Learning rate must be between"));
        type(Setting.CODE_SIZE, "99999999999");
        assertEquals("“99999999999” is too large.", error(Setting.CODE_SIZE));
        type(Setting.LEARNING_RATE, "NaN");
        assertEquals("“NaN” is not a number.", error(Setting.LEARNING_RATE));
        assertEquals(64, dense().codeSize());
        assertEquals(10, scene.desk.draft().training().epochs());
    }

    @Test
    void halfANumberIsNeverTakenForOne() {
        draft.text(Setting.LEARNING_RATE).textProperty().set("0,02");
        assertEquals(0.001, scene.desk.draft().training().learningRate());
        draft.text(Setting.LEARNING_RATE).commit();
        assertEquals(0.02, scene.desk.draft().training().learningRate());
        assertEquals("0.02", shown(Setting.LEARNING_RATE));
        type(Setting.LEARNING_RATE, "x");
        draft.text(Setting.LEARNING_RATE).commit();
        assertEquals("x", shown(Setting.LEARNING_RATE));
        draft.text(Setting.LEARNING_RATE).revert();
        assertEquals("0.02", shown(Setting.LEARNING_RATE));
        assertEquals("", error(Setting.LEARNING_RATE));
    }

    @Test
    void aPresetFillsEverythingButTheSeedAndAnEditMakesItCustom() {
        type(Setting.SEED, "3");
        type(Setting.EPOCHS, "1");
        draft.presetProperty().set("stacked-30");
        assertEquals(List.of(100), dense().hidden());
        assertEquals("30", shown(Setting.CODE_SIZE));
        assertEquals(10, scene.desk.draft().training().epochs());
        assertEquals(3, scene.desk.draft().seed());
        draft.codeActivationProperty().set(Activation.LINEAR);
        assertEquals("custom", draft.presetProperty().get());
        assertEquals("custom", scene.desk.draft().preset());
        draft.codeActivationProperty().set(Activation.RELU);
        assertEquals("stacked-30", scene.desk.draft().preset());
    }

    @Test
    void choicesReachTheDraft() {
        draft.activationProperty().set(Activation.TANH);
        draft.lossProperty().set(Loss.BINARY_CROSS_ENTROPY);
        assertEquals(Activation.TANH, dense().hiddenActivation());
        assertEquals(Loss.BINARY_CROSS_ENTROPY, dense().loss());
    }

    @Test
    void settingsChangedElsewhereAreShown() {
        scene.desk.edit(scene.desk.draft().withSeed(99));
        scene.model.tick();
        assertEquals("99", shown(Setting.SEED));
    }

    @Test
    void theNetworkFitsTheImagesInUse() {
        scene.desk.edit(DenseEdit.inputSize(scene.desk.draft(), 100));
        scene.model.tick();
        assertEquals(784, dense().inputSize());
        assertEquals("dense-64", draft.presetProperty().get());
    }
}
