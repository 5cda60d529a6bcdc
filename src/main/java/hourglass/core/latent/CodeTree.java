package hourglass.core.latent;

/**
 * Nearest ones among codes of two numbers: a balanced k-d tree without nodes (Bentley 1975), which also stays fast where
 * codes lie in a few dense heaps with stragglers far out, as those of plain autoencoders do. Immutable once built.
 */
final class CodeTree {
    private static final int LEAF = 8;

    /** Codes that are finite, {@code [size × 2]}, in tree order: the middle of each stretch splits it. */
    private final float[] codes;
    /** Place of each among the codes given. */
    private final int[] original;
    /** Squared distance from the plane of each code given. */
    private final float[] beside;

    private CodeTree(float[] codes, int[] original, float[] beside) {
        this.beside = beside;
        this.codes = codes;
        this.original = original;
    }

    /** Of codes {@code [n × 2]}; those that are not finite are left out. */
    static CodeTree of(float[] given) {
        return of(given, new float[given.length / 2]);
    }

    /** The same of codes that lie beside the plane, each by the root of {@code beside}. */
    static CodeTree of(float[] given, float[] beside) {
        if (given.length % 2 != 0) {
            throw new IllegalArgumentException("expected codes of two numbers each, got " + given.length + " numbers");
        }
        int size = 0;
        int[] original = new int[given.length / 2];
        float[] codes = new float[given.length];
        for (int i = 0; i < original.length; i++) {
            if (Float.isFinite(given[2 * i]) && Float.isFinite(given[2 * i + 1])) {
                original[size] = i;
                codes[2 * size] = given[2 * i];
                codes[2 * size + 1] = given[2 * i + 1];
                size++;
            }
        }
        CodeTree tree = new CodeTree(
                java.util.Arrays.copyOf(codes, 2 * size), java.util.Arrays.copyOf(original, size), beside.clone());
        tree.order(0, size, 0);
        return tree;
    }

    int size() {
        return original.length;
    }

    double x(int place) {
        return codes[2 * place];
    }

    double y(int place) {
        return codes[2 * place + 1];
    }

    /** Puts the middle of a stretch into its sorted place, smaller ones before it, then both halves by the other axis. */
    private void order(int from, int to, int axis) {
        if (to - from <= LEAF) {
            return;
        }
        int middle = (from + to) >>> 1;
        select(from, to - 1, middle, axis);
        order(from, middle, 1 - axis);
        order(middle + 1, to, 1 - axis);
    }

    /** Hoare's selection (1961) around the value in the middle of what is left. */
    private void select(int first, int last, int wanted, int axis) {
        int low = first;
        int high = last;
        while (low < high) {
            float pivot = codes[2 * ((low + high) >>> 1) + axis];
            int i = low;
            int j = high;
            while (i <= j) {
                while (codes[2 * i + axis] < pivot) {
                    i++;
                }
                while (codes[2 * j + axis] > pivot) {
                    j--;
                }
                if (i <= j) {
                    swap(i++, j--);
                }
            }
            if (wanted <= j) {
                high = j;
            } else if (wanted >= i) {
                low = i;
            } else {
                return;
            }
        }
    }

    private void swap(int a, int b) {
        for (int axis = 0; axis < 2; axis++) {
            float held = codes[2 * a + axis];
            codes[2 * a + axis] = codes[2 * b + axis];
            codes[2 * b + axis] = held;
        }
        int held = original[a];
        original[a] = original[b];
        original[b] = held;
    }

    /** Offers every code that may be among the nearest ones of a place. */
    void search(double x, double y, NearestCodes nearest) {
        search(0, size(), 0, x, y, nearest);
    }

    private void search(int from, int to, int axis, double x, double y, NearestCodes nearest) {
        if (to - from <= LEAF) {
            for (int place = from; place < to; place++) {
                offer(place, x, y, nearest);
            }
            return;
        }
        int middle = (from + to) >>> 1;
        double beyond = (axis == 0 ? x : y) - codes[2 * middle + axis];
        boolean lower = beyond < 0;
        search(lower ? from : middle + 1, lower ? middle : to, 1 - axis, x, y, nearest);
        offer(middle, x, y, nearest);
        if (beyond * beyond <= nearest.worst()) {
            search(lower ? middle + 1 : from, lower ? to : middle, 1 - axis, x, y, nearest);
        }
    }

    private void offer(int place, double x, double y, NearestCodes nearest) {
        double dx = x - x(place);
        double dy = y - y(place);
        nearest.offer(dx * dx + dy * dy + beside[original[place]], original[place]);
    }
}
