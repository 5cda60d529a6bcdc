package hourglass.cli;

import hourglass.core.spec.Preset;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.store.Activations;
import hourglass.engine.store.ModelFileException;
import hourglass.engine.store.ModelStore;
import hourglass.engine.store.StoredModel;
import hourglass.session.project.ShippedFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How saved networks are opened, shared by all commands that take one. */
final class NetworkOpening {
    @Option(
            names = "--activations",
            paramLabel = "HIDDEN,CODE",
            description =
                    "Only for a --model that another program saved again without its settings: the activations of its"
                            + " hidden layers and of its code, such as relu,linear.")
    @Nullable
    private String activations;

    /** The network of a file; what is to be said of the file is printed. */
    ModelSnapshot open(Path file, CommandContext context, PrintWriter out) throws ModelFileException, UsageException {
        ModelStore store = new ModelStore(context.version());
        try {
            if (!Files.exists(file) && Preset.byId(file.toString()).isPresent()) {
                return shipped(file.toString());
            }
            StoredModel model =
                    activations == null ? store.open(file) : store.open(file, Activations.parse(activations));
            model.remarks().forEach(out::println);
            return model.snapshot();
        } catch (ModelFileException refused) {
            if (refused.lacksSettings()) {
                throw new UsageException(
                        refused.getMessage() + " On the command line: --activations relu,linear for most.");
            }
            throw refused;
        } catch (IllegalArgumentException unknown) {
            throw new UsageException(String.valueOf(unknown.getMessage()));
        }
    }

    /** The network of a preset that came with the program. */
    private static ModelSnapshot shipped(String preset) throws UsageException {
        try {
            return shippedFiles().snapshot(preset);
        } catch (IOException missing) {
            throw new UsageException(String.valueOf(missing.getMessage()));
        }
    }

    /** The networks that came with the program. */
    static ShippedFiles shippedFiles() {
        return new ShippedFiles(name -> NetworkOpening.class.getResourceAsStream("/models/" + name));
    }
}
