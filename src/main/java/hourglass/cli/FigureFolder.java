package hourglass.cli;

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

    void save(String name, Saved figure) throws IOException {
        Path file = folder.resolve(name);
        figure.write(file, choice.style(), choice.scale());
        terminal.println("Saved " + file);
    }

    void say(String sentence) {
        terminal.println(sentence);
    }
}
