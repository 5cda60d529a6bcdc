package hourglass.figures;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A picture drawn from data, for the window and the command line; needs no screen. Drawn as pixels at any whole scale, or
 * as shapes and letters. Immutable.
 */
public abstract class Figure implements Saved {
    private final String caption;

    /**
     * With the line at its foot.
     *
     * @param caption which model, epoch, seed and data
     */
    Figure(String caption) {
        this.caption = caption;
    }

    /**
     * What a figure shows, measured before anything is drawn.
     *
     * @param width without margins
     * @param height without margins and caption
     * @param painting draws it, from {@link FigureCanvas#MARGIN} on
     */
    record Body(int width, int height, Consumer<FigureCanvas> painting) {}

    /** Lays it out with letters of this type, at its scale. */
    abstract Body body(FigureType type);

    /** The line at its foot: which model, epoch, seed and data. */
    public final String caption() {
        return caption;
    }

    /**
     * Draws it as pixels.
     *
     * @param style colours and fonts
     * @param scale 1 for about the size on a screen, 2 or 3 for print; image pixels stay sharp squares
     * @throws IllegalArgumentException if {@code scale} is not 1 to 16
     */
    public final BufferedImage draw(FigureStyle style, int scale) {
        return Sheet.of(this, new FigureType(style, scale)).pixels();
    }

    /** As PNG, SVG or PDF by the ending of the file, with its caption inside as text too. */
    @Override
    public final void write(Path file, FigureStyle style, FigureSize size) throws IOException {
        byte[] bytes = FigureFormat.of(file).encode(this, style, size);
        WholeFile.write(file, "picture", bytes);
    }
}
