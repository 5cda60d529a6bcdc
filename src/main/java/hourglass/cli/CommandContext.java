package hourglass.cli;

import hourglass.engine.model.NetworkFactory;
import hourglass.session.concurrent.Program;
import hourglass.session.data.DataSources;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * What the commands work with.
 *
 * @param sources where data come from
 * @param networks makes networks; asking loads the native library
 * @param version of the program
 * @param kept where every start of the program keeps what was learnt and not saved
 * @param program starts this program again beside itself
 */
public record CommandContext(
        DataSources sources, Supplier<NetworkFactory> networks, String version, Path kept, Program program) {
    /** The same with what is learnt kept elsewhere. */
    CommandContext keeping(Path folder) {
        return new CommandContext(sources, networks, version, folder, program);
    }
}
