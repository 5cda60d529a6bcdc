package hourglass.session.project;

import hourglass.engine.model.ModelSnapshot;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A network that was read from a file.
 *
 * @param name what it is called: the file's name, or what was kept in it
 * @param snapshot the network
 * @param file where it is, if in a file of its own
 */
public record OpenedFile(String name, ModelSnapshot snapshot, Optional<Path> file) {}
