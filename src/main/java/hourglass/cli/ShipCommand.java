package hourglass.cli;

import hourglass.core.Computing;
import hourglass.core.data.DataSet;
import hourglass.core.metric.PcaBasis;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Preset;
import hourglass.core.spec.TrainingSpec;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.NetworkFactory;
import hourglass.engine.store.ModelStore;
import hourglass.engine.store.Report;
import hourglass.engine.store.ReportJson;
import hourglass.engine.train.TrainingRun;
import hourglass.session.concurrent.CancelToken;
import hourglass.session.concurrent.Interruption;
import hourglass.session.concurrent.Lazy;
import hourglass.session.concurrent.Worker;
import hourglass.session.measure.NetworkFigures;
import hourglass.session.run.RunObserver;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the networks that come with the program: one per preset, with its report, without its optimiser. */
@Command(
        name = "ship",
        description = "Trains every preset and writes PRESET.safetensors and PRESET.report.json for each.",
        mixinStandardHelpOptions = true)
final class ShipCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DataChoice dataChoice = new DataChoice();

    @Option(names = "--preset", paramLabel = "NAME", description = "Only this preset; may be repeated.")
    private final List<String> only = new ArrayList<>();

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description = "Passes over the training images; default the preset's.")
    @Nullable
    private Integer epochs;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "7", description = "Of every network; default 7.")
    private long seed;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder for the networks.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    ShipCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        List<Preset> presets = TrainOptions.presetsNamed(only);
        if (epochs != null && epochs < 1) {
            throw new UsageException("A shipped network needs at least 1 epoch; got " + epochs + ".");
        }
        try (Interruption interruption = new Interruption(Duration.ofSeconds(30))) {
            CancelToken token = interruption.token();
            PrintWriter terminal = spec.commandLine().getOut();
            // Another data set in the place of a missing one would make other networks under the same names.
            DataSet data = dataChoice.load(context.sources(), token, terminal, DataChoice.Offline.FAIL);
            List<Experiment> experiments =
                    presets.stream().map(p -> experiment(p, data)).toList();
            OutputFolder.prepare(out);
            return ship(experiments, data, token);
        }
    }

    private Experiment experiment(Preset preset, DataSet data) {
        DataSpec source = new DataSpec(data.name(), data.fingerprint());
        Experiment base =
                preset.experiment(source, data.train().width(), data.train().height(), seed);
        TrainingSpec training = base.training();
        return base.withTraining(epochs == null ? training : training.withEpochs(epochs));
    }

    private int ship(List<Experiment> experiments, DataSet data, CancelToken token) throws IOException {
        NetworkFactory networks = context.networks().get();
        Supplier<PcaBasis> baseline = new Lazy<>(() -> PcaBasis.fit(data.train(), networks.computing(), token));
        for (Experiment experiment : experiments) {
            try (Worker feeder = Feeder.start();
                    TrainingRun run = TrainingRun.start(networks, experiment, data, feeder)) {
                TrainingLoop loop = new TrainingLoop(spec.commandLine().getOut(), token);
                loop.announce(experiment, networks);
                TrainingLoop.End end = loop.run(run, experiment.training().epochs(), RunObserver.NONE);
                TrainingLoop.End saved = end == TrainingLoop.End.COMPLETED
                        ? save(run, data, baseline, networks.computing(), token)
                        : end;
                if (saved != TrainingLoop.End.COMPLETED) {
                    spec.commandLine().getOut().println(experiment.preset() + " was not written.");
                    return saved.exitCode();
                }
            }
        }
        return 0;
    }

    private TrainingLoop.End save(
            TrainingRun run, DataSet data, Supplier<PcaBasis> baseline, Computing computing, CancelToken token)
            throws IOException {
        PrintWriter terminal = spec.commandLine().getOut();
        ModelSnapshot model = run.lightSnapshot();
        NetworkFigures measured = new NetworkFigures(model, run.network(), data, baseline, computing, token);
        Report.Figures figures = new FiguresPrinter(measured, model, data.name(), terminal).print();
        if (token.isCancelled()) {
            return TrainingLoop.End.INTERRUPTED;
        }
        FinishedRun finished = new FinishedRun(model, data, figures, TrainingLoop.End.COMPLETED);
        String name = run.experiment().preset();
        Path file = out.resolve(name + ".safetensors");
        new ModelStore(context.version()).save(file, finished.snapshot(), finished.metrics());
        ReportJson.write(out.resolve(name + ".report.json"), finished.report(context.version()));
        terminal.println("Saved " + file + " and its report");
        return TrainingLoop.End.COMPLETED;
    }
}
