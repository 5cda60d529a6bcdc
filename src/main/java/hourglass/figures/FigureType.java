package hourglass.figures;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import java.util.ArrayList;
import java.util.List;

/** The sizes of type of a figure and how much room they take, so that room is made before anything is drawn. */
final class FigureType {
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    final Font label;
    final Font small;
    final Font number;
    final int scale;

    FigureType(FigureStyle style, int scale) {
        if (scale < 1 || scale > 16) {
            throw new IllegalArgumentException("expected a scale from 1 to 16, got " + scale);
        }
        this.scale = scale;
        label = style.words().deriveFont(13f * scale);
        small = style.words().deriveFont(11f * scale);
        number = style.numbers().deriveFont(11f * scale);
    }

    /** Pixels of a length in points at scale 1. */
    int px(int points) {
        return points * scale;
    }

    int width(Font font, String text) {
        return (int) Math.ceil(font.getStringBounds(text, CONTEXT).getWidth());
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
