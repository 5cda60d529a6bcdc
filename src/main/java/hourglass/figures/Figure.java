package hourglass.figures;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

/** A picture drawn from data at any whole scale, for the window and the command line; needs no screen. Immutable. */
public interface Figure extends Saved {
    /**
     * Draws it.
     *
     * @param style colours and fonts
     * @param scale 1 for about the size on a screen, 2 or 3 for print; image pixels stay sharp squares
     * @throws IllegalArgumentException if {@code scale} is not 1 to 16
     */
    BufferedImage draw(FigureStyle style, int scale);

    /** The line at its foot: which model, epoch, seed and data. */
    String caption();

    /** As a PNG with its caption inside as text too. */
    @Override
    default void write(Path file, FigureStyle style, int scale) throws IOException {
        PngWriter.write(file, draw(style, scale), caption());
    }
}
