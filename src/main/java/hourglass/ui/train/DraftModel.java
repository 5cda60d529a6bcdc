package hourglass.ui.train;

import hourglass.core.Identity;
import hourglass.core.data.ImageSet;
import hourglass.core.spec.Activation;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.InvalidSpecException;
import hourglass.core.spec.Likelihood;
import hourglass.core.spec.Loss;
import hourglass.core.spec.NoiseKind;
import hourglass.core.spec.Preset;
import hourglass.core.spec.VariationalSpec;
import hourglass.core.spec.edit.CodeKind;
import hourglass.core.spec.edit.FamilyChange;
import hourglass.core.spec.edit.HourglassShape;
import hourglass.core.spec.edit.NetworkEdit;
import hourglass.core.spec.edit.NetworkFamily;
import hourglass.session.data.DataService;
import hourglass.session.history.History;
import hourglass.session.run.TrainingDesk;
import hourglass.session.run.TrainingService;
import hourglass.ui.hourglass.HourglassModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
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
    private final History history;
    private final HourglassModel hourglass;
    private final List<ChoiceSetting<?>> choices = new ArrayList<>();
    private final ObjectProperty<String> preset;
    private final ObjectProperty<NetworkFamily> family;
    private final ObjectProperty<CodeKind> codeKind;
    private final ObjectProperty<Activation> activation;
    private final ObjectProperty<Activation> codeActivation;
    private final ObjectProperty<Loss> loss;
    private final ObjectProperty<Likelihood> likelihood;
    private final ObjectProperty<NoiseKind> noiseKind;
    private final BooleanProperty neuronsEditable = new SimpleBooleanProperty(this, "neuronsEditable", true);
    private final LongProperty weights = new SimpleLongProperty(this, "weights", 0);
    private final StringProperty problem = new SimpleStringProperty(this, "problem", "");
    private final ObjectProperty<List<SettingRows.Row>> rows;
    private final SettingTitles titles = new SettingTitles();
    private final DraftTexts texts;
    private Experiment shown;
    private boolean filling;
    private long seenGeneration;

    DraftModel(TrainingService training, TrainingDesk desk, DataService data, History history) {
        this.training = training;
        this.desk = desk;
        this.data = data;
        this.history = history;
        shown = desk.draft();
        hourglass = new HourglassModel(HourglassShape.of(shown.model()));
        rows = new SimpleObjectProperty<>(this, "rows", SettingRows.of(shown));
        preset = choice(Experiment::name, this::withPreset, this::plan);
        family = choice(draft -> NetworkFamily.of(draft.model()), (draft, to) -> images().to(to, draft));
        codeKind = choice(CodeKind::of, CodeKind::change);
        activation = choice(draft -> draft.model().trunk().activation(), NetworkEdit::activation);
        codeActivation = choice(draft -> draft.model().trunk().codeActivation(), NetworkEdit::codeActivation);
        loss = choice(draft -> draft.model().loss(), NetworkEdit::loss);
        likelihood = choice(
                draft -> draft.model()
                        .variational()
                        .map(VariationalSpec::likelihood)
                        .orElse(Likelihood.BERNOULLI),
                NetworkEdit::likelihood);
        noiseKind = choice(
                draft -> draft.noise().kind(),
                (draft, to) -> draft.withNoise(draft.noise().withKind(to)));
        texts = new DraftTexts(() -> shown, this::edit, this::selectedLayer);
        show(shown);
        listen();
    }

    private <T> ObjectProperty<T> choice(Function<Experiment, T> read, BiFunction<Experiment, T, Experiment> change) {
        return choice(read, change, this::edit);
    }

    private <T> ObjectProperty<T> choice(
            Function<Experiment, T> read, BiFunction<Experiment, T, Experiment> change, Consumer<Experiment> accept) {
        ChoiceSetting<T> choice = new ChoiceSetting<>(shown, read, change, attempted -> attempt(attempted, accept));
        choices.add(choice);
        return choice.valueProperty();
    }

    private void listen() {
        hourglass.shapeProperty().addListener((observed, before, now) -> {
            if (!filling) {
                attempt(draft -> NetworkEdit.shape(draft, now), this::edit);
            }
        });
        hourglass.selectedProperty().addListener((observed, before, now) -> showNeurons());
        preset.addListener((observed, before, now) -> texts.revertIfWrong());
        family.addListener((observed, before, now) -> texts.revertIfWrong());
    }

    /** What cannot be is said in a sentence, and everything shows the draft again. */
    private void attempt(UnaryOperator<Experiment> change, Consumer<Experiment> accept) {
        if (filling) {
            return;
        }
        try {
            accept.accept(change.apply(shown));
        } catch (InvalidSpecException wrong) {
            show(shown);
            problem.set(String.valueOf(wrong.getMessage()));
        }
    }

    private FamilyChange images() {
        ImageSet train = data.state().data().train();
        return new FamilyChange(train.width(), train.height());
    }

    /** The whole preset with its training; the length of a run under way stays, as it is no part of the name. */
    private Experiment withPreset(Experiment draft, String id) {
        FamilyChange images = images();
        return Preset.byId(id)
                .map(chosen -> chosen.experiment(draft.data(), images.width(), images.height(), draft.seed()))
                .map(plain -> training.state().phase().isActive()
                        ? plain.withTraining(
                                plain.training().withEpochs(draft.training().epochs()))
                        : plain)
                .orElse(draft);
    }

    private void edit(Experiment changed) {
        accept(changed, desk::edit);
    }

    /** Takes it over by hand, so that it can be taken back. */
    private void accept(Experiment changed, Consumer<Experiment> way) {
        Experiment before = shown;
        Experiment named = changed.named();
        Consumer<Experiment> set = way.andThen(this::show);
        set.accept(named);
        String name = EditNames.of(before, named);
        if (HourglassShape.of(before.model()).layerCount()
                == HourglassShape.of(named.model()).layerCount()) {
            history.changed(name, before, named, set);
        } else {
            // Two layers removed one after the other are two steps.
            history.did(name, () -> set.accept(before), () -> set.accept(named));
        }
    }

    /** For the next run; the one under way keeps its pace. */
    private void plan(Experiment chosen) {
        accept(chosen, desk::plan);
    }

    /** Takes over what others did to the draft, and fits it to the size of the images in use. */
    void tick() {
        long generation = training.state().generation();
        if (generation != seenGeneration) {
            // What trains is the draft; a field may not say otherwise.
            seenGeneration = generation;
            texts.revertIfWrong();
        }
        Experiment draft = desk.draft();
        FamilyChange images = images();
        if (!images.fits(draft.model())) {
            history.quietly(() -> fit(images, draft));
        } else if (!Identity.same(draft, shown)) {
            show(draft);
        }
    }

    private void fit(FamilyChange images, Experiment draft) {
        try {
            edit(images.fit(draft));
        } catch (InvalidSpecException tooLarge) {
            // So many pixels that its layers would have too many weights: the smallest network there is.
            edit(Preset.DENSE_2.experiment(draft.data(), images.width(), images.height(), draft.seed()));
        }
    }

    private void show(Experiment draft) {
        shown = draft;
        filling = true;
        hourglass.shapeProperty().set(HourglassShape.of(draft.model()));
        choices.forEach(choice -> choice.show(draft));
        filling = false;
        problem.set("");
        weights.set(draft.model().parameterCount());
        List<SettingRows.Row> next = SettingRows.of(draft);
        if (!next.equals(rows.get())) {
            rows.set(next);
        }
        showLayer();
        texts.show(draft);
    }

    private void showLayer() {
        neuronsEditable.set(hourglass.shape().canResize(selectedLayer()));
        titles.show(
                shown,
                Math.min(selectedLayer(), HourglassShape.of(shown.model()).layerCount() - 1));
    }

    private void showNeurons() {
        if (!filling) {
            showLayer();
            text(Setting.NEURONS).reset(shown);
        }
    }

    private int selectedLayer() {
        int layers = hourglass.shape().layerCount();
        return Math.max(0, Math.min(layers - 1, hourglass.selectedProperty().get()));
    }

    /** The drawn network. */
    public HourglassModel hourglass() {
        return hourglass;
    }

    /** Name of the preset, or "custom"; choosing one replaces network, noise and training. */
    public ObjectProperty<String> presetProperty() {
        return preset;
    }

    /** Which family the network is of. */
    ObjectProperty<NetworkFamily> familyProperty() {
        return family;
    }

    /** Whether a convolutional network has a dense code. */
    ObjectProperty<CodeKind> codeKindProperty() {
        return codeKind;
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

    /** What a variational decoder's output means. */
    public ObjectProperty<Likelihood> likelihoodProperty() {
        return likelihood;
    }

    /** How the input is spoilt. */
    public ObjectProperty<NoiseKind> noiseKindProperty() {
        return noiseKind;
    }

    /** Whether the layer chosen has neurons to change: all but the two images. */
    public BooleanProperty neuronsEditableProperty() {
        return neuronsEditable;
    }

    /** Weights and biases of the network. */
    public LongProperty weightsProperty() {
        return weights;
    }

    /** Why the last edit of the drawing or choice of a preset could not be; empty when it could. */
    public StringProperty problemProperty() {
        return problem;
    }

    /** The settings this network has. */
    ObjectProperty<List<SettingRows.Row>> rowsProperty() {
        return rows;
    }

    /** How a setting is called now. */
    StringProperty titleOf(Setting setting) {
        return titles.of(setting);
    }

    /** A setting that is typed. */
    TextSetting text(Setting setting) {
        return texts.of(setting);
    }
}
