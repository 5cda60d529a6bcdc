package hourglass.figures;

import hourglass.core.color.Argb;
import hourglass.core.color.Ground;
import hourglass.core.color.Palette;
import java.awt.Color;
import java.awt.Font;

/**
 * Colours and fonts of a figure.
 *
 * @param ground which theme
 * @param text face of words, any size
 * @param numbers face of numbers, any size
 */
public record FigureStyle(Ground ground, Font text, Font numbers) {
    /** On white, in the platform's own faces. */
    public static FigureStyle light() {
        return on(Ground.LIGHT);
    }

    /** On the dark ground, in the platform's own faces. */
    public static FigureStyle dark() {
        return on(Ground.DARK);
    }

    private static FigureStyle on(Ground ground) {
        return new FigureStyle(
                ground, new Font(Font.SANS_SERIF, Font.PLAIN, 12), new Font(Font.MONOSPACED, Font.PLAIN, 12));
    }

    Color back() {
        return new Color(ground.argb());
    }

    Color ink() {
        return pick(0x1f2328, 0xe6edf3);
    }

    Color mutedInk() {
        return pick(0x59636e, 0x9198a1);
    }

    Color line() {
        return pick(0xd1d9e0, 0x30363d);
    }

    Color accent() {
        return pick(0x0969da, 0x4493f8);
    }

    Color second() {
        return pick(0xbc4c00, 0xf0883e);
    }

    Color classColor(int label) {
        return new Color(Palette.on(ground).color(label));
    }

    private Color pick(int light, int dark) {
        return new Color(Argb.opaque(ground == Ground.LIGHT ? light : dark));
    }
}
