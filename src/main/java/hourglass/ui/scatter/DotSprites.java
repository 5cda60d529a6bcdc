package hourglass.ui.scatter;

import hourglass.core.color.ClassForm;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** Discs and other forms with smooth edges and a thin rim, ready to be copied, at every quarter of a pixel so that they move smoothly. */
final class DotSprites {
    /** Places within a pixel in each direction. */
    private static final int STEPS = 4;
    /** How far the corners of a form are from its centre, in radii. */
    private static final double REACH = 1.45;

    /** Looks at a pixel in each direction, for how much of it a form with corners covers. */
    private static final int LOOKS = 4;

    private final ClassForm form;
    private final double radius;
    private final double rim;
    private final int size;
    private final int fill;
    private final int edge;
    private final int[] @Nullable [] made = new int[STEPS * STEPS][];

    /** In pixels of the picture; the rim lies inside the radius. */
    DotSprites(ClassForm form, double radius, double rim, Color fill, Color edge) {
        this.form = form;
        this.radius = radius;
        this.rim = rim;
        this.fill = opaque(fill);
        this.edge = opaque(edge);
        size = 2 * (int) Math.ceil((form == ClassForm.CIRCLE ? 1 : REACH) * radius + 1) + 1;
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
                double x = column + 0.5 - size / 2.0 - shiftX;
                double y = row + 0.5 - size / 2.0 - shiftY;
                double covered = covered(x, y, radius);
                double inner = rim == 0 ? 1 : covered(x, y, radius - rim);
                pixels[row * size + column] = Raster.faded(Raster.mixed(edge, fill, inner), covered);
            }
        }
        return pixels;
    }

    /** How much of the pixel around a place a form of this radius covers, 0 … 1. */
    private double covered(double x, double y, double by) {
        if (form == ClassForm.CIRCLE) {
            return Math.max(0, Math.min(1, by - Math.hypot(x, y) + 0.5));
        }
        int inside = 0;
        for (int i = 0; i < LOOKS * LOOKS; i++) {
            double lookX = x + (i % LOOKS + 0.5) / LOOKS - 0.5;
            double lookY = y + (Math.floorDiv(i, LOOKS) + 0.5) / LOOKS - 0.5;
            inside += by > 0 && form.contains(lookX / by, lookY / by) ? 1 : 0;
        }
        return inside / (double) (LOOKS * LOOKS);
    }

    static int opaque(Color color) {
        return 0xFF000000
                | (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
    }
}
