package hourglass.engine.heap.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Tiles of {@code a · b}, rows × vectors, written out because only local variables stay in registers. */
final class Tiles {
    private static final VectorSpecies<Float> S = VectorProducts.S;
    private static final int L = VectorProducts.L;

    private Tiles() {}

    static void tile4x3(
            float[] a,
            int at,
            int row,
            int inner,
            float[] b,
            int from,
            int width,
            float[] c,
            int to,
            int line,
            boolean fresh) {
        FloatVector c00 = fresh ? FloatVector.zero(S) : FloatVector.fromArray(S, c, to);
        FloatVector c01 = fresh ? FloatVector.zero(S) : FloatVector.fromArray(S, c, to + L);
        FloatVector c02 = fresh ? FloatVector.zero(S) : FloatVector.fromArray(S, c, to + 2 * L);
        FloatVector c10 = fresh ? FloatVector.zero(S) : FloatVector.fromArray(S, c, to + line);
        FloatVector c11 = fresh ? FloatVector.zero(S) : FloatVector.fromArray(S, c, to + line + L);
        FloatVector c12 = fresh ? FloatVector.zero(S) : FloatVector.fromArray(S, c, to + line + 2 * L);
        FloatVector c20 = fresh ? FloatVector.zero(S) : FloatVector.fromArray(S, c, to + 2 * line);
        FloatVector c21 = fresh ? FloatVector.zero(S) : FloatVector.fromArray(S, c, to + 2 * line + L);
        FloatVector c22 = fresh ? FloatVector.zero(S) : FloatVector.fromArray(S, c, to + 2 * line + 2 * L);
        FloatVector c30 = fresh ? FloatVector.zero(S) : FloatVector.fromArray(S, c, to + 3 * line);
        FloatVector c31 = fresh ? FloatVector.zero(S) : FloatVector.fromArray(S, c, to + 3 * line + L);
        FloatVector c32 = fresh ? FloatVector.zero(S) : FloatVector.fromArray(S, c, to + 3 * line + 2 * L);
        for (int p = 0; p < inner; p++) {
            int q = from + p * width;
            FloatVector b0 = FloatVector.fromArray(S, b, q);
            FloatVector b1 = FloatVector.fromArray(S, b, q + L);
            FloatVector b2 = FloatVector.fromArray(S, b, q + 2 * L);
            FloatVector x0 = FloatVector.broadcast(S, a[at + p]);
            c00 = x0.fma(b0, c00);
            c01 = x0.fma(b1, c01);
            c02 = x0.fma(b2, c02);
            FloatVector x1 = FloatVector.broadcast(S, a[at + row + p]);
            c10 = x1.fma(b0, c10);
            c11 = x1.fma(b1, c11);
            c12 = x1.fma(b2, c12);
            FloatVector x2 = FloatVector.broadcast(S, a[at + 2 * row + p]);
            c20 = x2.fma(b0, c20);
            c21 = x2.fma(b1, c21);
            c22 = x2.fma(b2, c22);
            FloatVector x3 = FloatVector.broadcast(S, a[at + 3 * row + p]);
            c30 = x3.fma(b0, c30);
            c31 = x3.fma(b1, c31);
            c32 = x3.fma(b2, c32);
        }
        c00.intoArray(c, to);
        c01.intoArray(c, to + L);
        c02.intoArray(c, to + 2 * L);
        c10.intoArray(c, to + line);
        c11.intoArray(c, to + line + L);
        c12.intoArray(c, to + line + 2 * L);
        c20.intoArray(c, to + 2 * line);
        c21.intoArray(c, to + 2 * line + L);
        c22.intoArray(c, to + 2 * line + 2 * L);
        c30.intoArray(c, to + 3 * line);
        c31.intoArray(c, to + 3 * line + L);
        c32.intoArray(c, to + 3 * line + 2 * L);
    }

    static void tile1x3(
            float[] a,
            int at,
            int row,
            int inner,
            float[] b,
            int from,
            int width,
            float[] c,
            int to,
            int line,
            boolean fresh) {
        FloatVector c00 = fresh ? FloatVector.zero(S) : FloatVector.fromArray(S, c, to);
        FloatVector c01 = fresh ? FloatVector.zero(S) : FloatVector.fromArray(S, c, to + L);
        FloatVector c02 = fresh ? FloatVector.zero(S) : FloatVector.fromArray(S, c, to + 2 * L);
        for (int p = 0; p < inner; p++) {
            int q = from + p * width;
            FloatVector b0 = FloatVector.fromArray(S, b, q);
            FloatVector b1 = FloatVector.fromArray(S, b, q + L);
            FloatVector b2 = FloatVector.fromArray(S, b, q + 2 * L);
            FloatVector x0 = FloatVector.broadcast(S, a[at + p]);
            c00 = x0.fma(b0, c00);
            c01 = x0.fma(b1, c01);
            c02 = x0.fma(b2, c02);
        }
        c00.intoArray(c, to);
        c01.intoArray(c, to + L);
        c02.intoArray(c, to + 2 * L);
    }

