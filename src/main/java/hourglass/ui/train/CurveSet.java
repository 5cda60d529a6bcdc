package hourglass.ui.train;

import hourglass.core.color.Token;
import hourglass.engine.model.EpochResult;
import hourglass.figures.CurveContent.Curve;
import hourglass.figures.CurveContent.Samples;
import hourglass.figures.CurveContent.Style;
import hourglass.figures.Tables;
import hourglass.session.run.LossLog;
import hourglass.session.run.RunLog;
import hourglass.ui.kit.Messages;
import hourglass.ui.train.CurveSamples.Chosen;
import hourglass.ui.train.CurveSamples.First;
import hourglass.ui.train.CurveSamples.Joined;
import hourglass.ui.train.CurveSamples.Kind;
import hourglass.ui.train.CurveSamples.Logged;
import hourglass.ui.train.CurveSamples.PerEpoch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One measured quantity in all its parts.
 *
 * @param before by epochs of training, before the run and up to its beginning; empty where it begins afresh
 * @param training every batch of the run, or every epoch at rest
 * @param sample on a sample of the test images, during the epochs of the run
 * @param validation on all test images, by epochs
 * @param trainingStyle how training is drawn
 */
record CurveSet(Samples before, Samples training, Samples sample, Samples validation, Style trainingStyle) {
    private static final Samples NONE = new PerEpoch(List.of(), Kind.TRAINING);

    /** Losses of a run after the epochs it went on from. */
    static CurveSet losses(RunLog log, List<EpochResult> earlier) {
        int logged = log.validation().size();
        return run(log.training(), log.training().size(), earlier, Kind.TRAINING)
                .validated(log.validation(), log.validation(), logged, new PerEpoch(earlier, Kind.VALIDATION));
    }

    /** Divergences of the same; never more of them than losses, as the log writes them first. */
    static CurveSet divergences(RunLog log, List<EpochResult> earlier) {
        int logged = log.validation().size();
        return run(log.trainingKl(), log.training().size(), earlier, Kind.TRAINING_KL)
                .validated(log.validationKl(), log.validation(), logged, new PerEpoch(earlier, Kind.VALIDATION_KL));
    }

    private static CurveSet run(LossLog log, int logged, List<EpochResult> earlier, Kind kind) {
        Samples batches = new Logged(log, logged);
        Samples before = earlier.isEmpty()
                ? NONE
                : new Joined(new PerEpoch(earlier, kind), new First(batches, Math.min(1, logged)));
        return new CurveSet(before, batches, NONE, NONE, Style.RAW_AND_SMOOTH);
    }

    private CurveSet validated(LossLog values, LossLog places, int logged, Samples earlier) {
        return new CurveSet(
                before,
                training,
                new Chosen(values, CurveSamples.withinEpochs(places, logged)),
                new Joined(earlier, new Chosen(values, CurveSamples.atWholeEpochs(places, logged))),
                trainingStyle);
    }

    /** A network at rest. */
    static CurveSet history(List<EpochResult> epochs, Kind training, Kind validation) {
        return new CurveSet(NONE, new PerEpoch(epochs, training), NONE, new PerEpoch(epochs, validation), Style.POINTS);
    }

    /** The same in another unit. */
    CurveSet mapped(UnaryOperator<Samples> unit) {
        return new CurveSet(
                unit.apply(before), unit.apply(training), unit.apply(sample), unit.apply(validation), trainingStyle);
    }

    /** The sum of both, part by part. */
    CurveSet plus(CurveSet other) {
        return new CurveSet(
                new CurveSamples.Sum(before, other.before),
                new CurveSamples.Sum(training, other.training),
                new CurveSamples.Sum(sample, other.sample),
                new CurveSamples.Sum(validation, other.validation),
                trainingStyle);
    }

    /** To be drawn, the later parts over the earlier. */
    List<Curve> drawn(String trainingName, String validationName) {
        List<Curve> curves = new ArrayList<>();
        if (before.size() > 0) {
            curves.add(new Curve(trainingName, Token.CURVE_TRAIN, Style.POINTS, before));
        }
        curves.add(new Curve(trainingName, Token.CURVE_TRAIN, trainingStyle, training));
        if (sample.size() > 0) {
            // Until an epoch is complete the sample is all that is known.
            String detail = validation.size() > 0 ? Messages.text("train.curve.sample") : "";
            curves.add(new Curve(validationName, detail, Token.CURVE_VALIDATION, Style.FAINT, sample));
        }
        curves.add(new Curve(validationName, Token.CURVE_VALIDATION, Style.POINTS, validation));
        return curves;
    }

    /** To be named under the pointer. */
    List<Curve> hidden(String trainingName, String validationName) {
        return List.of(
                new Curve(trainingName, Token.CURVE_TRAIN, Style.HIDDEN, training),
                new Curve(validationName, Token.CURVE_VALIDATION, Style.HIDDEN, validation));
    }

    /** As columns of a table. */
    List<Tables.Series> columns(String quantity) {
        return List.of(
                new Tables.Series("training_" + quantity, new Joined(beforeRun(), training)),
                new Tables.Series("validation_" + quantity, validation),
                new Tables.Series("validation_sample_" + quantity, sample));
    }

    /** Without the point that only leads over to the run. */
    private Samples beforeRun() {
        return before.size() == 0 ? before : new First(before, before.size() - 1);
    }
}
