package hourglass.core.data.sketch;

/** Soft light and shadow over the whole cloth: random values on a coarse lattice, smoothly joined. */
final class Folds {
    private static final int CELLS = 8;
    private static final float PITCH = (float) Raster.SIDE / (CELLS - 1);

    private final float[] lattice = new float[CELLS * CELLS];

    Folds(Dice dice) {
        float depth = dice.between(0.06, 0.22);
        for (int i = 0; i < lattice.length; i++) {
            lattice[i] = 1 + dice.around(depth);
        }
    }

    /** Factor on the brightness of a pixel. */
    float at(int column, int row) {
        int left = (int) (column / PITCH);
        int top = (int) (row / PITCH);
        float across = ease(column / PITCH - left);
        float down = ease(row / PITCH - top);
        int i = top * CELLS + left;
        float upper = lattice[i] + (lattice[i + 1] - lattice[i]) * across;
        float lower = lattice[i + CELLS] + (lattice[i + CELLS + 1] - lattice[i + CELLS]) * across;
        return upper + (lower - upper) * down;
    }

    private static float ease(float t) {
        return t * t * (3 - 2 * t);
    }
}
