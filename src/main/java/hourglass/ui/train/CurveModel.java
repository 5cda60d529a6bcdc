package hourglass.ui.train;

import hourglass.core.Identity;
import hourglass.core.color.Token;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Loss;
import hourglass.core.spec.ModelSpec;
import hourglass.figures.Attribution;
import hourglass.figures.CurveContent;
import hourglass.figures.CurveContent.Level;
import hourglass.figures.Table;
import hourglass.session.look.Look;
import hourglass.session.measure.Baseline;
import hourglass.session.measure.BaselineService;
import hourglass.session.measure.ImageErrors;
import hourglass.session.measure.NoiseErrors;
import hourglass.session.measure.NoiseErrors.Method;
import hourglass.session.run.TrainingFrame;
import hourglass.ui.kit.Counts;
import hourglass.ui.kit.LookWords;
import hourglass.ui.kit.Messages;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The curves: those of the run, or the history of a network at rest, with what PCA reaches at the same code size. */
public final class CurveModel {
    private final BaselineService baselines;
    private final NoiseLines noise;
    private final ObjectProperty<CurveContent> content =
            new SimpleObjectProperty<>(this, "content", CurveContent.empty());
    private final StringProperty detail = new SimpleStringProperty(this, "detail", "");
    private final BooleanProperty withoutBaseline = new SimpleBooleanProperty(this, "withoutBaseline", false);
    private final BooleanProperty fitted = new SimpleBooleanProperty(this, "fitted", false);
    private @Nullable Shown shown;
    private @Nullable TrainingFrame seenFrame;
    private @Nullable Baseline seenBaseline;
    private Optional<NoiseErrors> seenNoise = Optional.empty();

    CurveModel(BaselineService baselines, NoiseLines noise) {
        this.baselines = baselines;
        this.noise = noise;
    }

    /** What the chart shows. */
    public ObjectProperty<CurveContent> contentProperty() {
        return content;
    }

    /** The unit in words, and whose history it is while nothing trains. */
    public StringProperty detailProperty() {
        return detail;
    }

    /** Whether the vertical axis never begins near zero, so that a logarithm of it says nothing. */
    public BooleanProperty fittedProperty() {
        return fitted;
    }

    /** Whether the loss cannot be held against PCA. */
    public BooleanProperty withoutBaselineProperty() {
        return withoutBaseline;
    }

    void tick(Shown now) {
        boolean drawn = isDrawn(now);
        shown = now;
        if (drawn) {
            return;
        }
        ModelSpec model = now.experiment().model();
        withoutBaseline.set(!model.isVariational() && model.loss() != Loss.MEAN_SQUARED_ERROR);
        fitted.set(model.isVariational());
        detail.set(words(now));
        CurveContent next = RunCurves.of(now).content(levels(now));
        if (!next.equals(content.get())) {
            content.set(next);
        }
    }

    /** A run's curves are drawn anew with each of its frames, not with each of its batches. */
    private boolean isDrawn(Shown now) {
        Baseline baseline = baselines.baseline();
        TrainingFrame frame = now instanceof Shown.Run run ? run.frame().orElse(null) : null;
        Optional<NoiseErrors> measured = noise.look(now);
        boolean same = frame != null
                && Identity.same(frame, seenFrame)
                && Identity.same(baseline, seenBaseline)
                && measured.equals(seenNoise);
        seenFrame = frame;
        seenBaseline = baseline;
        seenNoise = measured;
        return same;
    }

    /** In squared error; a denoiser is held against what can be done to the same noisy images without it. */
    private List<Level> levels(Shown now) {
        String size = Counts.numbers(now.experiment().model().codeSize());
        if (!now.experiment().noise().isNoisy()) {
            return baselineError(now)
                    .map(error -> List.of(new Level(Messages.text("train.curve.pca", size), Token.CURVE_PCA, error)))
                    .orElse(List.of());
        }
        return seenNoise
                .map(known -> List.of(
                        new Level(Messages.text("train.curve.nothing"), Token.INK_SOFT, known.by(Method.NOTHING)),
                        new Level(Messages.text("train.curve.median"), Token.FLOW, known.by(Method.MEDIAN)),
                        new Level(Messages.text("train.curve.pca", size), Token.CURVE_PCA, known.by(Method.PCA))))
                .orElse(List.of());
    }

    private Optional<Double> baselineError(Shown now) {
        Experiment experiment = now.experiment();
        boolean comparable = experiment.model().loss() == Loss.MEAN_SQUARED_ERROR && now.learntFromData();
        return comparable
                ? baselines
                        .baseline(now.data())
                        .errors(experiment.model().codeSize())
                        .map(ImageErrors::mean)
                : Optional.empty();
    }

    private static String words(Shown now) {
        String unit = unit(now.experiment());
        if (!(now instanceof Shown.Rest rest)) {
            return unit;
        }
        Look look = rest.look();
        return unit + " · " + Messages.text("look.line", LookWords.name(look), LookWords.trained(look));
    }

    private static String unit(Experiment experiment) {
        if (experiment.model().isVariational()) {
            return Messages.text("train.unit.nats");
        }
        return switch (experiment.model().loss()) {
            case MEAN_SQUARED_ERROR ->
                experiment.noise().isNoisy() ? Messages.text("train.unit.mse-clean") : Messages.text("train.unit.mse");
            case BINARY_CROSS_ENTROPY -> Messages.text("train.unit.bce");
        };
    }

    /** What is measured, to stand above a saved drawing. */
    String quantity() {
        return shown == null ? "" : unit(shown.experiment());
    }

    /** Of what the curves are. */
    Optional<Attribution> origin() {
        return Optional.ofNullable(shown).map(Shown::origin);
    }

    /** Everything logged. */
    Optional<Table> table() {
        return Optional.ofNullable(shown).map(known -> RunCurves.of(known).table());
    }
}
