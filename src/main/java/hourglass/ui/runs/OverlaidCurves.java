package hourglass.ui.runs;

import hourglass.core.color.Token;
import hourglass.engine.model.EpochResult;
import hourglass.engine.store.Report;
import hourglass.figures.CurveContent;
import hourglass.figures.CurveContent.Curve;
import hourglass.figures.CurveContent.Samples;
import hourglass.figures.CurveContent.Style;
import hourglass.session.runs.RunComparison;
import hourglass.session.runs.RunRecord;
import hourglass.ui.kit.Messages;
import hourglass.ui.runs.RunsModel.Along;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The errors of the ticked runs over one axis, with what PCA reaches where that can be held against all of them. */
record OverlaidCurves(RunComparison comparison, Along along) {
    /** All of them; of repeats with other seeds faint ones. */
    CurveContent content() {
        List<RunRecord> chosen = comparison.runs();
        List<Curve> curves = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            RunRecord run = chosen.get(i);
            String name = RunWords.called(run, chosen);
            Token color = RunWords.COLORS.get(i);
            for (RunRecord repeat : comparison.repeats(run)) {
                if (!chosen.contains(repeat)) {
                    String seed = Messages.text(
                            "runs.seed", Long.toString(repeat.experiment().seed()));
                    curves.add(new Curve(name, seed, color, Style.FAINT, samples(repeat)));
                }
            }
            curves.add(new Curve(name, color, Style.POINTS, samples(run)));
        }
        boolean nats = chosen.stream().anyMatch(run -> run.unit() == RunRecord.Unit.NATS);
        return new CurveContent(
                curves,
                linear(chosen).stream()
                        .map(error -> new CurveContent.Level(Messages.text("runs.pca"), Token.CURVE_PCA, error))
                        .toList(),
                List.of(),
                1,
                nats ? CurveContent.Axis.FITTED : CurveContent.Axis.FROM_ZERO,
                Optional.empty());
    }

    /** What PCA reaches where all have codes of one size and learn the clean image in squared error. */
    private Optional<Double> linear(List<RunRecord> chosen) {
        boolean alike = comparison.isComparable()
                && chosen.stream().map(OverlaidCurves::codeSize).distinct().count() == 1
                && chosen.get(0).unit() == RunRecord.Unit.SQUARED_ERROR
                && !chosen.get(0).experiment().noise().isNoisy();
        return !alike
                ? Optional.empty()
                : comparison.all().stream()
                        .filter(run -> codeSize(run) == codeSize(chosen.get(0)))
                        .filter(run -> run.report()
                                .data()
                                .name()
                                .equals(chosen.get(0).report().data().name()))
                        .flatMap(run -> run.report().figures().test().stream())
                        .map(Report.Quality::pcaMse)
                        .filter(Double::isFinite)
                        .findFirst();
    }

    private static int codeSize(RunRecord run) {
        return run.experiment().model().codeSize();
    }

    private Samples samples(RunRecord run) {
        List<EpochResult> epochs = run.epochs();
        double[] places = new double[epochs.size()];
        double[] values = new double[places.length];
        double seconds = 0;
        ToDoubleFunction<EpochResult> images =
                epoch -> (double) epoch.epoch() * run.report().data().trainCount();
        for (int i = 0; i < places.length; i++) {
            EpochResult epoch = epochs.get(i);
            seconds += epoch.seconds();
            places[i] = switch (along) {
                case EPOCHS -> epoch.epoch();
                case SECONDS -> seconds;
                case IMAGES -> images.applyAsDouble(epoch);
            };
            values[i] = run.error(epoch);
        }
        return Samples.of(places, values);
    }
}
