package hourglass.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.spec.Activation;
import hourglass.core.spec.ConvSpec;
import hourglass.core.spec.DenseSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Loss;
import hourglass.core.spec.NoiseKind;
import hourglass.core.spec.NoiseSpec;
import hourglass.core.spec.Preset;
import hourglass.core.spec.VariationalSpec;
import hourglass.core.spec.edit.CodeKind;
import hourglass.core.spec.edit.FamilyChange;
import hourglass.core.spec.edit.HourglassShape;
import hourglass.core.spec.edit.NetworkEdit;
import hourglass.core.spec.edit.NetworkFamily;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
        return (DenseSpec) scene.desk.draft().model().trunk();
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
        scene.tick();
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
        scene.tick();
        assertEquals("99", shown(Setting.SEED));
    }

    @Test
    void theNetworkFitsTheImagesInUse() {
        scene.desk.edit(new FamilyChange(10, 10).fit(scene.desk.draft()));
        scene.tick();
        assertEquals(784, dense().inputSize());
        assertEquals("dense-64", draft.presetProperty().get());
    }

    @Test
    void aNetworkOpenedElsewhereIsShownWhateverItsFamily() {
        for (Preset preset : Preset.values()) {
            Experiment opened = preset.experiment(scene.desk.draft().data(), 28, 28, 5);
            scene.desk.edit(opened);
            scene.tick();
            assertEquals(preset.id(), draft.presetProperty().get());
            assertEquals(
                    NetworkFamily.of(opened.model()), draft.familyProperty().get());
            assertEquals(
                    opened.model(),
                    NetworkEdit.shape(opened, draft.hourglass().shape()).model());
            assertEquals(
                    opened.model().parameterCount(), draft.weightsProperty().get());
        }
    }

    @Test
    void changingTheFamilyKeepsWhatMakesSense() {
        type(Setting.CODE_SIZE, "12");
        type(Setting.HIDDEN_LAYERS, "1");
        draft.activationProperty().set(Activation.ELU);
        draft.familyProperty().set(NetworkFamily.VARIATIONAL_CONVOLUTIONAL);
        VariationalSpec model = (VariationalSpec) scene.desk.draft().model();
        ConvSpec trunk = (ConvSpec) model.trunk();
        assertEquals(12, model.codeSize());
        assertEquals(1, trunk.waist().hidden().size());
        assertEquals(Activation.ELU, trunk.activation());
        assertEquals(Loss.BINARY_CROSS_ENTROPY, model.loss());
        type(Setting.BETA, "4");
        draft.familyProperty().set(NetworkFamily.VARIATIONAL_DENSE);
        assertEquals("4", shown(Setting.BETA));
        assertEquals(12, scene.desk.draft().model().codeSize());
        draft.familyProperty().set(NetworkFamily.DENSE);
        assertEquals(Loss.MEAN_SQUARED_ERROR, dense().loss());
        assertEquals(12, dense().codeSize());
        draft.presetProperty().set("conv-denoise");
        draft.familyProperty().set(NetworkFamily.VARIATIONAL_CONVOLUTIONAL);
        assertEquals(2, scene.desk.draft().model().codeSize(), "a volume cannot be a distribution");
    }

    @Test
    void convolutionsAreTypedStageByStage() {
        draft.presetProperty().set("conv-denoise");
        type(Setting.STAGES, "3");
        type(Setting.KERNEL, "5");
        draft.hourglass().selectedProperty().set(1);
        assertEquals("Maps, stage 1", draft.titleOf(Setting.NEURONS).get());
        type(Setting.NEURONS, "12");
        ConvSpec model = (ConvSpec) scene.desk.draft().model();
        assertEquals(List.of(12, 8, 8), model.channels());
        assertEquals(5, model.kernel());
        draft.codeKindProperty().set(CodeKind.NUMBERS);
        assertEquals("64", shown(Setting.CODE_SIZE));
        type(Setting.HIDDEN_LAYERS, "1");
        draft.codeKindProperty().set(CodeKind.FEATURE_MAPS);
        assertEquals(model, scene.desk.draft().model());
    }

    @Test
    void whatCannotBeIsSaidInOneSentenceAtItsField() {
        draft.presetProperty().set("conv-denoise");
        type(Setting.KERNEL, "29");
        assertEquals("The kernel of 29 × 29 is larger than the image of 28 × 28 pixels.", error(Setting.KERNEL));
        type(Setting.STAGES, "6");
        assertTrue(error(Setting.STAGES).startsWith("6 stages make the image vanish"), error(Setting.STAGES));
        type(Setting.NOISE_LEVEL, "-0.1");
        assertEquals("The noise level σ must be between 0 and 1; got -0.1.", error(Setting.NOISE_LEVEL));
        type(Setting.NOISE_LEVEL, "1.5");
        assertEquals("The noise level σ must be between 0 and 1; got 1.5.", error(Setting.NOISE_LEVEL));
        type(Setting.NOISE_LOWEST, "0.3");
        assertTrue(error(Setting.NOISE_LOWEST).startsWith("The lowest noise level must be between 0 and"));
        draft.presetProperty().set("vae-2");
        assertEquals("", error(Setting.KERNEL), "another preset takes away what was wrong");
        type(Setting.CODE_SIZE, "0");
        assertEquals(
                "A variational network needs between 1 and 4096 latent dimensions; got 0.", error(Setting.CODE_SIZE));
        type(Setting.BETA, "-1");
        assertTrue(error(Setting.BETA).startsWith("β, the weight of the KL divergence, must be between 0"));
        type(Setting.WARM_UP, "-1");
        assertTrue(error(Setting.WARM_UP).startsWith("KL warm-up in epochs must be between 0 and 1000"));
        assertEquals("vae-2", draft.presetProperty().get());
    }

    @Test
    void noiseIsFixedOrARange() {
        draft.noiseKindProperty().set(NoiseKind.GAUSSIAN);
        assertEquals("denoise-64", draft.presetProperty().get());
        assertEquals("", shown(Setting.NOISE_LOWEST));
        type(Setting.NOISE_LEVEL, "0.4");
        type(Setting.NOISE_LOWEST, "0.1");
        assertEquals(
                new NoiseSpec(NoiseKind.GAUSSIAN, 0.4, 0.1), scene.desk.draft().noise());
        assertEquals("σ up to", draft.titleOf(Setting.NOISE_LEVEL).get());
        draft.noiseKindProperty().set(NoiseKind.MASKING_SQUARE);
        type(Setting.NOISE_LOWEST, "");
        assertEquals(
                new NoiseSpec(NoiseKind.MASKING_SQUARE, 0.4), scene.desk.draft().noise());
        draft.noiseKindProperty().set(NoiseKind.NONE);
        assertEquals(NoiseSpec.CLEAN, scene.desk.draft().noise());
    }

    @Test
    void onlyTheSettingsOfTheFamilyAreShown() {
        for (Preset preset : Preset.values()) {
            draft.presetProperty().set(preset.id());
            Set<Setting> settings = draft.rowsProperty().get().stream()
                    .flatMap(row -> row.settings().stream())
                    .collect(Collectors.toSet());
            boolean variational = scene.desk.draft().model().isVariational();
            assertEquals(variational, settings.contains(Setting.BETA), preset.id());
            assertEquals(variational, !settings.contains(Setting.LOSS), preset.id());
            assertEquals(scene.desk.draft().noise().isNoisy(), settings.contains(Setting.NOISE_LEVEL), preset.id());
            boolean conv = NetworkFamily.of(scene.desk.draft().model()).isConvolutional();
            assertEquals(conv, settings.contains(Setting.KERNEL), preset.id());
            for (SettingRows.Row row : draft.rowsProperty().get()) {
                double sum =
                        row.percents().stream().mapToDouble(Double::doubleValue).sum();
                assertTrue(sum <= 100, preset.id() + " " + row);
            }
        }
    }

    @Test
    void aDrawnNetworkThatIsTooLargeIsTakenBackWithASentence() {
        draft.hourglass().edit(shape -> HourglassShape.dense(784, List.of(4096, 4096, 4096), 4096));
        assertTrue(draft.problemProperty().get().startsWith("The network would have"));
        assertEquals(List.of(), draft.hourglass().shape().hidden());
        assertEquals(List.of(), dense().hidden());
        draft.hourglass().insertAfter(0);
        assertEquals("", draft.problemProperty().get());
    }

    @Test
    void presetsThatImagesAreTooSmallForAreSimplyNotTheNetwork() {
        Experiment tiny = new FamilyChange(2, 2)
                .fit(Preset.DENSE_64.experiment(scene.desk.draft().data(), 28, 28, 1));
        assertEquals("dense-64", tiny.name());
        Experiment conv = new FamilyChange(5, 3).fit(Preset.CONV_DENOISE.experiment(tiny.data(), 28, 28, 1));
        ConvSpec model = (ConvSpec) conv.model();
        assertEquals(5, model.width());
        assertEquals(3, model.height());
        assertEquals(2, model.channels().size());
        Experiment two = new FamilyChange(2, 2).fit(conv);
        assertEquals(1, ((ConvSpec) two.model()).channels().size());
        assertEquals("custom", two.name());
        assertTrue(new FamilyChange(2, 2).fits(two.model()));
        assertFalse(new FamilyChange(2, 3).fits(two.model()));
    }

    @Test
    void editsOfTheNetworkAndOfSettingsAreTakenBackOneByOne() {
        Experiment first = scene.desk.draft();
        draft.hourglass().insertAfter(0);
        Experiment deeper = scene.desk.draft();
        type(Setting.CODE_SIZE, "12");
        type(Setting.SEED, "3");
        draft.hourglass().edit(shape -> shape.remove(1));
        assertEquals("hidden layer removed", scene.session.history.undo().orElseThrow());
        assertEquals("seed 7 → 3", scene.session.history.undo().orElseThrow());
        assertEquals("code size 64 → 12", scene.session.history.undo().orElseThrow());
        assertEquals(deeper, scene.desk.draft());
        assertEquals("64", shown(Setting.CODE_SIZE));
        assertEquals("hidden layer added", scene.session.history.undo().orElseThrow());
        assertEquals(first, scene.desk.draft());
        assertEquals(0, draft.hourglass().shape().hidden().size());
        scene.session.history.redo();
        assertEquals(deeper, scene.desk.draft());
    }

    @Test
    void aPresetIsTakenBackByItsName() {
        Experiment first = scene.desk.draft();
        draft.presetProperty().set(Preset.VAE_2.id());
        assertTrue(scene.session.history.undo().orElseThrow().startsWith("network chosen, "));
        assertEquals(first, scene.desk.draft());
    }
}
