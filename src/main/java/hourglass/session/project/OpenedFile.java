package hourglass.session.project;

import hourglass.engine.model.ModelSnapshot;

/**
 * A network that was read from a file.
 *
 * @param name what it is called: the file's name, or what was kept in it
 * @param snapshot the network
 */
public record OpenedFile(String name, ModelSnapshot snapshot) {}