    static void tile4x2(
            float[] a,
            int at,
            int row,
            int inner,
            float[] b,
            int from,
            int width,
            float[] c,
            int to,
            int line,
            boolean fresh) {
        FloatVector c00 = fresh ? FloatVector.zero(S) : FloatVector.fromArray(S, c, to);
        FloatVector c01 = fresh ? FloatVector.zero(S) : FloatVector.fromArray(S, c, to + L);
        FloatVector c10 = fresh ? FloatVector.zero(S) : FloatVector.fromArray(S, c, to + line);
        FloatVector c11 = fresh ? FloatVector.zero(S) : FloatVector.fromArray(S, c, to + line + L);
        FloatVector c20 = fresh ? FloatVector.zero(S) : FloatVector.fromArray(S, c, to + 2 * line);
        FloatVector c21 = fresh ? FloatVector.zero(S) : FloatVector.fromArray(S, c, to + 2 * line + L);
        FloatVector c30 = fresh ? FloatVector.zero(S) : FloatVector.fromArray(S, c, to + 3 * line);
        FloatVector c31 = fresh ? FloatVector.zero(S) : FloatVector.fromArray(S, c, to + 3 * line + L);
        for (int p = 0; p < inner; p++) {
            int q = from + p * width;
            FloatVector b0 = FloatVector.fromArray(S, b, q);
            FloatVector b1 = FloatVector.fromArray(S, b, q + L);
            FloatVector x0 = FloatVector.broadcast(S, a[at + p]);
            c00 = x0.fma(b0, c00);
            c01 = x0.fma(b1, c01);
            FloatVector x1 = FloatVector.broadcast(S, a[at + row + p]);
            c10 = x1.fma(b0, c10);
            c11 = x1.fma(b1, c11);
            FloatVector x2 = FloatVector.broadcast(S, a[at + 2 * row + p]);
            c20 = x2.fma(b0, c20);
            c21 = x2.fma(b1, c21);
            FloatVector x3 = FloatVector.broadcast(S, a[at + 3 * row + p]);
            c30 = x3.fma(b0, c30);
            c31 = x3.fma(b1, c31);
        }
        c00.intoArray(c, to);
        c01.intoArray(c, to + L);
        c10.intoArray(c, to + line);
        c11.intoArray(c, to + line + L);
        c20.intoArray(c, to + 2 * line);
        c21.intoArray(c, to + 2 * line + L);
        c30.intoArray(c, to + 3 * line);
        c31.intoArray(c, to + 3 * line + L);
    }

    static void tile1x2(
            float[] a,
            int at,
            int row,
            int inner,
            float[] b,
            int from,
            int width,
            float[] c,
            int to,
            int line,
            boolean fresh) {
        FloatVector c00 = fresh ? FloatVector.zero(S) : FloatVector.fromArray(S, c, to);
        FloatVector c01 = fresh ? FloatVector.zero(S) : FloatVector.fromArray(S, c, to + L);
        for (int p = 0; p < inner; p++) {
            int q = from + p * width;
            FloatVector b0 = FloatVector.fromArray(S, b, q);
            FloatVector b1 = FloatVector.fromArray(S, b, q + L);
            FloatVector x0 = FloatVector.broadcast(S, a[at + p]);
            c00 = x0.fma(b0, c00);
            c01 = x0.fma(b1, c01);
        }
        c00.intoArray(c, to);
        c01.intoArray(c, to + L);
    }

