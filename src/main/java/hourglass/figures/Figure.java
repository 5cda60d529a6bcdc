package hourglass.figures;

import java.awt.image.BufferedImage;

/** A picture drawn from data at any whole scale, for export and the command line; needs no screen. */
public sealed interface Figure
        permits ReconstructionFigure,
                CurveFigure,
                SampleGridFigure,
                MapFigure,
                ManifoldFigure,
                PathFigure,
                ScatterFigure {
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
}
