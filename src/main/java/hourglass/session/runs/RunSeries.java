package hourglass.session.runs;

import hourglass.core.spec.Experiment;
import hourglass.core.spec.InvalidSpecException;
import hourglass.core.spec.Preset;
import hourglass.core.spec.edit.Hyperparameter;
import hourglass.core.spec.listing.CommandListing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Runs of one folder that differ in one setting that a sweep can go over, and in their seeds: what a sweep leaves.
 *
 * @param folder in which their folders are
 * @param setting in which they differ
 * @param steps one for each value, rising
 */
public record RunSeries(Path folder, Hyperparameter setting, List<Step> steps) {
    /** Copies the list. */
    public RunSeries {
        steps = List.copyOf(steps);
    }

    /**
     * A value of the setting.
     *
     * @param value as the setting says it
     * @param runs with this value, one for each seed
     */
    public record Step(String value, List<RunRecord> runs) {
        /** Copies the list. */
        public Step {
            runs = List.copyOf(runs);
        }

        /** Mean over the seeds of what was measured; NaN where it was not. */
        public double mean(ToDoubleFunction<RunRecord> number) {
            return runs.stream()
                    .mapToDouble(number)
                    .filter(Double::isFinite)
                    .average()
                    .orElse(Double.NaN);
        }
    }

    /** All there are among these runs, the one with the newest run first. */
    public static List<RunSeries> in(List<RunRecord> runs) {
        Map<Path, List<RunRecord>> byFolder = new LinkedHashMap<>();
        runs.stream()
                .sorted(Comparator.comparingLong((RunRecord run) -> run.card().began())
                        .reversed())
                .forEach(run -> byFolder.computeIfAbsent(parent(run), any -> new ArrayList<>())
                        .add(run));
        List<RunSeries> found = new ArrayList<>();
        byFolder.forEach((folder, inside) -> {
            Set<Hyperparameter> differing = Hyperparameter.differing(
                    inside.stream().map(RunRecord::experiment).toList());
            if (differing.size() == 1 && Hyperparameter.SWEPT.containsAll(differing)) {
                found.add(of(folder, differing.iterator().next(), inside));
            }
        });
        return found;
    }

    private static Path parent(RunRecord run) {
        Path parent = run.folder().getParent();
        return parent == null ? Path.of("") : parent;
    }

    private static RunSeries of(Path folder, Hyperparameter setting, List<RunRecord> runs) {
        TreeMap<String, List<RunRecord>> byValue =
                new TreeMap<>(Comparator.comparingDouble(RunSeries::size).thenComparing(Comparator.naturalOrder()));
        byValue.putAll(runs.stream()
                .collect(Collectors.groupingBy(run -> value(setting, run.experiment()), Collectors.toList())));
        return new RunSeries(
                folder,
                setting,
                byValue.entrySet().stream()
                        .map(each -> new Step(each.getKey(), each.getValue()))
                        .toList());
    }

    /**
     * The command that sweeps the same values with as many seeds; empty where what the runs share is no preset's.
     *
     * @param data the words that name the data set
     */
    public Optional<CommandListing> command(List<String> data) {
        return Arrays.stream(Preset.values()).filter(this::isOf).findFirst().map(preset -> new CommandListing(
                        List.of("sweep"))
                .with("--preset", preset.id(), option(), values())
                .with("--epochs", Integer.toString(first().training().epochs()))
                .with("--seed", Long.toString(firstSeed()))
                .with("--seeds", Integer.toString(steps.get(0).runs().size()))
                .with(data)
                .with("--out", String.valueOf(folder.getFileName())));
    }

    private Experiment first() {
        return steps.get(0).runs().get(0).experiment();
    }

    private long firstSeed() {
        return steps.stream()
                .flatMap(step -> step.runs().stream())
                .mapToLong(run -> run.experiment().seed())
                .min()
                .orElse(0);
    }

    /** Whether every run is this preset with the value of its step and the next seed. */
    private boolean isOf(Preset preset) {
        try {
            Experiment base = preset.like(first());
            base = base.withTraining(
                    base.training().withEpochs(first().training().epochs()));
            return isOf(base);
        } catch (InvalidSpecException impossible) {
            return false;
        }
    }

    private boolean isOf(Experiment base) {
        return steps.stream().allMatch(step -> isOf(base, step));
    }

    private boolean isOf(Experiment base, Step step) {
        Set<Experiment> wanted = LongStream.range(
                        firstSeed(), firstSeed() + steps.get(0).runs().size())
                .mapToObj(
                        seed -> setting.with(base, step.value()).withSeed(seed).withPreset(Experiment.CUSTOM))
                .collect(Collectors.toSet());
        return wanted.equals(step.runs().stream()
                .map(run -> run.experiment().withPreset(Experiment.CUSTOM))
                .collect(Collectors.toSet()));
    }

    private String option() {
        return switch (setting) {
            case HIDDEN -> "--hidden";
            case SIGMA -> "--sigma";
            case BETA -> "--beta";
            case LEARNING_RATE -> "--learning-rate";
            case BATCH -> "--batch";
            default -> "--code";
        };
    }

    private String values() {
        return steps.stream()
                .map(Step::value)
                .collect(Collectors.joining(setting == Hyperparameter.HIDDEN ? "/" : ","));
    }

    private static String value(Hyperparameter setting, Experiment experiment) {
        return setting.of(experiment).orElse("0");
    }

    /** Numbers by their size; of several, such as the neurons of two layers, by the first. */
    private static double size(String value) {
        try {
            return Double.parseDouble(value.split("[,-]", -1)[0]);
        } catch (NumberFormatException word) {
            return -1;
        }
    }
}
