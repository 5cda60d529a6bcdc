package hourglass.ui.scatter;

import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** Discs with smooth edges and a thin rim, ready to be copied, at every quarter of a pixel so that they move smoothly. */
final class DotSprites {
    /** Places within a pixel in each direction. */
    private static final int STEPS = 4;

    private final double radius;
    private final double rim;
    private final int size;
    private final int fill;
    private final int edge;
    private final int[] @Nullable [] made = new int[STEPS * STEPS][];

    /** In pixels of the picture; the rim lies inside the radius. */
    DotSprites(double radius, double rim, Color fill, Color edge) {
        this.radius = radius;
        this.rim = rim;
        this.fill = opaque(fill);
        this.edge = opaque(edge);
        size = 2 * (int) Math.ceil(radius + 1) + 1;
    }

    /** Draws one with its middle at a place of the picture. */
    void draw(Raster raster, double x, double y) {
        double left = x - size / 2.0;
        double top = y - size / 2.0;
        int wholeX = (int) Math.floor(left);
        int wholeY = (int) Math.floor(top);
        int stepX = (int) ((left - wholeX) * STEPS);
        int stepY = (int) ((top - wholeY) * STEPS);
        raster.blend(sprite(stepX, stepY), size, wholeX, wholeY);
    }

    private int[] sprite(int stepX, int stepY) {
        int key = stepY * STEPS + stepX;
        int[] known = made[key];
        if (known == null) {
            known = make((stepX + 0.5) / STEPS, (stepY + 0.5) / STEPS);
            made[key] = known;
        }
        return known;
    }

    private int[] make(double shiftX, double shiftY) {
        int[] pixels = new int[size * size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                double distance = Math.hypot(column + 0.5 - size / 2.0 - shiftX, row + 0.5 - size / 2.0 - shiftY);
                double covered = Math.max(0, Math.min(1, radius - distance + 0.5));
                double inner = rim == 0 ? 1 : Math.max(0, Math.min(1, radius - rim - distance + 0.5));
                pixels[row * size + column] = Raster.faded(Raster.mixed(edge, fill, inner), covered);
            }
        }
        return pixels;
    }

    static int opaque(Color color) {
        return 0xFF000000
                | (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
    }
}
