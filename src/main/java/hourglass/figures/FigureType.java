package hourglass.figures;

import hourglass.figures.Ink.Face;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import java.util.ArrayList;
import java.util.List;

/** The sizes of type of a figure and how much room they take, so that room is made before anything is drawn. */
final class FigureType {
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    static final int LARGEST_SCALE = 16;

    final FigureStyle style;
    final Font label;
    final Font small;
    final Font number;
    final int scale;
    final double lettering;

    FigureType(FigureStyle style, int scale) {
        this(style, scale, 1);
    }

    /** With letters that are larger beside everything else, 1 for the usual ones. */
    FigureType(FigureStyle style, int scale, double lettering) {
        if (scale < 1 || scale > LARGEST_SCALE) {
            throw new IllegalArgumentException("expected a scale from 1 to " + LARGEST_SCALE + ", got " + scale);
        }
        this.style = style;
        this.scale = scale;
        this.lettering = lettering;
        float small = (float) (11 * scale * lettering);
        label = style.face(Face.WORDS).deriveFont((float) (13 * scale * lettering));
        this.small = style.face(Face.WORDS).deriveFont(small);
        number = style.face(Face.NUMBERS).deriveFont(small);
    }

    /** Pixels of a length that grows with the letters beside it. */
    int lettered(int points) {
        return (int) Math.round(points * scale * lettering);
    }

    /** Side of a pixel of images whose longer side has so much room, in points. */
    int side(int room, int width, int height) {
        return px(Math.max(1, room / Math.max(width, height)));
    }

    static double exactWidth(Font font, String text) {
        return font.getStringBounds(text, CONTEXT).getWidth();
    }

    /** From the middle of a line of text down to its baseline. */
    static double drop(Font font, String text) {
        LineMetrics metrics = font.getLineMetrics(text, CONTEXT);
        return (metrics.getAscent() - metrics.getDescent()) / 2.0;
    }

    /** Pixels of a length in points at scale 1. */
    int px(int points) {
        return points * scale;
    }

    int width(Font font, String text) {
        return (int) Math.ceil(exactWidth(font, text));
    }

    int widest(Font font, List<String> texts) {
        return texts.stream().mapToInt(text -> width(font, text)).max().orElse(0);
    }

    int height(Font font) {
        LineMetrics metrics = font.getLineMetrics("Ågy0", CONTEXT);
        return (int) Math.ceil(metrics.getAscent() + metrics.getDescent());
    }

    int ascent(Font font) {
        return (int) Math.ceil(font.getLineMetrics("Ågy0", CONTEXT).getAscent());
    }

    /** Words in lines of at most {@code room} pixels; a single word that is longer is broken, never cut off. */
    List<String> wrap(Font font, String text, int room) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("\\s+", -1)) {
            String rest = word;
            String joined = line.isEmpty() ? word : line + " " + word;
            if (width(font, joined) <= room) {
                line = joined;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            while (width(font, rest) > room && rest.length() > 1) {
                int fits = fitting(font, rest, room);
                lines.add(rest.substring(0, fits));
                rest = rest.substring(fits);
            }
            line = rest;
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }

    private int fitting(Font font, String word, int room) {
        int fits = 1;
        while (fits < word.length() - 1 && width(font, word.substring(0, fits + 1)) <= room) {
            fits++;
        }
        return fits;
    }
}
