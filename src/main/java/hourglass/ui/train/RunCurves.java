package hourglass.ui.train;

import hourglass.core.color.Token;
import hourglass.core.data.OfficialSets;
import hourglass.core.spec.Likelihood;
import hourglass.core.spec.Loss;
import hourglass.core.spec.ModelSpec;
import hourglass.core.spec.VariationalSpec;
import hourglass.engine.model.EpochResult;
import hourglass.figures.CurveContent;
import hourglass.figures.CurveContent.Axis;
import hourglass.figures.CurveContent.Curve;
import hourglass.figures.CurveContent.Level;
import hourglass.figures.CurveContent.Marker;
import hourglass.figures.Table;
import hourglass.figures.Tables;
import hourglass.session.run.RunLog;
import hourglass.ui.kit.Messages;
import hourglass.ui.train.CurveSamples.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The curves of a network, as they suit its family.
 *
 * @param shown whose
 * @param losses per pixel
 * @param divergences in nats per image; of no use where the network is not variational
 * @param markers where something happened
 * @param xEnd where the axis ends, in epochs
 */
record RunCurves(Shown shown, CurveSet losses, CurveSet divergences, List<Marker> markers, double xEnd) {
    static RunCurves of(Shown shown) {
        return shown instanceof Shown.Run run ? of(run) : of((Shown.Rest) shown);
    }

    private static RunCurves of(Shown.Run run) {
        RunLog log = run.log();
        List<EpochResult> earlier = run.earlier();
        List<Marker> markers = new ArrayList<>();
        if (!earlier.isEmpty()) {
            int from = earlier.get(earlier.size() - 1).epoch();
            markers.add(new Marker(Messages.text("train.curve.continued"), from));
        }
        log.rateChanges().forEach(change -> markers.add(rate(change)));
        return new RunCurves(
                run,
                CurveSet.losses(log, earlier),
                CurveSet.divergences(log, earlier),
                List.copyOf(markers),
                end(log, Math.max(1, run.experiment().training().epochs())));
    }

    /** All epochs planned, but while few of many are done only so far that the curve is more than a speck. */
    private static double end(RunLog log, int planned) {
        int points = log.training().size();
        double reached = points == 0 ? 0 : log.training().epoch(points - 1);
        int end = 5;
        for (int step = 0; end < reached && end < planned; step++) {
            end = step % 3 == 1 ? end / 2 * 5 : end * 2;
        }
        return Math.min(end, planned);
    }

    private static RunCurves of(Shown.Rest rest) {
        List<EpochResult> history = rest.look().snapshot().history();
        return new RunCurves(
                rest,
                CurveSet.history(history, Kind.TRAINING, Kind.VALIDATION),
                CurveSet.history(history, Kind.TRAINING_KL, Kind.VALIDATION_KL),
                List.of(),
                Math.max(1, rest.look().snapshot().progress().epochs()));
    }

    private static Marker rate(RunLog.RateChange change) {
        return new Marker(Messages.text("train.curve.rate", TypedNumber.text(change.learningRate())), change.epoch());
    }

    /** For the chart; {@code levels} are those of squared errors. */
    CurveContent content(List<Level> levels) {
        ModelSpec model = shown.experiment().model();
        return model.variational().map(this::content).orElseGet(() -> plainContent(model, levels));
    }

    private CurveContent plainContent(ModelSpec model, List<Level> levels) {
        List<Curve> curves =
                losses.drawn(Messages.text("train.curve.training"), Messages.text("train.curve.validation"));
        boolean comparable = model.loss() == Loss.MEAN_SQUARED_ERROR;
        return new CurveContent(curves, comparable ? levels : List.of(), markers, xEnd);
    }

    private CurveContent content(VariationalSpec variational) {
        CurveSet reconstruction = nats(variational);
        List<Curve> curves = new ArrayList<>(reconstruction.drawn(
                Messages.text("train.curve.reconstruction"), Messages.text("train.curve.reconstruction-validation")));
        curves.addAll(reconstruction
                .plus(divergences)
                .hidden(Messages.text("train.curve.elbo"), Messages.text("train.curve.elbo-validation")));
        CurveContent below = new CurveContent(
                divergences.drawn(Messages.text("train.curve.kl"), Messages.text("train.curve.kl-validation")),
                List.of(),
                List.of(),
                xEnd);
        return new CurveContent(curves, floor(variational), markers, xEnd, Axis.FITTED, Optional.of(below));
    }

    private CurveSet nats(VariationalSpec variational) {
        Likelihood likelihood = variational.likelihood();
        int pixels = variational.inputSize();
        return losses.mapped(samples -> new CurveSamples.Nats(samples, likelihood, pixels));
    }

    private List<Level> floor(VariationalSpec variational) {
        boolean known = variational.likelihood() == Likelihood.BERNOULLI
                && shown.data().is(OfficialSets.FASHION_MNIST)
                && shown.learntFromData();
        return known
                ? List.of(new Level(
                        Messages.text("train.curve.floor"), Token.INK_SOFT, VariationalSpec.FASHION_MNIST_FLOOR))
                : List.of();
    }

    /** Everything logged, not only what is drawn. */
    Table table() {
        List<Tables.Series> columns = new ArrayList<>();
        shown.experiment()
                .model()
                .variational()
                .ifPresentOrElse(
                        variational -> {
                            columns.addAll(nats(variational).columns("reconstruction_nats"));
                            columns.addAll(divergences.columns("kl_nats"));
                        },
                        () -> columns.addAll(losses.columns("loss")));
        return Tables.curves(columns, shown.origin());
    }
}
