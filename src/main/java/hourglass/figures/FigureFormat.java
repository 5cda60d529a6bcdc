package hourglass.figures;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** What kind of file a figure is written as. */
public enum FigureFormat {
    /** Pixels. */
    PNG,
    /** Shapes and letters, for the web and drawing programs. */
    SVG,
    /** Shapes and letters, for paper. */
    PDF;

    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z]{3,4}$");

    /** What a file name ends with, such as ".png". */
    public String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    /** A file name that says its kind: with ".png" where it has no ending; a sentence for the user where it is none of these. */
    public static Path named(Path file) throws IOException {
        if (ENDING.matcher(name(file)).find()) {
            of(file);
            return file;
        }
        return file.resolveSibling(name(file) + PNG.ending());
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    static FigureFormat of(Path file) throws IOException {
        String name = name(file).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.endsWith(format.ending()))
                .findFirst()
                .orElseThrow(() -> new IOException("The picture " + name(file) + " was not written: its name must end"
                        + " in .png, .svg or .pdf, which says what kind of file it is."));
    }

    byte[] encode(Figure figure, FigureStyle style, FigureSize size) throws IOException {
        if (this == PNG) {
            Sheet sheet = Sheet.ofPixels(figure, style, size);
            return PngWriter.encode(
                    sheet.pixels(), figure.caption(), (int) Math.round(1000 * sheet.width() / sheet.millimetres()));
        }
        Sheet sheet = Sheet.of(figure, style, size);
        return this == SVG ? SvgPage.encode(sheet, figure.caption()) : PdfPage.encode(sheet, figure.caption());
    }
}
