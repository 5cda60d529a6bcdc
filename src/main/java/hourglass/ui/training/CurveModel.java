package hourglass.ui.training;

import hourglass.core.spec.Experiment;
import hourglass.core.spec.Loss;
import hourglass.engine.model.EpochResult;
import hourglass.session.data.Baseline;
import hourglass.session.data.BaselineService;
import hourglass.session.project.ActiveModel;
import hourglass.session.training.RunLog;
import hourglass.session.training.TrainingFrame;
import hourglass.ui.common.CurveContent;
import hourglass.ui.common.CurveContent.Curve;
import hourglass.ui.common.CurveContent.Level;
import hourglass.ui.common.CurveContent.Marker;
import hourglass.ui.common.CurveContent.Samples;
import hourglass.ui.common.CurveContent.Style;
import hourglass.ui.common.Messages;
import hourglass.ui.common.Token;
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
    private final ObjectProperty<CurveContent> content =
            new SimpleObjectProperty<>(this, "content", CurveContent.empty());
    private final StringProperty detail = new SimpleStringProperty(this, "detail", "");
    private final BooleanProperty withoutBaseline = new SimpleBooleanProperty(this, "withoutBaseline", false);
    private @Nullable Shown shown;
    private @Nullable TrainingFrame seenFrame;
    private @Nullable Baseline seenBaseline;

    CurveModel(BaselineService baselines) {
        this.baselines = baselines;
    }

    /** What the chart shows. */
    public ObjectProperty<CurveContent> contentProperty() {
        return content;
    }

    /** The unit in words, and whose history it is while nothing trains. */
    public StringProperty detailProperty() {
        return detail;
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
        withoutBaseline.set(now.experiment().model().loss() != Loss.MEAN_SQUARED_ERROR);
        detail.set(words(now));
        CurveContent next = now instanceof Shown.Run run ? content(run) : content((Shown.Rest) now);
        if (!next.equals(content.get())) {
            content.set(next);
        }
    }

    /** A run's curves are drawn anew with each of its frames, not with each of its batches. */
    private boolean isDrawn(Shown now) {
        Baseline baseline = baselines.baseline();
        TrainingFrame frame = now instanceof Shown.Run run ? run.frame().orElse(null) : null;
        boolean same = frame != null && frame == seenFrame && baseline == seenBaseline;
        seenFrame = frame;
        seenBaseline = baseline;
        return same;
    }

    private CurveContent content(Shown.Run run) {
        RunLog log = run.log();
        List<EpochResult> earlier = run.earlier();
        Samples training = new CurveSamples.Logged(
                new CurveSamples.PerEpoch(earlier, CurveSamples.Kind.TRAINING),
                log.training(),
                log.training().size());
        Samples validation = new CurveSamples.Logged(
                new CurveSamples.PerEpoch(earlier, CurveSamples.Kind.VALIDATION),
                log.validation(),
                log.validation().size());
        List<Marker> markers =
                log.rateChanges().stream().map(CurveModel::marker).toList();
        return new CurveContent(
                List.of(training(training, Style.RAW_AND_SMOOTH), validation(validation)),
                levels(run),
                markers,
                Math.max(1, run.experiment().training().epochs()));
    }

    private CurveContent content(Shown.Rest rest) {
        List<EpochResult> history = rest.model().snapshot().history();
        return new CurveContent(
                List.of(
                        training(new CurveSamples.PerEpoch(history, CurveSamples.Kind.TRAINING), Style.POINTS),
                        validation(new CurveSamples.PerEpoch(history, CurveSamples.Kind.VALIDATION))),
                levels(rest),
                List.of(),
                Math.max(1, rest.model().snapshot().progress().epochs()));
    }

    private static Curve training(Samples samples, Style style) {
        return new Curve(Messages.text("train.curve.training"), Token.CURVE_TRAIN, style, samples);
    }

    private static Curve validation(Samples samples) {
        return new Curve(Messages.text("train.curve.validation"), Token.CURVE_VALIDATION, Style.POINTS, samples);
    }

    private static Marker marker(RunLog.RateChange change) {
        return new Marker(Messages.text("train.curve.rate", TypedNumber.text(change.learningRate())), change.epoch());
    }

    private List<Level> levels(Shown now) {
        Optional<Double> error = baselineError(now);
        if (error.isEmpty()) {
            return List.of();
        }
        String size = Integer.toString(now.experiment().model().codeSize());
        return List.of(new Level(Messages.text("train.curve.pca", size), Token.CURVE_PCA, error.get()));
    }

    private Optional<Double> baselineError(Shown now) {
        Experiment experiment = now.experiment();
        boolean comparable = experiment.model().loss() == Loss.MEAN_SQUARED_ERROR && now.learntFromData();
        return comparable && baselines.baseline().data() == now.data()
                ? baselines.baseline().error(experiment.model().codeSize())
                : Optional.empty();
    }

    private static String words(Shown now) {
        String unit =
                switch (now.experiment().model().loss()) {
                    case MEAN_SQUARED_ERROR -> Messages.text("train.unit.mse");
                    case BINARY_CROSS_ENTROPY -> Messages.text("train.unit.bce");
                };
        if (!(now instanceof Shown.Rest rest)) {
            return unit;
        }
        return unit + " · "
                + whose(rest.model(), rest.model().snapshot().progress().epochs());
    }

    private static String whose(ActiveModel model, int epochs) {
        return switch (model.source()) {
            case SHIPPED -> Messages.text("train.history.shipped", PresetWords.title(model.name()), epochs);
            case FILE -> Messages.text("train.history.file", model.name(), epochs);
            case TRAINING -> Messages.text("train.history.training", epochs);
        };
    }

    /** Comma-separated values of everything logged, under a line that says of what. */
    String csv() {
        return shown == null ? "" : CurveTable.of(shown.caption(), content.get().curves());
    }
}
