package hourglass.core.spec.edit;

/** Round numbers of neurons, to go up and down by. */
final class SizeLadder {
    private static final int[] RUNGS = {
        1, 2, 3, 4, 6, 8, 10, 12, 16, 20, 24, 30, 32, 40, 48, 64, 80, 100, 128, 160, 200, 256, 320, 400, 512, 640, 784,
        1024, 1280, 1600, 2048, 3072, 4096
    };

    private SizeLadder() {}

    /** The next larger one, or the largest. */
    static int above(int size) {
        for (int rung : RUNGS) {
            if (rung > size) {
                return rung;
            }
        }
        return RUNGS[RUNGS.length - 1];
    }

    /** The next smaller one, or 1. */
    static int below(int size) {
        int found = 1;
        for (int rung : RUNGS) {
            if (rung < size) {
                found = rung;
            }
        }
        return found;
    }

    /** The one nearest the geometric mean, so that the funnel narrows evenly. */
    static int between(int a, int b) {
        double wanted = Math.sqrt((double) a * b);
        int best = RUNGS[0];
        for (int rung : RUNGS) {
            if (Math.abs(Math.log(rung / wanted)) < Math.abs(Math.log(best / wanted))) {
                best = rung;
            }
        }
        return best;
    }
}
