package hourglass.session.runs;

import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.NoiseSpec;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * A few runs held against each other, and against what another seed alone would change.
 *
 * @param runs that are compared, in the order they were chosen
 * @param all among which repeats with other seeds are looked for
 */
public record RunComparison(List<RunRecord> runs, List<RunRecord> all) {
    /** Copies the lists. */
    public RunComparison {
        runs = List.copyOf(runs);
        all = List.copyOf(all);
    }

    /**
     * The best errors of runs that differ in their seed alone.
     *
     * @param seeds how many runs, at least 2
     * @param least the smallest
     * @param mean of all
     * @param most the largest
     */
    public record Spread(int seeds, double least, double mean, double most) {
        /** How far apart seeds alone are. */
        public double width() {
            return most - least;
        }
    }

    /** Whether their errors are measured alike: in one unit, on the same images under the same noise. */
    public boolean isComparable() {
        return runs.stream().map(RunComparison::measure).distinct().count() <= 1;
    }

    private record Measure(RunRecord.Unit unit, NoiseSpec noise, DataSpec data) {}

    private static Measure measure(RunRecord run) {
        Experiment experiment = run.experiment();
        return new Measure(run.unit(), experiment.noise(), experiment.data());
    }

    /** The one with the smallest error; empty where errors cannot be compared or there is none. */
    public Optional<RunRecord> best() {
        return isComparable() ? ranked().findFirst() : Optional.empty();
    }

    /** The one with the largest error. */
    public Optional<RunRecord> worst() {
        return isComparable() ? ranked().reduce((first, second) -> second) : Optional.empty();
    }

    private Stream<RunRecord> ranked() {
        return runs.stream()
                .filter(run -> Double.isFinite(run.bestError()))
                .sorted(Comparator.comparingDouble(RunRecord::bestError));
    }

    /** Other runs of the same settings with other seeds. */
    public List<RunRecord> repeats(RunRecord run) {
        return all.stream()
                .filter(other -> other.isRepeatOf(run) && Double.isFinite(other.bestError()))
                .toList();
    }

    /** What seeds alone do to a run; empty where it was not repeated. */
    public Optional<Spread> spread(RunRecord run) {
        double[] errors = Stream.concat(Stream.of(run), repeats(run).stream())
                .mapToDouble(RunRecord::bestError)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return errors.length < 2
                ? Optional.empty()
                : Optional.of(new Spread(
                        errors.length,
                        errors[0],
                        Arrays.stream(errors).average().orElse(Double.NaN),
                        errors[errors.length - 1]));
    }

    /** The widest spread among those compared that were repeated; empty where none was. */
    public OptionalDouble widestSpread() {
        return runs.stream()
                .flatMap(run -> spread(run).stream())
                .mapToDouble(Spread::width)
                .max();
    }

    /** Whether best and worst lie closer together than two seeds of one of them may; empty where nobody knows. */
    public Optional<Boolean> isWithinSeeds() {
        OptionalDouble spread = widestSpread();
        Optional<RunRecord> best = best();
        Optional<RunRecord> worst = worst();
        return spread.isEmpty() || best.isEmpty() || worst.isEmpty() || runs.size() < 2
                ? Optional.empty()
                : Optional.of(worst.get().bestError() - best.get().bestError() <= spread.getAsDouble());
    }
}
