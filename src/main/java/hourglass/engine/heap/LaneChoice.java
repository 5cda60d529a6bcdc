package hourglass.engine.heap;

import java.util.Arrays;

/**
 * Finds out how many lanes make the steps of one network fastest, during its first steps: they count like all others,
 * because the number of lanes changes no result. Then it keeps to the answer. Owned by one thread.
 */
public final class LaneChoice {
    /** Before them the virtual machine still compiles. */
    private static final int WARM_UP = 24;

    private static final int ROUNDS = 7;

    private final long[][] times;
    private int steps;
    private int chosen;

    /** With at most so many lanes. */
    public LaneChoice(int most) {
        times = new long[most][ROUNDS];
        chosen = most == 1 ? 1 : 0;
    }

    /** Lanes of the next step. */
    public int next() {
        if (chosen > 0) {
            return chosen;
        }
        return steps < WARM_UP ? times.length : (steps - WARM_UP) % times.length + 1;
    }

    /** How long the step with {@link #next} lanes took. */
    public void took(long nanos) {
        if (chosen > 0) {
            return;
        }
        int trial = steps - WARM_UP;
        steps++;
        if (trial < 0) {
            return;
        }
        times[trial % times.length][trial / times.length] = nanos;
        if (trial + 1 == times.length * ROUNDS) {
            chosen = fastest();
        }
    }

    private int fastest() {
        int best = 0;
        for (int i = 1; i < times.length; i++) {
            if (median(times[i]) < median(times[best])) {
                best = i;
            }
        }
        return best + 1;
    }

    private static long median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
