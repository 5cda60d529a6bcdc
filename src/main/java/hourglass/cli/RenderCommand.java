package hourglass.cli;

import hourglass.core.data.DataSet;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Network;
import hourglass.engine.store.ModelStore;
import hourglass.session.concurrent.Interruption;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Draws every figure of a saved network. */
@Command(
        name = "render",
        description = "Draws every figure of a saved network as PNG.",
        mixinStandardHelpOptions = true)
final class RenderCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DataChoice dataChoice = new DataChoice();

    @Option(names = "--model", paramLabel = "FILE", required = true, description = "The network, a .safetensors file.")
    @SuppressWarnings("NullAway.Init")
    private Path model;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder for the figures.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    RenderCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter terminal = spec.commandLine().getOut();
        OutputFolder.prepare(out);
        ModelSnapshot snapshot = new ModelStore(context.version()).open(model).snapshot();
        try (Interruption interruption = new Interruption(Duration.ofSeconds(5))) {
            DataSet data = dataChoice.load(context.sources(), interruption.token(), terminal);
            int expected = snapshot.experiment().model().inputSize();
            if (data.test().pixelsPerImage() != expected) {
                throw new UsageException("The network expects images of " + expected + " pixels, but those of "
                        + data.name() + " have " + data.test().pixelsPerImage() + ".");
            }
            try (Network network =
                    context.networks().get().evaluator(snapshot.experiment().model())) {
                network.load(snapshot.parameters());
                new ModelFigures(out, new LinearBaseline(data.train(), interruption.token()))
                        .write(snapshot, network, data, terminal);
            }
        }
        return 0;
    }
}
