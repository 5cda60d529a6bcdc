package hourglass.ui.scatter;

import hourglass.core.color.ClassForm;
import hourglass.core.color.Token;
import hourglass.ui.kit.ThemeColors;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The images of points as squares to be laid down: what is bright in the image shines in the colour of its class. */
final class ImageSprites {
    /** How loudly a point speaks. */
    enum Voice {
        FAINT(0.2),
        PLAIN(1);

        private final double solidity;

        Voice(double solidity) {
            this.solidity = solidity;
        }
    }

    private final TileGreys greys;
    private final int side;
    private final ThemeColors colors;
    private final Map<Voice, int[] @Nullable []> inks = new EnumMap<>(Voice.class);
    private final int[] sprite;

    ImageSprites(TileGreys greys, ThemeColors colors) {
        this.greys = greys;
        side = greys.side();
        this.colors = colors;
        sprite = new int[side * side];
    }

    /** Draws the image of a point with its middle at a place of the picture. */
    void draw(Raster raster, int point, int classIndex, Voice voice, double x, double y) {
        int left = (int) Math.rint(x - side / 2.0);
        int top = (int) Math.rint(y - side / 2.0);
        if (left + side <= 0 || top + side <= 0 || left >= raster.width || top >= raster.height) {
            return;
        }
        int[] ink = inks(Math.floorMod(classIndex, ClassForm.COLORS), voice);
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                sprite[row * side + column] = ink[greys.brightness(point, column, row)];
            }
        }
        raster.blend(sprite, side, left, top);
    }

    /** The pixel for every brightness of 0 … 255. */
    private int[] inks(int classIndex, Voice voice) {
        int[] @Nullable [] inksOfVoice = inks.computeIfAbsent(voice, v -> new int[ClassForm.COLORS][]);
        int[] known = inksOfVoice[classIndex];
        if (known == null) {
            known = new int[256];
            int color = DotSprites.opaque(colors.ofClass(classIndex));
            int shade = DotSprites.opaque(colors.of(Token.SURFACE));
            for (int i = 0; i < 256; i++) {
                int tint = Raster.mixed(shade, color, 0.4 + 0.6 * i / 255);
                known[i] = Raster.faded(tint, voice.solidity * Math.min(1, i / 100.0));
            }
            inksOfVoice[classIndex] = known;
        }
        return known;
    }
}
