package hourglass.cli;

import hourglass.core.data.DataSet;
import hourglass.core.metric.PcaBasis;
import hourglass.core.spec.EmbeddingSpec;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Network;
import hourglass.engine.model.NetworkFactory;
import hourglass.session.concurrent.CancelToken;
import hourglass.session.concurrent.Interruption;
import hourglass.session.concurrent.Lazy;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
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
    private static final long MAP_SEED = 7;
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

    @Option(names = "--model", paramLabel = "FILE", required = true, description = "The network, a .safetensors file.")
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
            return draw(snapshot, data, choice, interruption.token());
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
        EmbeddingSpec map =
                EmbeddingSpec.standard(MAP_SEED).withPoints(mapPoints).withEngine(mapEngine);
        return figureOptions.choice(withoutMap ? Optional.empty() : Optional.of(map));
    }

    private int draw(ModelSnapshot snapshot, DataSet data, FigureChoice choice, CancelToken token) throws IOException {
        PrintWriter terminal = spec.commandLine().getOut();
        NetworkFactory networks = context.networks().get();
        ModelFigures figures = new ModelFigures(
                out, new Lazy<>(() -> PcaBasis.fit(data.train(), networks.computing(), token)), choice, token);
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
