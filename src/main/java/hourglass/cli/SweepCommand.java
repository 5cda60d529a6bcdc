package hourglass.cli;

import hourglass.core.data.DataSet;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.InvalidSpecException;
import hourglass.core.spec.edit.Hyperparameter;
import hourglass.engine.store.ExperimentFile;
import hourglass.figures.SweepCurves;
import hourglass.figures.Tables;
import hourglass.session.concurrent.CancelToken;
import hourglass.session.concurrent.Interruption;
import hourglass.session.runs.RunRecord;
import hourglass.session.runs.RunSeries;
import hourglass.session.sweep.Sweep;
import hourglass.session.sweep.SweepEstimate;
import hourglass.session.sweep.SweepPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a network for each value of a setting and each seed, each in a process of its own. */
@Command(
        name = "sweep",
        description =
                "Trains a network for each combination of the values given, in processes of their own, and writes a"
                        + " folder for each and sweep.csv. What is finished is skipped, what was interrupted is gone on with.",
        mixinStandardHelpOptions = true)
final class SweepCommand implements Callable<Integer> {
    private static final int INTERRUPTED = 130;

    private final CommandContext context;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DataChoice dataChoice = new DataChoice();

    @Mixin
    private final SweepOptions options = new SweepOptions();

    @Mixin
    private final FigureOptions figureOptions = new FigureOptions();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder for the folders and sweep.csv.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(names = "--dry-run", description = "Say what would be done, and how long it takes, only.")
    private boolean dryRun;

    SweepCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        options.check();
        FigureChoice choice = figureOptions.choice(Optional.empty());
        try (Interruption interruption = new Interruption(Duration.ofSeconds(60))) {
            return sweep(choice, interruption.token());
        }
    }

    private int sweep(FigureChoice choice, CancelToken token) throws IOException, UsageException {
        PrintWriter terminal = spec.commandLine().getOut();
        DataSet data = dataChoice.load(context.sources(), token, terminal);
        SweepPlan plan = options.plan(data);
        int jobs = options.jobs();
        Sweep.Order order = new Sweep.Order(plan, out, dataChoice.arguments(), jobs);
        SweepPlan left = Sweep.remaining(order);
        if (!left.points().isEmpty()) {
            SweepEstimate estimate =
                    SweepEstimate.of(left, jobs, context.networks().get(), data, token);
            terminal.println(words(plan, estimate, jobs));
        }
        if (dryRun) {
            plan.points().forEach(point -> terminal.println("  " + point.name()));
            return 0;
        }
        OutputFolder.prepare(out);
        int cores = Runtime.getRuntime().availableProcessors();
        Sweep sweep = new Sweep(
                order, context.program().withProcessors(cores / jobs), (point, phase) -> say(terminal, point, phase));
        Sweep.State end = sweep.run(token);
        terminal.println(summary(end));
        FigureFolder folder = new FigureFolder(out, choice, terminal);
        folder.save("sweep.csv", Tables.runs(Sweep.finished(out)));
        draw(folder);
        if (!end.problem().isEmpty()) {
            throw new IOException(end.problem());
        }
        return token.isCancelled() ? INTERRUPTED : end.count(Sweep.Step.FAILED) > 0 ? 1 : 0;
    }

    /** Where one setting alone was swept, its points. */
    private void draw(FigureFolder folder) throws IOException {
        Optional<RunSeries> series = RunSeries.in(Sweep.finished(out)).stream().findFirst();
        if (series.isPresent()) {
            RunRecord first = series.get().steps().get(0).runs().get(0);
            String caption = first.epochs().size() + " epochs each · "
                    + first.report().data().name();
            folder.save("sweep.png", new SweepCurves(series.get(), SweepCurves.Names.PLAIN).figure(caption));
        }
    }

    private static String words(SweepPlan plan, SweepEstimate estimate, int jobs) {
        int finished = plan.points().size() - estimate.trainings();
        long minutes = Math.max(1, Math.round(estimate.time().toSeconds() / 60.0));
        return String.format(
                Locale.ROOT,
                "%d trainings%s, %d at a time: about %s and %.0f MB",
                estimate.trainings(),
                finished > 0 ? " (" + finished + " are finished already)" : "",
                jobs,
                minutes < 100 ? minutes + " min" : String.format(Locale.ROOT, "%.1f h", minutes / 60.0),
                estimate.bytes() / 1e6);
    }

    private static void say(PrintWriter terminal, SweepPlan.Point point, Sweep.Phase phase) {
        String line =
                switch (phase.step()) {
                    case RUNNING ->
                        phase.epochs() == 0
                                ? "begun"
                                : "epoch " + phase.epochs() + " of "
                                        + point.experiment().training().epochs();
                    case FINISHED -> "finished";
                    case FAILED -> "failed: " + phase.problem();
                    case ELSEWHERE -> "is being trained by another sweep; left to it";
                    case STOPPED -> "stopped; the same command goes on with it";
                    case WAITING -> "waits";
                };
        terminal.println("  " + point.name() + "  " + line);
    }

    private static String summary(Sweep.State end) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("finished", end.count(Sweep.Step.FINISHED));
        counts.put("failed", end.count(Sweep.Step.FAILED));
        counts.put("left to another sweep", end.count(Sweep.Step.ELSEWHERE));
        counts.put("to be gone on with", end.count(Sweep.Step.STOPPED) + end.count(Sweep.Step.WAITING));
        return String.join(
                        ", ",
                        counts.entrySet().stream()
                                .filter(each -> each.getValue() > 0)
                                .map(each -> each.getValue() + " " + each.getKey())
                                .toList())
                + ".";
    }

    /** The options that say what is swept. */
    static final class SweepOptions {
        @Option(
                names = "--preset",
                paramLabel = "NAME",
                description = "What everything else is taken from; default dense-64.")
        @Nullable
        private String preset;

        @Option(
                names = "--experiment",
                paramLabel = "FILE",
                description = "The same from an experiment.json, as a sweep writes it.")
        @Nullable
        private Path experiment;

        @Option(names = "--code", paramLabel = "N,N", description = "Code sizes, such as 2,4,8,16.")
        @Nullable
        private String code;

        @Option(
                names = "--hidden",
                paramLabel = "N/N",
                description = "Neurons of the hidden layers, a slash between two values: 128/256/512,64.")
        @Nullable
        private String hidden;

        @Option(names = "--sigma", paramLabel = "S,S", description = "Noise levels, such as 0.1,0.2,0.4.")
        @Nullable
        private String sigma;

        @Option(names = "--beta", paramLabel = "B,B", description = "Weights of the divergence, such as 0.5,1,2,4.")
        @Nullable
        private String beta;

        @Option(names = "--learning-rate", paramLabel = "R,R", description = "Step sizes of Adam.")
        @Nullable
        private String learningRate;

        @Option(names = "--batch", paramLabel = "N,N", description = "Images per step.")
        @Nullable
        private String batch;

        @Option(names = "--epochs", paramLabel = "N", description = "Passes of each training; default the preset's.")
        @Nullable
        private Integer epochs;

        @Option(names = "--seed", paramLabel = "N", defaultValue = "7", description = "First seed; default 7.")
        private long seed;

        @Option(names = "--seeds", paramLabel = "N", defaultValue = "1", description = "Seeds of each; default 1.")
        private int seeds;

        @Option(names = "--jobs", paramLabel = "N", defaultValue = "1", description = "Processes at a time; default 1.")
        private int jobs;

        @Option(
                names = "--shard",
                paramLabel = "I/N",
                description = "Only the I-th of N parts, so that several machines share a folder.")
        @Nullable
        private String shard;

        int jobs() {
            return jobs;
        }

        void check() throws UsageException {
            if (jobs < 1 || jobs > 256) {
                throw new UsageException("--jobs must be between 1 and 256; got " + jobs + ".");
            }
            if (preset != null && experiment != null) {
                throw new UsageException("Give either --preset or --experiment.");
            }
            if (shard != null && !shard.matches("\\d{1,4}/\\d{1,4}")) {
                throw new UsageException("--shard is one of several parts, such as 2/5; got \"" + shard + "\".");
            }
            TrainOptions.presetNamed(preset == null ? "dense-64" : preset);
        }

        private Map<Hyperparameter, List<String>> values() {
            Map<Hyperparameter, List<String>> given = new LinkedHashMap<>();
            put(given, Hyperparameter.CODE, code, "[,; ]+");
            put(given, Hyperparameter.HIDDEN, hidden, "[/; ]+");
            put(given, Hyperparameter.SIGMA, sigma, "[,; ]+");
            put(given, Hyperparameter.BETA, beta, "[,; ]+");
            put(given, Hyperparameter.LEARNING_RATE, learningRate, "[,; ]+");
            put(given, Hyperparameter.BATCH, batch, "[,; ]+");
            return given;
        }

        private static void put(
                Map<Hyperparameter, List<String>> given,
                Hyperparameter setting,
                @Nullable String text,
                String between) {
            if (text != null) {
                given.put(
                        setting,
                        Stream.of(text.split(between))
                                .filter(value -> !value.isBlank())
                                .toList());
            }
        }

        /** A setting of one value is the same for all. */
        SweepPlan plan(DataSet data) throws IOException, UsageException {
            Experiment base = base(data);
            Map<Hyperparameter, List<String>> axes = new LinkedHashMap<>();
            for (Map.Entry<Hyperparameter, List<String>> each : values().entrySet()) {
                if (each.getValue().size() == 1) {
                    base = each.getKey().with(base, each.getValue().get(0));
                } else {
                    axes.put(each.getKey(), each.getValue());
                }
            }
            if (axes.isEmpty() && seeds < 2) {
                throw new UsageException(
                        "A sweep needs several values of a setting, such as --code 2,4,8, or --seeds 3.");
            }
            SweepPlan whole = SweepPlan.of(base, axes, seeds);
            if (shard == null) {
                return whole;
            }
            int slash = shard.indexOf('/');
            return whole.shard(
                    Integer.parseInt(shard.substring(0, slash)), Integer.parseInt(shard.substring(slash + 1)));
        }

        private static Experiment read(Path file, DataSet data) throws IOException {
            Experiment read = ExperimentFile.read(file);
            return read.withData(read.data().of(data.name(), data.fingerprint()));
        }

        private Experiment base(DataSet data) throws IOException, UsageException {
            DataSpec source = new DataSpec(data.name(), data.fingerprint());
            Experiment base = experiment != null
                    ? read(experiment, data)
                    : TrainOptions.presetNamed(preset == null ? "dense-64" : preset)
                            .experiment(
                                    source, data.train().width(), data.train().height(), seed);
            if (base.model().inputSize() != data.train().pixelsPerImage()) {
                throw new InvalidSpecException(
                        "width",
                        "The network of this sweep expects images of another size than those of " + data.name() + ".");
            }
            return epochs == null ? base : base.withTraining(base.training().withEpochs(epochs));
        }
    }
}
