package hourglass.core.data.sketch;

import java.util.Arrays;

/**
 * One picture while it is drawn: layers over black, a mask of where cloth is, and a finish of folds, rounding and grain.
 */
final class Sketch {
    private static final int SIDE = Raster.SIDE;
    private static final int PIXELS = SIDE * SIDE;

    private final Raster raster = new Raster();
    private final float[] light = new float[PIXELS];
    private final float[] mask = new float[PIXELS];
    private final float[] coverage = new float[PIXELS];
    private Pose pose = new Pose(1, 0, 0, 1, SIDE / 2f, SIDE / 2f);

    /** Clears the picture for a garment lying like this. */
    void begin(Pose newPose) {
        pose = newPose;
        Arrays.fill(light, 0);
        Arrays.fill(mask, 0);
    }

    /** Lays a piece of cloth over everything drawn so far. */
    void fill(Outline shape, Fabric fabric) {
        raster.cover(shape, pose, coverage);
        for (int i = 0; i < PIXELS; i++) {
            mask[i] += (1 - mask[i]) * coverage[i];
        }
        paint(fabric);
    }

    /** Paints only where cloth already is. */
    void detail(Outline shape, Fabric fabric) {
        raster.cover(shape, pose, coverage);
        for (int i = 0; i < PIXELS; i++) {
            coverage[i] *= mask[i];
        }
        paint(fabric);
    }

    /** A line on the cloth, {@code strength} times as bright as what is under it (below 1 darkens). */
    void seam(Outline path, double width, double strength) {
        raster.cover(path.ribbon(width), pose, coverage);
        float change = (float) strength - 1;
        for (int i = 0; i < PIXELS; i++) {
            light[i] *= 1 + coverage[i] * change;
        }
    }

    private void paint(Fabric fabric) {
        for (int i = 0; i < PIXELS; i++) {
            float c = coverage[i];
            if (c > 0.001f) {
                int row = i / SIDE;
                float right = i - row * SIDE + 0.5f;
                float down = row + 0.5f;
                float value = fabric.at(pose.x(right, down), pose.y(right, down));
                light[i] += (Math.max(0.04f, value) - light[i]) * c;
            }
        }
    }

    /** Finishes the picture into bytes. */
    void finish(Dice dice, byte[] target, int offset) {
        float grain = dice.between(0.01, 0.045);
        float rim = dice.between(0.05, 0.28);
        Folds folds = new Folds(dice);
        for (int i = 0; i < PIXELS; i++) {
            float value = light[i];
            if (mask[i] > 0.02f) {
                float round = 1 - rim * (1 - inside(i)) * mask[i];
                value = value * round * folds.at(i % SIDE, i / SIDE) + mask[i] * dice.around(grain);
            }
            target[offset + i] = (byte) Math.round(255 * Fabrics.clamp(value));
        }
    }

    /** Share of cloth among a pixel and its eight neighbours: falls towards the edge of the garment. */
    private float inside(int pixel) {
        int row = pixel / SIDE;
        int column = pixel % SIDE;
        float sum = 0;
        for (int r = Math.max(0, row - 1); r <= Math.min(SIDE - 1, row + 1); r++) {
            for (int c = Math.max(0, column - 1); c <= Math.min(SIDE - 1, column + 1); c++) {
                sum += mask[r * SIDE + c];
            }
        }
        return sum / 9;
    }
}
