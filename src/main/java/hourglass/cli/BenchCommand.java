package hourglass.cli;

import hourglass.cli.SpeedBench.Rivals;
import hourglass.core.data.DataSet;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.EmbeddingSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Preset;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.NetworkFactory;
import hourglass.engine.store.ModelStore;
import hourglass.session.concurrent.CancelToken;
import hourglass.session.concurrent.Interruption;
import hourglass.session.concurrent.Worker;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints how fast each preset trains on this machine, beside stock DL4J. */
@Command(
        name = "bench",
        description = "Prints how fast each preset trains on this machine, beside stock DL4J in the same run.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    private static final double MEGABYTE = 1e6;
    private static final long MAP_SEED = 7;

    private final CommandContext context;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DataChoice dataChoice = new DataChoice();

    @Option(names = "--preset", paramLabel = "NAME", description = "Only this preset; may be repeated.")
    private final List<String> only = new ArrayList<>();

    @Option(
            names = "--batch",
            paramLabel = "N",
            split = ",",
            defaultValue = "32,128",
            description = "Images per step; default 32,128.")
    @SuppressWarnings("NullAway.Init")
    private List<Integer> batches;

    @Option(names = "--seconds", paramLabel = "N", defaultValue = "8", description = "Time for each line; default 8.")
    private double seconds;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the numbers there as well.")
    @Nullable
    private Path json;

    @Option(names = "--alone", description = "Without stock DL4J or Smile beside it.")
    private boolean alone;

    @Option(
            names = "--interaction",
            description = "Measure instead what the hand meets: the noise slider, the latent handle, the map.")
    private boolean interaction;

    @Option(
            names = "--map",
            paramLabel = "FILE",
            description = "Measure instead maps of this network's codes by each engine, and principal components.")
    @Nullable
    private Path mapped;

    BenchCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        List<Preset> presets = TrainOptions.presetsNamed(only);
        if ((interaction || mapped != null) && json != null) {
            throw new UsageException("--json goes with the speed of training, not with --interaction or --map.");
        }
        if (!(seconds > 0 && seconds <= 3600)) {
            throw new UsageException("--seconds must be more than 0 and at most 3600; got " + seconds + ".");
        }
        try (Interruption interruption = new Interruption(Duration.ofSeconds(10))) {
            CancelToken token = interruption.token();
            DataSet data =
                    dataChoice.load(context.sources(), token, spec.commandLine().getOut());
            if (mapped != null) {
                return measureMaps(
                        new ModelStore(context.version()).open(mapped).snapshot(), data, token);
            }
            if (interaction) {
                return measureInteraction(data, token);
            }
            List<Experiment> experiments = experiments(presets, data);
            checkJson();
            return measure(experiments, data, token);
        }
    }

    private void checkJson() throws IOException, UsageException {
        if (json == null) {
            return;
        }
        if (Files.isDirectory(json)) {
            throw new UsageException("--json names a file to write, but " + json + " is a folder.");
        }
        Path folder = json.toAbsolutePath().getParent();
        if (folder != null) {
            OutputFolder.prepare(folder);
        }
    }

    private List<Experiment> experiments(List<Preset> presets, DataSet data) {
        DataSpec source = new DataSpec(data.name(), data.fingerprint());
        List<Experiment> experiments = new ArrayList<>();
        for (Preset preset : presets) {
            Experiment base =
                    preset.experiment(source, data.train().width(), data.train().height(), 7);
            for (int batch : batches) {
                experiments.add(base.withTraining(base.training().withBatchSize(batch)));
            }
        }
        return experiments;
    }

    private int measureInteraction(DataSet data, CancelToken token) {
        PrintWriter terminal = spec.commandLine().getOut();
        NetworkFactory networks = context.networks().get();
        new InteractionBench(networks, data, seconds, token, terminal).run();
        MapBench bench = new MapBench(networks, data, token);
        terminal.println(bench.line(EmbeddingSpec.standard(MAP_SEED), bench.trained()));
        return token.isCancelled() ? TrainingLoop.End.INTERRUPTED.exitCode() : 0;
    }

    /** Smile only where it is done within a minute. */
    private int measureMaps(ModelSnapshot model, DataSet data, CancelToken token) {
        PrintWriter terminal = spec.commandLine().getOut();
        MapBench bench = new MapBench(context.networks().get(), data, token);
        EmbeddingSpec usual = EmbeddingSpec.standard(MAP_SEED);
        try {
            terminal.println(bench.principalComponents());
            terminal.println(bench.line(usual, model));
            terminal.println(bench.line(usual.withPoints(EmbeddingSpec.MOST_POINTS), model));
            if (!alone) {
                terminal.println(bench.line(usual.withEngine(EmbeddingSpec.Engine.SMILE), model));
            }
        } catch (CancellationException stopped) {
            terminal.println("Interrupted; what was measured stands above.");
        }
        return token.isCancelled() ? TrainingLoop.End.INTERRUPTED.exitCode() : 0;
    }

    private int measure(List<Experiment> experiments, DataSet data, CancelToken token) throws IOException {
        PrintWriter terminal = spec.commandLine().getOut();
        NetworkFactory networks = context.networks().get();
        int cores = Runtime.getRuntime().availableProcessors();
        List<SpeedRow> rows = new ArrayList<>();
        int code = 0;
        try (Worker feeder = Feeder.start()) {
            SpeedBench bench = new SpeedBench(networks, alone ? Rivals.NONE : Rivals.STOCK, data, feeder, token);
            terminal.printf(
                    Locale.ROOT,
                    "%d cores; peak of one of them %.1f GFLOP/s; kernels: %s%n",
                    cores,
                    bench.peak() * 1e-9,
                    bench.kernels());
            for (Experiment experiment : experiments) {
                rows.add(bench.measure(experiment, seconds));
                terminal.println(
                        alone
                                ? rows.get(rows.size() - 1).line()
                                : rows.get(rows.size() - 1).lineBesideStock());
            }
            finish(
                    new SpeedTable(
                            cores, bench.peak(), bench.kernels(), rows, ResidentMemory.now(), ResidentMemory.most()),
                    terminal);
        } catch (CancellationException stopped) {
            terminal.println("Interrupted; what was measured stands above.");
            code = TrainingLoop.End.INTERRUPTED.exitCode();
        }
        return code;
    }

    private void finish(SpeedTable table, PrintWriter terminal) throws IOException {
        if (table.residentBytes().isPresent() && table.mostResidentBytes().isPresent()) {
            terminal.printf(
                    Locale.ROOT,
                    "resident memory %,.0f MB, at most %,.0f MB%n",
                    table.residentBytes().getAsLong() / MEGABYTE,
                    table.mostResidentBytes().getAsLong() / MEGABYTE);
        }
        if (json != null) {
            table.write(json);
            terminal.println("Saved " + json);
        }
    }
}
