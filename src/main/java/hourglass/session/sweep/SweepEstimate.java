package hourglass.session.sweep;

import hourglass.core.data.DataSet;
import hourglass.core.spec.Experiment;
import hourglass.engine.model.NetworkFactory;
import hourglass.engine.train.Step;
import hourglass.engine.train.TrainingRun;
import hourglass.session.sweep.SweepPlan.Point;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * What a sweep will take, from a moment of training a few of its networks here and now.
 *
 * @param trainings to be done
 * @param time of all of them, so many at a time
 * @param bytes on the disk
 */
public record SweepEstimate(int trainings, Duration time, long bytes) {
    private static final int MOST_MEASURED = 5;
    private static final int MOMENTS = 10;
    private static final long MOMENT_NANOS = 80_000_000L;
    /** Starting a process, reading the data, and measuring the finished network. */
    private static final double SECONDS_AROUND = 12;

    /**
     * Measures on the caller's thread for a few seconds.
     *
     * @param plan what is to be trained
     * @param jobs processes at a time
     */
    public static SweepEstimate of(
            SweepPlan plan, int jobs, NetworkFactory networks, DataSet data, BooleanSupplier cancelled) {
        List<Experiment> shapes = plan.points().stream()
                .map(Point::experiment)
                .sorted(Comparator.comparingLong(SweepEstimate::weights))
                .toList();
        TreeMap<Long, Double> rates = new TreeMap<>();
        int measured = Math.min(MOST_MEASURED, shapes.size());
        IntStream.range(0, measured)
                .mapToObj(i -> shapes.get(measured == 1 ? 0 : i * (shapes.size() - 1) / (measured - 1)))
                .filter(shape -> !cancelled.getAsBoolean())
                .forEach(shape -> rates.computeIfAbsent(weights(shape), any -> rate(shape, networks, data)));
        double seconds = plan.points().stream()
                .mapToDouble(point -> SECONDS_AROUND + seconds(point.experiment(), rates, data))
                .sum();
        int together = Math.min(jobs, Math.max(1, plan.points().size()));
        long bytes = plan.points().stream().mapToLong(Sweep::bytes).sum();
        return new SweepEstimate(
                plan.points().size(), Duration.ofSeconds(Math.round(seconds / Math.max(1, together))), bytes);
    }

    private static long weights(Experiment experiment) {
        return experiment.model().parameterCount();
    }

    private static double seconds(Experiment experiment, TreeMap<Long, Double> rates, DataSet data) {
        if (rates.isEmpty()) {
            return 0;
        }
        long weights = weights(experiment);
        Map.Entry<Long, Double> below = rates.floorEntry(weights);
        Map.Entry<Long, Double> above = rates.ceilingEntry(weights);
        double rate = below == null
                ? above.getValue()
                : above == null || above.getKey().equals(below.getKey())
                        ? below.getValue()
                        : Math.min(below.getValue(), above.getValue());
        return (double) experiment.training().epochs() * data.train().size() / rate;
    }

    /** Training images a second: the fastest of a few moments, for the first run before the machine has warmed up. */
    private static double rate(Experiment experiment, NetworkFactory networks, DataSet data) {
        try (TrainingRun run = TrainingRun.start(networks, experiment, data)) {
            double best = 0;
            for (int i = 0; i < MOMENTS; i++) {
                best = Math.max(best, train(run));
            }
            return best;
        }
    }

    private static double train(TrainingRun run) {
        long start = System.nanoTime();
        long images = 0;
        while (System.nanoTime() - start < MOMENT_NANOS) {
            Step step = run.step();
            images += step.samples();
            if (step.end() == Step.End.OF_EPOCH) {
                run.finishEpoch(() -> true);
            }
        }
        return images * 1e9 / (System.nanoTime() - start);
    }
}
