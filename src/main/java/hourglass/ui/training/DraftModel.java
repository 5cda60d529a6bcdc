package hourglass.ui.training;

import hourglass.core.spec.Activation;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Loss;
import hourglass.core.spec.Preset;
import hourglass.session.data.DataService;
import hourglass.session.training.TrainingDesk;
import hourglass.session.training.TrainingService;
import hourglass.ui.common.HourglassModel;
import hourglass.ui.common.HourglassShape;
import hourglass.ui.training.TextSetting.Change;
import hourglass.ui.training.TextSetting.Place;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The settings being edited, as the editor shows them; every edit that makes sense reaches the desk at once. */
public final class DraftModel {
    private final TrainingService training;
    private final TrainingDesk desk;
    private final DataService data;
    private final HourglassModel hourglass;
    private final StringProperty preset = new SimpleStringProperty(this, "preset", PresetWords.CUSTOM);
    private final ObjectProperty<Activation> activation;
    private final ObjectProperty<Activation> codeActivation;
    private final ObjectProperty<Loss> loss;
    private final BooleanProperty neuronsEditable = new SimpleBooleanProperty(this, "neuronsEditable", true);
    private final LongProperty weights = new SimpleLongProperty(this, "weights", 0);
    private final Map<Setting, TextSetting> texts = new EnumMap<>(Setting.class);
    private Experiment shown;
    private boolean filling;
    private long seenGeneration;

    DraftModel(TrainingService training, TrainingDesk desk, DataService data) {
        this.training = training;
        this.desk = desk;
        this.data = data;
        shown = desk.draft();
        var dense = DenseEdit.of(shown);
        hourglass = new HourglassModel(HourglassShape.of(dense));
        activation = new SimpleObjectProperty<>(this, "activation", dense.hiddenActivation());
        codeActivation = new SimpleObjectProperty<>(this, "codeActivation", dense.codeActivation());
        loss = new SimpleObjectProperty<>(this, "loss", dense.loss());
        addModelTexts();
        addTrainingTexts();
        show(shown);
        listen();
    }

    private void addModelTexts() {
        add(
                Setting.CODE_SIZE,
                draft -> Integer.toString(draft.model().codeSize()),
                (draft, typed) -> DenseEdit.shape(draft, DenseEdit.of(draft).hidden(), TypedNumber.whole(typed)));
        add(
                Setting.HIDDEN_LAYERS,
                draft -> Integer.toString(DenseEdit.of(draft).hidden().size()),
                (draft, typed) -> DenseEdit.hiddenLayers(draft, TypedNumber.whole(typed)));
        add(
                Setting.NEURONS,
                draft -> Integer.toString(HourglassShape.of(DenseEdit.of(draft)).neurons(selectedLayer())),
                (draft, typed) -> DenseEdit.neurons(draft, selectedLayer(), TypedNumber.whole(typed)));
    }

    private void addTrainingTexts() {
        Place rate = new Place(
                draft -> TypedNumber.text(draft.training().learningRate()),
                (draft, typed) -> draft.withTraining(draft.training().withLearningRate(TypedNumber.decimal(typed))));
        texts.put(Setting.LEARNING_RATE, new TextSetting(rate, () -> shown, this::edit));
        add(
                Setting.BATCH_SIZE,
                draft -> Integer.toString(draft.training().batchSize()),
                (draft, typed) -> draft.withTraining(draft.training().withBatchSize(TypedNumber.whole(typed))));
        Place epochs = new Place(
                draft -> Integer.toString(draft.training().epochs()),
                (draft, typed) -> draft.withTraining(draft.training().withEpochs(TypedNumber.whole(typed))));
        texts.put(Setting.EPOCHS, new TextSetting(epochs, () -> shown, this::edit));
        add(
                Setting.SEED,
                draft -> Long.toString(draft.seed()),
                (draft, typed) -> draft.withSeed(TypedNumber.large(typed)));
    }

    private void add(Setting setting, Function<Experiment, String> read, Change change) {
        texts.put(setting, new TextSetting(new Place(read, change), () -> shown, this::edit));
    }

