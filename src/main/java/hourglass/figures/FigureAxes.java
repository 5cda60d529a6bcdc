package hourglass.figures;

/**
 * What the two axes of a plane are, in words.
 *
 * @param x such as "first number of the code"
 * @param y such as "second number of the code"
 */
public record FigureAxes(String x, String y) {
    /** The two numbers of a code of two. */
    public static final FigureAxes CODE = new FigureAxes("first number of the code", "second number of the code");
}
