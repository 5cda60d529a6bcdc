package hourglass.figures;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How large a figure is.
 *
 * @param scale 1 … 16, 1 for about the size on a screen; 1 where its width on paper is given
 * @param millimetres its width on paper; 0 where its scale is given
 */
public record FigureSize(int scale, double millimetres) {
    /** A column of a journal of two. */
    public static final FigureSize COLUMN = wide(85);

    /** Both columns, or a page. */
    public static final FigureSize PAGE = wide(180);

    private static final double NARROWEST = 40;
    private static final double WIDEST = 420;
    private static final Pattern WIDTH = Pattern.compile("([0-9]+(?:\\.[0-9]+)?) ?(mm|cm|in)");

    /** A multiple of the size on a screen. */
    public static FigureSize scaled(int scale) {
        return new FigureSize(scale, 0);
    }

    /** A width on paper, with 300 dots per inch or more. */
    public static FigureSize wide(double millimetres) {
        return new FigureSize(1, millimetres);
    }

    /**
     * Of a width in words, such as "85mm", "8.5cm" or "3.5in".
     *
     * @throws IllegalArgumentException with one sentence for the user
     */
    public static FigureSize parse(String words) {
        Matcher width = WIDTH.matcher(words.strip().toLowerCase(Locale.ROOT));
        double millimetres = !width.matches()
                ? 0
                : Double.parseDouble(width.group(1))
                        * switch (width.group(2)) {
                            case "cm" -> 10;
                            case "in" -> 25.4;
                            default -> 1;
                        };
        if (millimetres < NARROWEST || millimetres > WIDEST) {
            throw new IllegalArgumentException("“" + words + "” is no width of a figure; give one from 40mm to 420mm,"
                    + " such as 85mm for a column or 180mm for a page.");
        }
        return wide(Math.round(millimetres * 100) / 100.0);
    }

    /** Whether its width on paper is given. */
    public boolean isOnPaper() {
        return millimetres > 0;
    }
}
