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

    /** The two directions in which codes vary most. */
    public static final FigureAxes PRINCIPAL =
            new FigureAxes("first principal component of the codes", "second principal component of the codes");

    /** Two numbers of longer codes, counted from 0. */
    public static FigureAxes numbers(int first, int second) {
        return new FigureAxes("number " + (first + 1) + " of the code", "number " + (second + 1) + " of the code");
    }
}
