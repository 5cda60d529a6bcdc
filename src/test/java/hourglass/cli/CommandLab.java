package hourglass.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.engine.model.NetworkFactory;
import hourglass.session.concurrent.Program;
import hourglass.session.data.DataSources;
import hourglass.testing.NoNetwork;
import hourglass.testing.SmallData;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Runs commands on a few garments, which stand for the images in whatever folder is named. */
final class CommandLab {
    private final Path folder;
    private final Supplier<NetworkFactory> networks;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    CommandLab(Path folder, Supplier<NetworkFactory> networks) {
        this.folder = folder;
        this.networks = networks;
    }

    /** Runs a command as typed, with {@code --data} added. */
    int run(String line) {
        String[] arguments = (line + " --data " + folder).split(" +");
        DataSources sources =
                NoNetwork.sources(folder.resolve("cache"), (chosen, seed, cancelled) -> SmallData.garments());
        CommandContext context = new CommandContext(sources, networks, "test", folder.resolve("kept"), Program.NONE);
        return HourglassCommand.run(arguments, context, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    /** Runs a command that must succeed. */
    void succeeds(String line) {
        assertEquals(0, run(line), err.toString());
    }

    /** Runs a command that must be refused as wrongly asked for, in one sentence, before anything is written. */
    void refused(String line, String words) {
        err.getBuffer().setLength(0);
        Path target = folder.resolve("refused");
        assertEquals(2, run(line + " --out " + target), line + ": " + err);
        String said = err.toString().strip();
        assertTrue(said.contains(words), line + ": " + said);
        assertFalse(said.contains("\n"), "one line, not: " + said);
        assertFalse(said.contains("Exception"), said);
        assertFalse(target.toFile().exists(), line + " wrote something");
    }

    String out() {
        return out.toString();
    }

    Path path(String name) {
        return folder.resolve(name);
    }
}
