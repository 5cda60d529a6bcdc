package hourglass.engine.heap;

import java.util.Arrays;

/**
 * Finds out how many lanes make the steps of one network fastest, during its first steps: they count like all others,
 * because the number of lanes changes no result. It keeps to the answer for some thousand steps and then asks again,
 * because the machine may have got other work, or got rid of it. Owned by one thread.
 */
public final class LaneChoice {
    /** Before them the virtual machine still compiles. */
    private static final int WARM_UP = 24;

    private static final int ROUNDS = 7;
    /** Steps until it asks again: some seconds of the smallest network, under a hundredth of them spent on asking. */
    private static final int VALID = 4000;

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
        int trial = steps - WARM_UP;
        steps++;
        if (chosen > 0) {
            askAgainInTime();
            return;
        }
        if (trial < 0) {
            return;
        }
        times[trial % times.length][trial / times.length] = nanos;
        if (trial + 1 == times.length * ROUNDS) {
            chosen = fastest();
        }
    }

    private void askAgainInTime() {
        if (times.length > 1 && steps == WARM_UP + times.length * ROUNDS + VALID) {
            chosen = 0;
            steps = WARM_UP;
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
