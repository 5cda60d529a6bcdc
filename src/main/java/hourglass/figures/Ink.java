package hourglass.figures;

import hourglass.core.color.Token;

/**
 * What a painter draws with: on a canvas of the window or on the page of a file, so that both show the same drawing.
 * Lengths are pixels of the window, or points of the page; y runs downwards.
 */
public interface Ink {
    /** A face of letters. */
    enum Face {
        /** Words. */
        WORDS,
        /** Digits of one width. */
        NUMBERS,
        /** Digits with weight. */
        STRONG_NUMBERS
    }

    /** Which end of a text stands at its place. */
    enum Side {
        /** It begins there. */
        LEFT,
        /** Its middle stands there. */
        CENTRE,
        /** It ends there. */
        RIGHT
    }

    /** Strokes and gaps of a line. */
    enum Dash {
        /** No gaps. */
        NONE,
        /** Dots. */
        DOTTED,
        /** Strokes. */
        DASHED;

        /** Lengths of strokes and gaps in turn; none for a line without gaps. */
        public double[] lengths() {
            return switch (this) {
                case NONE -> new double[0];
                case DOTTED -> new double[] {2, 4};
                case DASHED -> new double[] {8, 6};
            };
        }
    }

    /** How a text looks. */
    record Letters(Face face, double size, Token color) {}

    /**
     * How a line looks.
     *
     * @param opacity 0 … 1
     */
    record Pen(Token color, double opacity, double width, Dash dash) {
        /** Opaque, without gaps. */
        public Pen(Token color, double width) {
            this(color, 1, width, Dash.NONE);
        }
    }

    /** Size of plain text. */
    double em();

    /** How wide a text is. */
    double width(String words, Letters letters);

    /** A line of text, vertically centred on {@code middle}. */
    void text(String words, double x, double middle, Side side, Letters letters);

    /** A line through places in turn; those that are not finite are left out. */
    void line(double[] xs, double[] ys, Pen pen);

    /** A rectangle; {@code opacity} 0 … 1. */
    void fill(double x, double y, double width, double height, Token color, double opacity);

    /** A disc around a place. */
    void disc(double x, double y, double radius, Token color);

    /** Draws within a rectangle only. */
    void clipped(double x, double y, double width, double height, Runnable drawing);

    /** A sharp straight line one pixel wide. */
    default void hairline(double x1, double y1, double x2, double y2, Pen pen) {
        line(new double[] {crisp(x1), crisp(x2)}, new double[] {crisp(y1), crisp(y2)}, pen);
    }

    private static double crisp(double value) {
        return Math.floor(value) + 0.5;
    }

    /** Size of the numbers of axes and other small text. */
    default double small() {
        return Math.round(em() * 0.86);
    }
}