    static void tile8x1(
            float[] a,
            int at,
            int row,
            int inner,
            float[] b,
            int from,
            int width,
            float[] c,
            int to,
            int line,
            boolean fresh) {
        FloatVector c00 = fresh ? FloatVector.zero(S) : FloatVector.fromArray(S, c, to);
        FloatVector c10 = fresh ? FloatVector.zero(S) : FloatVector.fromArray(S, c, to + line);
        FloatVector c20 = fresh ? FloatVector.zero(S) : FloatVector.fromArray(S, c, to + 2 * line);
        FloatVector c30 = fresh ? FloatVector.zero(S) : FloatVector.fromArray(S, c, to + 3 * line);
        FloatVector c40 = fresh ? FloatVector.zero(S) : FloatVector.fromArray(S, c, to + 4 * line);
        FloatVector c50 = fresh ? FloatVector.zero(S) : FloatVector.fromArray(S, c, to + 5 * line);
        FloatVector c60 = fresh ? FloatVector.zero(S) : FloatVector.fromArray(S, c, to + 6 * line);
        FloatVector c70 = fresh ? FloatVector.zero(S) : FloatVector.fromArray(S, c, to + 7 * line);
        for (int p = 0; p < inner; p++) {
            int q = from + p * width;
            FloatVector b0 = FloatVector.fromArray(S, b, q);
            FloatVector x0 = FloatVector.broadcast(S, a[at + p]);
            c00 = x0.fma(b0, c00);
            FloatVector x1 = FloatVector.broadcast(S, a[at + row + p]);
            c10 = x1.fma(b0, c10);
            FloatVector x2 = FloatVector.broadcast(S, a[at + 2 * row + p]);
            c20 = x2.fma(b0, c20);
            FloatVector x3 = FloatVector.broadcast(S, a[at + 3 * row + p]);
            c30 = x3.fma(b0, c30);
            FloatVector x4 = FloatVector.broadcast(S, a[at + 4 * row + p]);
            c40 = x4.fma(b0, c40);
            FloatVector x5 = FloatVector.broadcast(S, a[at + 5 * row + p]);
            c50 = x5.fma(b0, c50);
            FloatVector x6 = FloatVector.broadcast(S, a[at + 6 * row + p]);
            c60 = x6.fma(b0, c60);
            FloatVector x7 = FloatVector.broadcast(S, a[at + 7 * row + p]);
            c70 = x7.fma(b0, c70);
        }
        c00.intoArray(c, to);
        c10.intoArray(c, to + line);
        c20.intoArray(c, to + 2 * line);
        c30.intoArray(c, to + 3 * line);
        c40.intoArray(c, to + 4 * line);
        c50.intoArray(c, to + 5 * line);
        c60.intoArray(c, to + 6 * line);
        c70.intoArray(c, to + 7 * line);
    }

    static void tile4x1(
            float[] a,
            int at,
            int row,
            int inner,
            float[] b,
            int from,
            int width,
            float[] c,
            int to,
            int line,
            boolean fresh) {
        FloatVector c00 = fresh ? FloatVector.zero(S) : FloatVector.fromArray(S, c, to);
        FloatVector c10 = fresh ? FloatVector.zero(S) : FloatVector.fromArray(S, c, to + line);
        FloatVector c20 = fresh ? FloatVector.zero(S) : FloatVector.fromArray(S, c, to + 2 * line);
        FloatVector c30 = fresh ? FloatVector.zero(S) : FloatVector.fromArray(S, c, to + 3 * line);
        for (int p = 0; p < inner; p++) {
            int q = from + p * width;
            FloatVector b0 = FloatVector.fromArray(S, b, q);
            FloatVector x0 = FloatVector.broadcast(S, a[at + p]);
            c00 = x0.fma(b0, c00);
            FloatVector x1 = FloatVector.broadcast(S, a[at + row + p]);
            c10 = x1.fma(b0, c10);
            FloatVector x2 = FloatVector.broadcast(S, a[at + 2 * row + p]);
            c20 = x2.fma(b0, c20);
            FloatVector x3 = FloatVector.broadcast(S, a[at + 3 * row + p]);
            c30 = x3.fma(b0, c30);
        }
        c00.intoArray(c, to);
        c10.intoArray(c, to + line);
        c20.intoArray(c, to + 2 * line);
        c30.intoArray(c, to + 3 * line);
    }

    static void tile1x1(
            float[] a,
            int at,
            int row,
            int inner,
            float[] b,
            int from,
            int width,
            float[] c,
            int to,
            int line,
            boolean fresh) {
        FloatVector c00 = fresh ? FloatVector.zero(S) : FloatVector.fromArray(S, c, to);
        for (int p = 0; p < inner; p++) {
            int q = from + p * width;
            FloatVector b0 = FloatVector.fromArray(S, b, q);
            FloatVector x0 = FloatVector.broadcast(S, a[at + p]);
            c00 = x0.fma(b0, c00);
        }
        c00.intoArray(c, to);
    }
}
