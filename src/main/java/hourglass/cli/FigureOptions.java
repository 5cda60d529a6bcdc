package hourglass.cli;

import hourglass.core.spec.EmbeddingSpec;
import hourglass.figures.FigureFormat;
import hourglass.figures.FigureSize;
import hourglass.figures.FigureStyle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the figures of a command look and what kind of files they are: the same options with each that writes some. */
final class FigureOptions {
    private static final int MAX_SCALE = 8;
    private static final int USUAL_SCALE = 2;

    @Option(
            names = "--format",
            paramLabel = "NAME",
            defaultValue = "png",
            description = "Kind of the figures: png, svg or pdf. Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init")
    private FigureFormat format;

    @Option(
            names = "--theme",
            paramLabel = "NAME",
            defaultValue = "light",
            description = "Look of the figures: light, dark, or print, which can be read without colour."
                    + " Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init")
    private Theme theme;

    @Option(
            names = "--width",
            paramLabel = "LENGTH",
            description = "Width of the figures on paper, such as 85mm for a column or 180mm for a page; PNG then has"
                    + " at least 300 pixels to the inch.")
    @Nullable
    private String width;

    @Option(
            names = "--scale",
            paramLabel = "N",
            description =
                    "Size of PNG: 1 for about the size on a screen, up to 8; image pixels stay sharp. Default: 2.")
    @Nullable
    private Integer scale;

    /** Looks of figures. */
    private enum Theme {
        LIGHT,
        DARK,
        PRINT
    }

    /** What was asked for, with a map or without. */
    FigureChoice choice(Optional<EmbeddingSpec> map) throws UsageException {
        return new FigureChoice(style(), size(), format, map);
    }

    private FigureStyle style() {
        return switch (theme) {
            case LIGHT -> FigureStyle.light();
            case DARK -> FigureStyle.dark();
            case PRINT -> FigureStyle.print();
        };
    }

    private FigureSize size() throws UsageException {
        if (scale != null && (width != null || format != FigureFormat.PNG)) {
            throw new UsageException(
                    width != null
                            ? "--width already settles the size of the figures; leave --scale out."
                            : "--scale is for PNG; the size of SVG and PDF is given by --width.");
        }
        if (scale != null && (scale < 1 || scale > MAX_SCALE)) {
            throw new UsageException("The scale must be between 1 and " + MAX_SCALE + "; got " + scale + ".");
        }
        try {
            return width == null ? FigureSize.scaled(scale == null ? USUAL_SCALE : scale) : FigureSize.parse(width);
        } catch (IllegalArgumentException noWidth) {
            throw new UsageException(String.valueOf(noWidth.getMessage()));
        }
    }
}
