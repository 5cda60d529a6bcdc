package hourglass.figures;

import java.io.IOException;
import java.nio.file.Path;

/** What can be written as a file: a picture, a table, an animation, or a folder of files that belong together. */
public interface Saved {
    /**
     * Writes it all or nothing; on any thread.
     *
     * @param file where to; an older one is replaced
     * @param style colours and faces, where it is drawn
     * @param size where it is drawn
     * @throws IOException with one sentence for the user if it cannot be written; an older file is then unharmed
     */
    void write(Path file, FigureStyle style, FigureSize size) throws IOException;
}
