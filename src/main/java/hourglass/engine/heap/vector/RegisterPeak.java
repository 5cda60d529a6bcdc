package hourglass.engine.heap.vector;

import static hourglass.engine.heap.vector.VectorProducts.L;
import static hourglass.engine.heap.vector.VectorProducts.S;

import jdk.incubator.vector.FloatVector;

/**
 * What one thread can do at most: multiply-adds whose operands stay in registers, twelve sums at a time, which is more
 * than any processor needs to keep its units busy.
 */
final class RegisterPeak {
    private static final int SUMS = 12;
    private static final int ROUNDS = 100_000;
    private static final int REPEATS = 40;

    private RegisterPeak() {}

    /** Floating point operations per second: the best of some repetitions, the first of which the compiler needs. */
    static double measured() {
        float[] sums = new float[SUMS * L];
        long best = Long.MAX_VALUE;
        for (int i = 0; i < REPEATS; i++) {
            long start = System.nanoTime();
            multiplyAndAdd(sums);
            best = Math.min(best, System.nanoTime() - start);
        }
        return 2.0 * SUMS * L * ROUNDS / (best * 1e-9);
    }

    private static void multiplyAndAdd(float[] sums) {
        FloatVector factor = FloatVector.broadcast(S, 0.999f);
        FloatVector term = FloatVector.broadcast(S, 0.001f);
        FloatVector a = FloatVector.fromArray(S, sums, 0);
        FloatVector b = FloatVector.fromArray(S, sums, L);
        FloatVector c = FloatVector.fromArray(S, sums, 2 * L);
        FloatVector d = FloatVector.fromArray(S, sums, 3 * L);
        FloatVector e = FloatVector.fromArray(S, sums, 4 * L);
        FloatVector f = FloatVector.fromArray(S, sums, 5 * L);
        FloatVector g = FloatVector.fromArray(S, sums, 6 * L);
        FloatVector h = FloatVector.fromArray(S, sums, 7 * L);
        FloatVector i = FloatVector.fromArray(S, sums, 8 * L);
        FloatVector j = FloatVector.fromArray(S, sums, 9 * L);
        FloatVector k = FloatVector.fromArray(S, sums, 10 * L);
        FloatVector l = FloatVector.fromArray(S, sums, 11 * L);
        for (int round = 0; round < ROUNDS; round++) {
            a = a.fma(factor, term);
            b = b.fma(factor, term);
            c = c.fma(factor, term);
            d = d.fma(factor, term);
            e = e.fma(factor, term);
            f = f.fma(factor, term);
            g = g.fma(factor, term);
            h = h.fma(factor, term);
            i = i.fma(factor, term);
            j = j.fma(factor, term);
            k = k.fma(factor, term);
            l = l.fma(factor, term);
        }
        a.intoArray(sums, 0);
        b.intoArray(sums, L);
        c.intoArray(sums, 2 * L);
        d.intoArray(sums, 3 * L);
        e.intoArray(sums, 4 * L);
        f.intoArray(sums, 5 * L);
        g.intoArray(sums, 6 * L);
        h.intoArray(sums, 7 * L);
        i.intoArray(sums, 8 * L);
        j.intoArray(sums, 9 * L);
        k.intoArray(sums, 10 * L);
        l.intoArray(sums, 11 * L);
    }
}
