package hourglass.cli;

import hourglass.core.data.DataSet;
import hourglass.core.metric.PcaBasis;
import hourglass.core.spec.EmbeddingSpec;
import hourglass.core.spec.NoiseSpec;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Network;
import hourglass.engine.model.NetworkFactory;
import hourglass.session.concurrent.Interruption;
import hourglass.session.concurrent.Lazy;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Draws every figure of a saved network. */
@Command(
        name = "render",
        description =
                "Draws every figure that fits a saved network, as PNG, SVG or PDF, with CSV and GIF where they serve.",
        mixinStandardHelpOptions = true)
final class RenderCommand implements Callable<Integer> {
    /** As shells count a program ended by Ctrl-C. */
    private static final int INTERRUPTED_CODE = 130;

    private final CommandContext context;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DataChoice dataChoice = new DataChoice();

    @Mixin
    private final NetworkOpening opening = new NetworkOpening();

    @Option(
            names = "--model",
            paramLabel = "FILE",
            required = true,
            description = "The network, a .safetensors file or the preset of one that came with the program.")
    @SuppressWarnings("NullAway.Init")
    private Path model;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder for the figures.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Mixin
    private final FigureOptions figureOptions = new FigureOptions();

    @Option(
            names = "--map-points",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Test images on the t-SNE map, 200 to 10000. Default: ${DEFAULT-VALUE}.")
    private int mapPoints;

    @Option(
            names = "--map-engine",
            paramLabel = "NAME",
            defaultValue = "own",
            description = "Who computes the map: own, or smile as the reference. Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init")
    private EmbeddingSpec.Engine mapEngine;

    @Option(
            names = "--map-perplexity",
            paramLabel = "N",
            description = "About how many neighbours each point of the map listens to, 2 to 100; default 30.")
    @Nullable
    private Double mapPerplexity;

    @Option(names = "--map-iterations", paramLabel = "N", description = "Steps of the map, 250 to 5000; default 1000.")
    @Nullable
    private Integer mapIterations;

    @Option(names = "--map-rate", paramLabel = "RATE", description = "Length of a step of the map, 10 to 2000.")
    @Nullable
    private Double mapRate;

    @Option(names = "--map-seed", paramLabel = "N", defaultValue = "7", description = "Seed of the map; default 7.")
    private long mapSeed;

    @Mixin
    private final NoiseOptions noise = new NoiseOptions();

    @Option(names = "--noise-seed", paramLabel = "N", defaultValue = "7", description = "Seed of the noise; default 7.")
    private long noiseSeed;

    @Option(names = "--no-map", description = "Leave the t-SNE map out, which takes longer than all other figures.")
    private boolean withoutMap;

    RenderCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter terminal = spec.commandLine().getOut();
        FigureChoice choice = choice();
        OutputFolder.prepare(out);
        ModelSnapshot snapshot = opening.open(model, context, terminal);
        try (Interruption interruption = new Interruption(Duration.ofSeconds(5))) {
            DataSet data = dataChoice.load(context.sources(), interruption.token(), terminal);
            checkSize(snapshot, data);
            ModelFigures figures = new ModelFigures(
                    out,
                    new Lazy<>(() ->
                            PcaBasis.fit(data.train(), context.networks().get().computing(), interruption.token())),
                    choice,
                    interruption.token());
            spoiling(snapshot.experiment().noise()).ifPresent(figures::spoil);
            return draw(snapshot, data, figures);
        }
    }

    /** Refuses images that the network does not take. */
    static void checkSize(ModelSnapshot snapshot, DataSet data) throws UsageException {
        int expected = snapshot.experiment().model().inputSize();
        if (data.test().pixelsPerImage() != expected) {
            throw new UsageException("The network expects images of " + expected + " pixels, but those of "
                    + data.name() + " have " + data.test().pixelsPerImage() + ".");
        }
    }

    private FigureChoice choice() throws UsageException {
        // Settled even where there is to be no map: nonsense should not pass unseen.
        EmbeddingSpec map = map();
        return figureOptions.choice(withoutMap ? Optional.empty() : Optional.of(map));
    }

    /** What is to be drawn of the map. */
    EmbeddingSpec map() {
        EmbeddingSpec usual = EmbeddingSpec.standard(mapSeed);
        return new EmbeddingSpec(
                mapPoints,
                mapPerplexity == null ? usual.perplexity() : mapPerplexity,
                mapIterations == null ? usual.iterations() : mapIterations,
                mapRate == null ? usual.learningRate() : mapRate,
                mapSeed,
                mapEngine);
    }

    /** How the input of the figures about noise is spoilt; without options as each network was trained. */
    Optional<NoiseFigures.Spoiling> spoiling(NoiseSpec trained) throws UsageException {
        NoiseSpec usual = NoiseFigures.usual(trained);
        return noise.given() || noiseSeed != NoiseFigures.NOISE_SEED
                ? Optional.of(new NoiseFigures.Spoiling(noise.noise(usual), noiseSeed))
                : Optional.empty();
    }

    private int draw(ModelSnapshot snapshot, DataSet data, ModelFigures figures) throws IOException {
        PrintWriter terminal = spec.commandLine().getOut();
        NetworkFactory networks = context.networks().get();
        try (Network network = networks.evaluator(snapshot.experiment().model())) {
            network.load(snapshot.parameters());
            figures.write(snapshot, network, data, terminal);
            figures.writeInside(snapshot, network, data, terminal);
            figures.writeMap(snapshot, data, networks, terminal);
        } catch (CancellationException interrupted) {
            terminal.println("Interrupted; the figures saved so far are whole.");
            return INTERRUPTED_CODE;
        }
        return 0;
    }
}
