package hourglass.ui.train;

import hourglass.core.spec.Experiment;
import hourglass.core.spec.NoiseSpec;
import hourglass.core.spec.VariationalSpec;
import hourglass.core.spec.edit.HourglassShape;
import hourglass.core.spec.edit.NetworkEdit;
import hourglass.ui.train.TextSetting.Change;
import hourglass.ui.train.TextSetting.Place;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** The settings that are typed. */
final class DraftTexts {
    private final Supplier<Experiment> shown;
    private final Consumer<Experiment> edit;
    private final IntSupplier layer;
    private final Map<Setting, TextSetting> texts = new EnumMap<>(Setting.class);

    /** For the experiment shown, with who takes an edited one, and the layer chosen in the drawing. */
    DraftTexts(Supplier<Experiment> shown, Consumer<Experiment> edit, IntSupplier layer) {
        this.shown = shown;
        this.edit = edit;
        this.layer = layer;
        addNetwork();
        addConvolution();
        addVariational();
        addNoise();
        addTraining();
    }

    private void add(Setting setting, Function<Experiment, String> read, Change change) {
        texts.put(setting, new TextSetting(new Place(read, change), shown, edit));
    }

    private void addNetwork() {
        add(
                Setting.CODE_SIZE,
                draft -> Integer.toString(draft.model().codeSize()),
                (draft, typed) -> NetworkEdit.codeSize(draft, TypedNumber.whole(typed)));
        add(
                Setting.HIDDEN_LAYERS,
                draft -> Integer.toString(
                        HourglassShape.of(draft.model()).hidden().size()),
                (draft, typed) -> NetworkEdit.hiddenLayers(draft, TypedNumber.whole(typed)));
        add(
                Setting.NEURONS,
                draft -> Integer.toString(HourglassShape.of(draft.model()).neurons(layerIn(draft))),
                (draft, typed) -> NetworkEdit.neurons(draft, layerIn(draft), TypedNumber.whole(typed)));
    }

    private int layerIn(Experiment draft) {
        return Math.max(0, Math.min(HourglassShape.of(draft.model()).layerCount() - 1, layer.getAsInt()));
    }

    private void addConvolution() {
        add(
                Setting.STAGES,
                draft -> Integer.toString(
                        HourglassShape.of(draft.model()).stages().size()),
                (draft, typed) -> NetworkEdit.stages(draft, TypedNumber.whole(typed)));
        add(
                Setting.KERNEL,
                draft -> Integer.toString(draft.model().trunk().sizes().kernel()),
                (draft, typed) -> NetworkEdit.kernel(draft, TypedNumber.whole(typed)));
    }

    private void addVariational() {
        add(
                Setting.BETA,
                draft -> variational(draft, VariationalSpec::beta),
                (draft, typed) -> NetworkEdit.beta(draft, TypedNumber.decimal(typed)));
        add(
                Setting.WARM_UP,
                draft -> variational(draft, VariationalSpec::warmUpEpochs),
                (draft, typed) -> NetworkEdit.warmUp(draft, TypedNumber.decimal(typed)));
    }

    private static String variational(Experiment draft, ToDoubleFunction<VariationalSpec> number) {
        return draft.model()
                .variational()
                .map(spec -> TypedNumber.text(number.applyAsDouble(spec)))
                .orElse("");
    }

    private void addNoise() {
        add(
                Setting.NOISE_LEVEL,
                draft -> TypedNumber.text(draft.noise().level()),
                (draft, typed) -> draft.withNoise(draft.noise().withLevel(TypedNumber.decimal(typed))));
        add(Setting.NOISE_LOWEST, DraftTexts::lowest, DraftTexts::withLowest);
    }

    /** Where the range begins, empty for a fixed level. */
    private static String lowest(Experiment draft) {
        return draft.noise().isRange() ? TypedNumber.text(draft.noise().lowest()) : "";
    }

    private static Experiment withLowest(Experiment draft, String typed) {
        NoiseSpec noise = draft.noise();
        return draft.withNoise(noise.withLowest(typed.isBlank() ? noise.level() : TypedNumber.decimal(typed)));
    }

    private void addTraining() {
        add(
                Setting.LEARNING_RATE,
                draft -> TypedNumber.text(draft.training().learningRate()),
                (draft, typed) -> draft.withTraining(draft.training().withLearningRate(TypedNumber.decimal(typed))));
        add(
                Setting.BATCH_SIZE,
                draft -> Integer.toString(draft.training().batchSize()),
                (draft, typed) -> draft.withTraining(draft.training().withBatchSize(TypedNumber.whole(typed))));
        add(
                Setting.EPOCHS,
                draft -> Integer.toString(draft.training().epochs()),
                (draft, typed) -> draft.withTraining(draft.training().withEpochs(TypedNumber.whole(typed))));
        add(
                Setting.SEED,
                draft -> Long.toString(draft.seed()),
                (draft, typed) -> draft.withSeed(TypedNumber.large(typed)));
    }

    TextSetting of(Setting setting) {
        return Objects.requireNonNull(texts.get(setting), setting.name());
    }

    void revertIfWrong() {
        texts.values().forEach(TextSetting::revertIfWrong);
    }

    void show(Experiment draft) {
        texts.values().forEach(text -> text.show(draft));
    }
}
