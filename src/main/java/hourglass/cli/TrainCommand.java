package hourglass.cli;

import hourglass.core.Computing;
import hourglass.core.Reason;
import hourglass.core.data.DataSet;
import hourglass.core.metric.PcaBasis;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.ModelSpec;
import hourglass.core.spec.PlainSpec;
import hourglass.core.spec.TrainingSpec;
import hourglass.core.spec.Volume;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.NetworkFactory;
import hourglass.engine.store.ExperimentFile;
import hourglass.engine.store.ModelStore;
import hourglass.engine.store.Report;
import hourglass.engine.store.ReportJson;
import hourglass.engine.train.TrainingRun;
import hourglass.figures.TrainingAnimation;
import hourglass.session.concurrent.CancelToken;
import hourglass.session.concurrent.Interruption;
import hourglass.session.concurrent.Lazy;
import hourglass.session.concurrent.Worker;
import hourglass.session.measure.NetworkFigures;
import hourglass.session.run.EpochStrips;
import hourglass.session.runs.RunFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
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
    private final CommandContext context;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DataChoice dataChoice = new DataChoice();

    @Mixin
    private final TrainOptions options = new TrainOptions();

    @Mixin
    private final NetworkOpening opening = new NetworkOpening();

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "Go on with this network for --epochs more; with --epochs 0 only measure it.")
    @Nullable
    private Path model;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder for the results.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(
            names = "--experiment",
            paramLabel = "FILE",
            description = "All settings from a file, as a sweep writes it, instead of from options.")
    @Nullable
    private Path experiment;

    @Mixin
    private final FigureOptions figureOptions = new FigureOptions();

    @Option(names = "--no-figures", description = "Write the network and its report only.")
    private boolean withoutFigures;

    @Option(names = "--kept", hidden = true, description = "Folder for what is learnt and not saved yet.")
    @Nullable
    private Path kept;

    private final EpochStrips strips = new EpochStrips();
    private long began;

    TrainCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        if (model != null && options.reshapes()) {
            throw new UsageException(
                    "--model already settles preset, shape, loss, noise, seed and classes; leave those options out.");
        }
        if (experiment != null && (model != null || options.given())) {
            throw new UsageException("--experiment already settles everything; leave the other options out.");
        }
        options.check(dataChoice);
        FigureChoice choice = figureOptions.choice(Optional.empty());
        try (Interruption interruption = new Interruption(Duration.ofSeconds(30))) {
            return train(choice, interruption.token());
        }
    }

    /** A program that is being ended has no time for its last word once the interruption is over. */
    private int train(FigureChoice choice, CancelToken token) throws IOException, UsageException {
        try {
            return prepareAndTrain(choice, token);
        } catch (IOException failed) {
            if (!token.isCancelled()) {
                throw failed;
            }
            spec.commandLine().getErr().println("hourglass: " + Reason.of(failed));
            return 1;
        }
    }

    private int prepareAndTrain(FigureChoice choice, CancelToken token) throws IOException, UsageException {
        PrintWriter terminal = spec.commandLine().getOut();
        Optional<ModelSnapshot> opened =
                model == null ? Optional.empty() : Optional.of(opening.open(model, context, terminal));
        DataSet data = dataChoice.load(context.sources(), token, terminal);
        // Nothing is written, not even the folder, before it is clear that there is something to train.
        Start start = opened.isEmpty() ? new Start(fresh(data), opened) : further(opened.get(), data);
        checkSize(start.experiment().model(), data);
        checkClasses(start.experiment(), data);
        OutputFolder.prepare(out);
        NetworkFactory networks = context.networks().get();
        try (Worker feeder = Feeder.start();
                CommandKeeper keeper = new CommandKeeper(
                        kept == null ? context : context.keeping(kept),
                        spec.commandLine().getErr());
                TrainingRun run = start.run(networks, data, feeder)) {
            TrainingLoop loop = new TrainingLoop(terminal, token);
            loop.announce(run.experiment(), networks);
            long before = run.progress().iteration();
            began = System.currentTimeMillis();
            int epochs = opened.isPresent() && options.onlyMeasures()
                    ? run.progress().epochs()
                    : run.experiment().training().epochs();
            TrainingLoop.End end = trained(loop, run, epochs, keeper);
            if (end == TrainingLoop.End.INTERRUPTED && run.progress().iteration() == before) {
                terminal.println("Interrupted before the first step; nothing was written.");
                return end.exitCode();
            }
            return save(run, keeper) ? finish(run, data, end, choice, token) : 1;
        }
    }

    private Experiment fresh(DataSet data) throws IOException, UsageException {
        if (experiment == null) {
            return options.fresh(data);
        }
        Experiment read = ExperimentFile.read(experiment);
        return read.withData(read.data().of(data.name(), data.fingerprint()));
    }

    private TrainingLoop.End trained(TrainingLoop loop, TrainingRun run, int epochs, CommandKeeper keeper) {
        try {
            return loop.run(run, epochs, keeper.observer().and(strips));
        } catch (RuntimeException | OutOfMemoryError failed) {
            keeper.rescue(run, "Training failed.");
            throw failed;
        }
    }

    /** Without figures, which take a while: what was learnt is safe after this, here or with the keeper. */
    private boolean save(TrainingRun run, CommandKeeper keeper) {
        PrintWriter terminal = spec.commandLine().getOut();
        ModelSnapshot snapshot = run.snapshot();
        ModelStore store = new ModelStore(context.version());
        try {
            store.save(file(), snapshot);
            terminal.println("Saved " + file());
            saveBest(store, run, terminal);
        } catch (IOException failed) {
            keeper.rescue(run, String.valueOf(failed.getMessage()));
            return false;
        }
        keeper.saved(snapshot);
        return true;
    }

    private Path file() {
        return out.resolve("model.safetensors");
    }

    /** What a training begins with: an experiment, or a network to go on with. */
    private record Start(Experiment experiment, Optional<ModelSnapshot> from) {
        TrainingRun run(NetworkFactory networks, DataSet data, Executor ahead) {
            return from.isPresent()
                    ? TrainingRun.resume(networks, from.get(), data, ahead)
                    : TrainingRun.start(networks, experiment, data, ahead);
        }
    }

    private Start further(ModelSnapshot from, DataSet data) {
        Experiment before = from.experiment();
        if (options.onlyMeasures()) {
            // What is only measured keeps its own history: it was not trained on these data.
            return new Start(before, Optional.of(from));
        }
        TrainingSpec asked = options.training(before.training());
        Experiment further = before.withTraining(
                        asked.withEpochs(from.progress().epochs() + asked.epochs()))
                .withData(before.data().of(data.name(), data.fingerprint()));
        return new Start(further, Optional.of(from.continuing(further)));
    }

    private static void checkClasses(Experiment experiment, DataSet data) throws UsageException {
        try {
            experiment.data().without().ifPresent(data::without);
        } catch (IllegalArgumentException lacking) {
            throw new UsageException(String.valueOf(lacking.getMessage()));
        }
    }

    private static void checkSize(ModelSpec model, DataSet data) throws UsageException {
        PlainSpec trunk = model.trunk();
        int width = data.train().width();
        int height = data.train().height();
        if (trunk.isConvolutional() && !trunk.takes(width, height)) {
            Volume image = trunk.image();
            throw new UsageException("The network expects images of " + image.width() + "×" + image.height()
                    + " pixels, but those of " + data.name() + " have " + width + "×" + height + ".");
        }
        if (model.inputSize() != width * height) {
            throw new UsageException("The network expects images of " + model.inputSize() + " pixels, but those of "
                    + data.name() + " have " + width * height + ".");
        }
    }

    private int finish(TrainingRun run, DataSet data, TrainingLoop.End ended, FigureChoice choice, CancelToken token)
            throws IOException {
        PrintWriter terminal = spec.commandLine().getOut();
        ModelSnapshot snapshot = run.snapshot();
        Computing computing = context.networks().get().computing();
        Supplier<PcaBasis> baseline = new Lazy<>(() -> PcaBasis.fit(data.train(), computing, token));
        NetworkFigures measured = new NetworkFigures(snapshot, run.network(), data, baseline, computing, token);
        Report.Figures figures = new FiguresPrinter(measured, snapshot, data.name(), terminal).print();
        TrainingLoop.End end = token.isCancelled() ? TrainingLoop.End.INTERRUPTED : ended;
        FinishedRun finished = new FinishedRun(snapshot, data, figures, end);
        if (figures.test().isPresent()) {
            new ModelStore(context.version()).save(file(), snapshot, finished.metrics());
        }
        RunFolder.describe(out, run, began);
        ReportJson.write(out.resolve("report.json"), finished.report(context.version()));
        terminal.println("Saved " + out.resolve("report.json"));
        if (end != TrainingLoop.End.INTERRUPTED && !withoutFigures) {
            new ModelFigures(out, baseline, choice, () -> false).write(snapshot, run.network(), data, terminal);
            animate(new FigureFolder(out, choice, terminal));
        }
        return end.exitCode();
    }

    /** Where there was an epoch to be seen after the beginning. */
    private void animate(FigureFolder figures) throws IOException {
        Optional<EpochStrips.Seen> seen =
                strips.seen().filter(all -> all.strips().size() > 1);
        if (seen.isPresent()) {
            figures.save("training.gif", TrainingAnimation.of(seen.get()));
        }
    }

    /** Keeps the weights with the smallest test loss where they are not the last ones. */
    private void saveBest(ModelStore store, TrainingRun run, PrintWriter terminal) throws IOException {
        Optional<ModelSnapshot> best = run.best();
        Path file = out.resolve("best.safetensors");
        if (best.isEmpty() && model != null) {
            // The best epoch came before this command began; its file, if there is one, still holds.
            return;
        }
        if (best.isEmpty() || best.get().progress().equals(run.progress())) {
            // One from an earlier run would pass for better than what was just saved.
            Files.deleteIfExists(file);
            return;
        }
        store.save(file, best.get());
        terminal.printf(
                Locale.ROOT,
                "Saved %s, the weights after epoch %d, when the loss on the test images was smallest%n",
                file,
                best.get().progress().epochs());
    }
}
