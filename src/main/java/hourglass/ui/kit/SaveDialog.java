package hourglass.ui.kit;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the user where to save something. */
@FunctionalInterface
public interface SaveDialog {
    /** With a file name to begin with and the folder used last; empty if the user thinks better of it. */
    Optional<Path> ask(String suggestedName, Optional<Path> folder);
}
