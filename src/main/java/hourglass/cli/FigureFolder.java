package hourglass.cli;

import hourglass.figures.Figure;
import hourglass.figures.Saved;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;

/** Where the figures of one command go; says of each that it was saved. */
final class FigureFolder {
    private final Path folder;
    private final FigureChoice choice;
    private final PrintWriter terminal;

    FigureFolder(Path folder, FigureChoice choice, PrintWriter terminal) {
        this.folder = folder;
        this.choice = choice;
        this.terminal = terminal;
    }

    /** Under a name; a figure gets the ending of its kind. */
    void save(String name, Saved saved) throws IOException {
        int dot = name.lastIndexOf('.');
        boolean drawn = saved instanceof Figure;
        Path file =
                folder.resolve(drawn ? name.substring(0, dot) + choice.format().ending() : name);
        saved.write(file, choice.style(), choice.size());
        terminal.println("Saved " + file);
    }

    void say(String sentence) {
        terminal.println(sentence);
    }
}
