package hourglass.cli;

import hourglass.core.data.DataSet;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.TrainingSpec;
import hourglass.engine.model.EpochResult;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.NetworkFactory;
import hourglass.engine.store.ModelStore;
import hourglass.engine.store.Report;
import hourglass.engine.store.ReportJson;
import hourglass.engine.train.DivergedException;
import hourglass.engine.train.TrainingRun;
import hourglass.session.concurrent.CancelToken;
import hourglass.session.concurrent.Interruption;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a network, or goes on with one, and writes it with its report and figures. */
@Command(
        name = "train",
        description = "Trains a network and writes model.safetensors, report.json and its figures.",
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    private static final String INTERRUPTED = "interrupted";
    /** As shells count a program ended by Ctrl-C. */
    private static final int INTERRUPTED_CODE = 130;

    private final CommandContext context;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DataChoice dataChoice = new DataChoice();

    @Mixin
    private final TrainOptions options = new TrainOptions();

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "Go on with this network for --epochs more; with --epochs 0 only measure it.")
    @Nullable
    private Path model;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder for the results.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    TrainCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        options.check();
        if (model != null && options.reshapes()) {
            throw new UsageException("--model already settles preset, shape, loss and seed; leave those options out.");
        }
        OutputFolder.prepare(out);
        try (Interruption interruption = new Interruption(Duration.ofSeconds(30))) {
            return train(interruption.token());
        }
    }

    private int train(CancelToken token) throws IOException, UsageException {
        PrintWriter terminal = spec.commandLine().getOut();
        Optional<ModelSnapshot> opened = model == null
                ? Optional.empty()
                : Optional.of(new ModelStore(context.version()).open(model).snapshot());
        DataSet data = dataChoice.load(context.sources(), token, terminal);
        NetworkFactory networks = context.networks().get();
        try (TrainingRun run = begin(opened, data, networks)) {
            announce(run.experiment(), networks, terminal);
            long before = run.progress().iteration();
            int epochs = opened.isPresent() && options.onlyMeasures()
                    ? run.progress().epochs()
                    : run.experiment().training().epochs();
            String reason = loop(run, epochs, token, terminal);
            if (reason.equals(INTERRUPTED) && run.progress().iteration() == before) {
                terminal.println("Interrupted before the first step; nothing was written.");
                return INTERRUPTED_CODE;
            }
            return finish(run, data, reason, token, terminal);
        }
    }

    private TrainingRun begin(Optional<ModelSnapshot> opened, DataSet data, NetworkFactory networks)
            throws UsageException {
        if (opened.isEmpty()) {
            return TrainingRun.start(networks, options.fresh(data), data);
        }
        ModelSnapshot from = opened.get();
        if (options.onlyMeasures()) {
            // What is only measured keeps its own history: it was not trained on these data.
            return TrainingRun.resume(networks, from, data);
        }
        Experiment before = from.experiment();
        TrainingSpec asked = options.training(before.training());
        Experiment further = before.withTraining(
                        asked.withEpochs(from.progress().epochs() + asked.epochs()))
                .withData(new DataSpec(data.name(), data.fingerprint()));
        return TrainingRun.resume(networks, from.continuing(further), data);
    }

    private static void announce(Experiment experiment, NetworkFactory networks, PrintWriter terminal) {
        terminal.printf(
                "%s, %d weights, %s; batch %d, Adam %s, seed %d, %d thread%n",
                experiment.model().describe(),
                experiment.model().parameterCount(),
                experiment.model().loss().words(),
                experiment.training().batchSize(),
                experiment.training().learningRate(),
                experiment.seed(),
                networks.threads());
    }

    /** Trains to the end; gives the reason why it ended. */
    private static String loop(TrainingRun run, int epochs, CancelToken token, PrintWriter terminal) {
        try {
            while (run.progress().epochs() < epochs && !token.isCancelled()) {
                if (run.step().end() == hourglass.engine.train.Step.End.OF_EPOCH) {
                    print(run.finishEpoch(() -> false), epochs, terminal);
                }
            }
        } catch (DivergedException diverged) {
            terminal.println(diverged.getMessage());
            return "diverged";
        }
        return token.isCancelled() ? INTERRUPTED : "completed";
    }

    private static void print(EpochResult result, int epochs, PrintWriter terminal) {
        terminal.printf(
                "epoch %3d of %d  train %.5f  validation %.5f  %6.1f s  %,8.0f samples/s%n",
                result.epoch(),
                epochs,
                result.trainLoss(),
                result.validationLoss(),
                result.seconds(),
                result.samplesPerSecond());
    }

    private int finish(TrainingRun run, DataSet data, String ended, CancelToken token, PrintWriter terminal)
            throws IOException {
        ModelSnapshot snapshot = run.snapshot();
        Path file = out.resolve("model.safetensors");
        ModelStore store = new ModelStore(context.version());
        // First without its figures, which take a while: what was learnt is safe from here on.
        store.save(file, snapshot);
        terminal.println("Saved " + file);
        LinearBaseline baseline = new LinearBaseline(data.train(), token);
        Optional<Report.Quality> quality = new QualityMeasure(data, baseline, terminal).of(run.network(), token);
        String reason = token.isCancelled() ? INTERRUPTED : ended;
        if (quality.isPresent()) {
            store.save(file, snapshot, metrics(quality.get()));
        }
        Report report = new Report(
                snapshot.experiment(),
                Report.Data.of(data),
                snapshot.history(),
                quality,
                rate(snapshot),
                reason,
                Report.Environment.current(context.version()));
        ReportJson.write(out.resolve("report.json"), report);
        terminal.println("Saved " + out.resolve("report.json"));
        if (reason.equals(INTERRUPTED)) {
            return INTERRUPTED_CODE;
        }
        new ModelFigures(out, baseline).write(snapshot, run.network(), data, terminal);
        return reason.equals("diverged") ? 1 : 0;
    }

    private static Map<String, Double> metrics(Report.Quality quality) {
        return Map.of("mse", quality.mse(), "pcaMse", quality.pcaMse(), "knnAccuracy", quality.knnAccuracy());
    }

    private static double rate(ModelSnapshot snapshot) {
        double seconds =
                snapshot.history().stream().mapToDouble(EpochResult::seconds).sum();
        double samples = snapshot.history().stream()
                .mapToDouble(e -> e.seconds() * e.samplesPerSecond())
                .sum();
        return seconds > 0 ? samples / seconds : 0;
    }
}
