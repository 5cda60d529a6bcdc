package hourglass.cli;

import hourglass.figures.Figure;
import hourglass.figures.GifWriter;
import hourglass.figures.PathAnimation;
import hourglass.figures.PngWriter;
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

    /** Writes what is no picture. */
    @FunctionalInterface
    interface Content {
        void writeTo(Path file) throws IOException;
    }

    void png(String name, Figure figure) throws IOException {
        save(name, file -> PngWriter.write(file, figure, choice.style(), choice.scale()));
    }

    /** At half the scale: an animation is for the screen. */
    void gif(String name, PathAnimation animation) throws IOException {
        int scale = Math.max(1, choice.scale() / 2);
        save(name, file -> GifWriter.write(file, animation.frames(choice.style(), scale), animation.caption()));
    }

    void save(String name, Content content) throws IOException {
        Path file = folder.resolve(name);
        content.writeTo(file);
        terminal.println("Saved " + file);
    }

    void say(String sentence) {
        terminal.println(sentence);
    }
}
