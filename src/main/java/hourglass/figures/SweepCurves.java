package hourglass.figures;

import hourglass.core.color.Token;
import hourglass.core.spec.edit.Hyperparameter;
import hourglass.engine.store.Report;
import hourglass.figures.CurveContent.Curve;
import hourglass.figures.CurveContent.Samples;
import hourglass.figures.CurveContent.Style;
import hourglass.session.runs.RunRecord;
import hourglass.session.runs.RunSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The points of a sweep, one for each value, against what they must be held against: PCA, doing nothing, the prior.
 *
 * @param series the runs
 * @param names of the curves
 */
public record SweepCurves(RunSeries series, Names names) {
    /** Most numbers of a code whose divergence gets a curve of its own. */
    private static final int MOST_NUMBERS = 16;

    /**
     * What the curves are called.
     *
     * @param network the points
     * @param pca principal components of the same size
     * @param nothing the noise left in
     * @param each the divergence of each number of the code
     * @param all that of all together
     * @param seed one of several
     * @param number of a code
     */
    public record Names(
            String network,
            String pca,
            String nothing,
            String each,
            String all,
            LongFunction<String> seed,
            IntFunction<String> number) {
        /** For files of the command line. */
        public static final Names PLAIN = new Names(
                "network",
                "PCA",
                "doing nothing",
                "each number of the code",
                "all numbers, KL in nats",
                seed -> "seed " + seed,
                number -> "number " + number);
    }

    /** At the places 0, 1, 2 … of {@link #steps}. */
    public CurveContent content() {
        List<Curve> curves = new ArrayList<>();
        if (series.setting() == Hyperparameter.BETA) {
            divergences(curves);
        } else {
            baselines(curves);
            seeds(curves);
            curves.add(curve(names.network(), Token.CURVE_VALIDATION, Style.POINTS, error()));
        }
        return new CurveContent(curves, List.of(), List.of(), 1);
    }

    /** The values along the axis. */
    public List<String> steps() {
        return series.steps().stream().map(RunSeries.Step::value).toList();
    }

    /** On a page of its own. */
    public CurveFigure figure(String caption) {
        String quantity = series.setting() == Hyperparameter.BETA
                ? "KL divergence from the prior, nats per image"
                : "mean squared error per pixel on the test images";
        return new CurveFigure(
                content(),
                new CurveFigure.Axes(
                        series.setting().id().replace('-', ' '), quantity, CurveScale.Kind.LINEAR, steps()),
                caption);
    }

    /** What was measured where all have it, else the best error on the way. */
    public ToDoubleFunction<RunRecord> error() {
        boolean noisy = series.setting() == Hyperparameter.SIGMA;
        ToDoubleFunction<RunRecord> measured = run -> noisy
                ? run.report().figures().noise().map(Report.Noise::testMse).orElse(Double.NaN)
                : run.report().figures().test().map(Report.Quality::mse).orElse(Double.NaN);
        boolean all = series.steps().stream().allMatch(step -> Double.isFinite(step.mean(measured)));
        return all ? measured : RunRecord::bestError;
    }

    private void baselines(List<Curve> curves) {
        if (series.setting() == Hyperparameter.SIGMA) {
            curves.add(curve(names.nothing(), Token.CURVE_PCA, Style.DASHED, run -> run.report()
                    .figures()
                    .noise()
                    .map(Report.Noise::noisyMse)
                    .orElse(Double.NaN)));
        } else {
            curves.add(curve(names.pca(), Token.CURVE_PCA, Style.DASHED, run -> run.report()
                    .figures()
                    .test()
                    .map(Report.Quality::pcaMse)
                    .orElse(Double.NaN)));
        }
        curves.removeIf(curve -> curve.samples().size() == 0);
    }

    /** Each seed faintly, so that the spread is seen. */
    private void seeds(List<Curve> curves) {
        series.steps().stream()
                .flatMap(step -> step.runs().stream())
                .map(run -> run.experiment().seed())
                .distinct()
                .filter(seed ->
                        series.steps().stream().anyMatch(step -> step.runs().size() > 1))
                .forEach(seed -> curves.add(new Curve(
                        names.network(),
                        names.seed().apply(seed),
                        Token.CURVE_VALIDATION,
                        Style.FAINT,
                        samples(step -> step.runs().stream()
                                .filter(run -> run.experiment().seed() == seed)
                                .mapToDouble(error())
                                .findFirst()
                                .orElse(Double.NaN)))));
    }

    /** Of each number of the code and of all together, in nats. */
    private void divergences(List<Curve> curves) {
        int numbers = series.steps().stream()
                .flatMap(step -> step.runs().stream())
                .mapToInt(run -> run.experiment().model().codeSize())
                .max()
                .orElse(0);
        for (int i = 0; i < Math.min(MOST_NUMBERS, numbers); i++) {
            int number = i;
            curves.add(new Curve(
                    names.each(),
                    numbers == 1 ? "" : names.number().apply(number + 1),
                    Token.FLOW,
                    Style.LINE,
                    samples(step -> step.mean(run -> divergence(run, number)))));
        }
        curves.add(curve(names.all(), Token.CURVE_VALIDATION, Style.POINTS, run -> run.report()
                .figures()
                .variational()
                .map(Report.Variational::kl)
                .orElse(Double.NaN)));
    }

    /** Sorted by size, as a number has no meaning beyond its own run. */
    private static double divergence(RunRecord run, int place) {
        List<Double> sorted = run.report().figures().variational().stream()
                .flatMap(measured -> measured.klPerDimension().stream())
                .sorted((a, b) -> Double.compare(b, a))
                .toList();
        return place < sorted.size() ? sorted.get(place) : Double.NaN;
    }

    private Curve curve(String name, Token color, Style style, ToDoubleFunction<RunRecord> number) {
        return new Curve(name, color, style, samples(step -> step.mean(number)));
    }

    private Samples samples(ToDoubleFunction<RunSeries.Step> number) {
        double[] all = series.steps().stream().mapToDouble(number).toArray();
        double[] places = IntStream.range(0, all.length)
                .filter(i -> Double.isFinite(all[i]))
                .asDoubleStream()
                .toArray();
        return Samples.of(
                places,
                IntStream.range(0, places.length)
                        .mapToDouble(i -> all[(int) places[i]])
                        .toArray());
    }
}