    private void listen() {
        hourglass
                .shapeProperty()
                .addListener((observed, before, now) ->
                        choose((draft, shape) -> DenseEdit.shape(draft, shape.hidden(), shape.codeSize()), now));
        hourglass.selectedProperty().addListener((observed, before, now) -> showNeurons());
        preset.addListener((observed, before, now) -> {
            choose(this::withPreset, now);
            texts.values().forEach(TextSetting::revertIfWrong);
        });
        activation.addListener((observed, before, now) -> choose(DenseEdit::activation, now));
        codeActivation.addListener((observed, before, now) -> choose(DenseEdit::codeActivation, now));
        loss.addListener((observed, before, now) -> choose(DenseEdit::loss, now));
    }

    private <T> void choose(BiFunction<Experiment, T, Experiment> change, T value) {
        if (!filling) {
            edit(change.apply(shown, value));
        }
    }

    /** The whole preset with its training, except that pace and length of a run under way are not changed behind its back. */
    private Experiment withPreset(Experiment draft, String id) {
        return Preset.byId(id)
                .map(chosen -> chosen.experiment(draft.data(), draft.model().inputSize(), draft.seed()))
                .map(plain -> training.state().phase().isActive()
                        ? plain.withTraining(plain.training()
                                .withLearningRate(draft.training().learningRate())
                                .withEpochs(draft.training().epochs()))
                        : plain)
                .orElse(draft);
    }

    private void edit(Experiment changed) {
        Experiment named = changed.withPreset(PresetWords.idOf(changed));
        desk.edit(named);
        show(named);
    }

    /** Takes over what others did to the draft, and fits it to the size of the images in use. */
    void tick() {
        long generation = training.state().generation();
        if (generation != seenGeneration) {
            // What trains is the draft; a field may not say otherwise.
            seenGeneration = generation;
            texts.values().forEach(TextSetting::revertIfWrong);
        }
        Experiment draft = desk.draft();
        int pixels = data.state().data().train().pixelsPerImage();
        if (draft.model().inputSize() != pixels) {
            edit(DenseEdit.inputSize(draft, pixels));
        } else if (draft != shown) {
            show(draft);
        }
    }

    private void show(Experiment draft) {
        shown = draft;
        var dense = DenseEdit.of(draft);
        filling = true;
        hourglass.shapeProperty().set(HourglassShape.of(dense));
        activation.set(dense.hiddenActivation());
        codeActivation.set(dense.codeActivation());
        loss.set(dense.loss());
        preset.set(PresetWords.idOf(draft));
        filling = false;
        weights.set(dense.parameterCount());
        neuronsEditable.set(hourglass.shape().canResize(selectedLayer()));
        texts.values().forEach(text -> text.show(draft));
    }

    private void showNeurons() {
        neuronsEditable.set(hourglass.shape().canResize(selectedLayer()));
        text(Setting.NEURONS).reset(shown);
    }

    private int selectedLayer() {
        int layers = hourglass.shape().layerCount();
        return Math.max(0, Math.min(layers - 1, hourglass.selectedProperty().get()));
    }

    /** The drawn network. */
    public HourglassModel hourglass() {
        return hourglass;
    }

    /** Name of the preset, or "custom"; choosing one replaces network and training. */
    public StringProperty presetProperty() {
        return preset;
    }

    /** Activation of the hidden layers. */
    public ObjectProperty<Activation> activationProperty() {
        return activation;
    }

    /** Activation of the code. */
    public ObjectProperty<Activation> codeActivationProperty() {
        return codeActivation;
    }

    /** What training makes smaller. */
    public ObjectProperty<Loss> lossProperty() {
        return loss;
    }

    /** Whether the layer chosen has neurons to change: all but the two images. */
    public BooleanProperty neuronsEditableProperty() {
        return neuronsEditable;
    }

    /** Weights and biases of the network. */
    public LongProperty weightsProperty() {
        return weights;
    }

    /** A setting that is typed. */
    TextSetting text(Setting setting) {
        return Objects.requireNonNull(texts.get(setting), setting.name());
    }
}
