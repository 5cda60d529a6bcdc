package hourglass.engine.heap.vector;

import hourglass.core.Products.Strip;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Tiles of {@code a · bᵀ}, rows × columns: each number is a sum over both rows, in vectors and added up at the end. */
final class Dots {
    private static final VectorSpecies<Float> S = VectorProducts.S;
    private static final int L = VectorProducts.L;

    private Dots() {}

    /** {@code c[r][j] = Σ a[r][i] · b[j][i]}, or added to what stands there. */
    static void product(Strip a, int inner, Strip b, Strip c, int rows, int columns, boolean fresh) {
        int j = 0;
        for (; j + 3 <= columns; j += 3) {
            threeColumns(a, inner, b, c, rows, j, fresh);
        }
        for (; j < columns; j++) {
            oneColumn(a, inner, b, c, rows, j, fresh);
        }
    }

    /** Columns {@code j} to {@code j + 2}. */
    private static void threeColumns(Strip a, int inner, Strip b, Strip c, int rows, int j, boolean fresh) {
        int from = b.at() + j * b.row();
        int r = 0;
        for (; VectorProducts.more(r, rows, 4, fresh); r += 4) {
            int first = Math.min(r, rows - 4);
            dot4x3(
                    a.values(),
                    a.at() + first * a.row(),
                    a.row(),
                    inner,
                    b.values(),
                    from,
                    b.row(),
                    c.values(),
                    c.at() + first * c.row() + j,
                    c.row(),
                    fresh);
        }
        for (; r < rows; r++) {
            dot1x3(
                    a.values(),
                    a.at() + r * a.row(),
                    a.row(),
                    inner,
                    b.values(),
                    from,
                    b.row(),
                    c.values(),
                    c.at() + r * c.row() + j,
                    c.row(),
                    fresh);
        }
    }

    /** Column {@code j}. */
    private static void oneColumn(Strip a, int inner, Strip b, Strip c, int rows, int j, boolean fresh) {
        int from = b.at() + j * b.row();
        int r = 0;
        for (; VectorProducts.more(r, rows, 4, fresh); r += 4) {
            int first = Math.min(r, rows - 4);
            dot4x1(
                    a.values(),
                    a.at() + first * a.row(),
                    a.row(),
                    inner,
                    b.values(),
                    from,
                    b.row(),
                    c.values(),
                    c.at() + first * c.row() + j,
                    c.row(),
                    fresh);
        }
        for (; r < rows; r++) {
            dot1x1(
                    a.values(),
                    a.at() + r * a.row(),
                    a.row(),
                    inner,
                    b.values(),
                    from,
                    b.row(),
                    c.values(),
                    c.at() + r * c.row() + j,
                    c.row(),
                    fresh);
        }
    }

    /** Adds what no whole vector held. */
    private static void put(
            float sum, float[] a, int at, int whole, int inner, float[] b, int from, float[] c, int to, boolean fresh) {
        float rest = sum;
        for (int i = whole; i < inner; i++) {
            rest += a[at + i] * b[from + i];
        }
        c[to] = fresh ? rest : c[to] + rest;
    }

    static void dot4x3(
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
        FloatVector v00 = FloatVector.zero(S);
        FloatVector v01 = FloatVector.zero(S);
        FloatVector v02 = FloatVector.zero(S);
        FloatVector v10 = FloatVector.zero(S);
        FloatVector v11 = FloatVector.zero(S);
        FloatVector v12 = FloatVector.zero(S);
        FloatVector v20 = FloatVector.zero(S);
        FloatVector v21 = FloatVector.zero(S);
        FloatVector v22 = FloatVector.zero(S);
        FloatVector v30 = FloatVector.zero(S);
        FloatVector v31 = FloatVector.zero(S);
        FloatVector v32 = FloatVector.zero(S);
        int whole = inner - inner % L;
        for (int i = 0; i < whole; i += L) {
            FloatVector b0 = FloatVector.fromArray(S, b, from + i);
            FloatVector b1 = FloatVector.fromArray(S, b, from + width + i);
            FloatVector b2 = FloatVector.fromArray(S, b, from + 2 * width + i);
            FloatVector a0 = FloatVector.fromArray(S, a, at + i);
            v00 = a0.fma(b0, v00);
            v01 = a0.fma(b1, v01);
            v02 = a0.fma(b2, v02);
            FloatVector a1 = FloatVector.fromArray(S, a, at + row + i);
            v10 = a1.fma(b0, v10);
            v11 = a1.fma(b1, v11);
            v12 = a1.fma(b2, v12);
            FloatVector a2 = FloatVector.fromArray(S, a, at + 2 * row + i);
            v20 = a2.fma(b0, v20);
            v21 = a2.fma(b1, v21);
            v22 = a2.fma(b2, v22);
            FloatVector a3 = FloatVector.fromArray(S, a, at + 3 * row + i);
            v30 = a3.fma(b0, v30);
            v31 = a3.fma(b1, v31);
            v32 = a3.fma(b2, v32);
        }
        put(v00.reduceLanes(VectorOperators.ADD), a, at, whole, inner, b, from, c, to, fresh);
        put(v01.reduceLanes(VectorOperators.ADD), a, at, whole, inner, b, from + width, c, to + 1, fresh);
        put(v02.reduceLanes(VectorOperators.ADD), a, at, whole, inner, b, from + 2 * width, c, to + 2, fresh);
        put(v10.reduceLanes(VectorOperators.ADD), a, at + row, whole, inner, b, from, c, to + line, fresh);
        put(v11.reduceLanes(VectorOperators.ADD), a, at + row, whole, inner, b, from + width, c, to + line + 1, fresh);
        put(
                v12.reduceLanes(VectorOperators.ADD),
                a,
                at + row,
                whole,
                inner,
                b,
                from + 2 * width,
                c,
                to + line + 2,
                fresh);
        put(v20.reduceLanes(VectorOperators.ADD), a, at + 2 * row, whole, inner, b, from, c, to + 2 * line, fresh);
        put(
                v21.reduceLanes(VectorOperators.ADD),
                a,
                at + 2 * row,
                whole,
                inner,
                b,
                from + width,
                c,
                to + 2 * line + 1,
                fresh);
        put(
                v22.reduceLanes(VectorOperators.ADD),
                a,
                at + 2 * row,
                whole,
                inner,
                b,
                from + 2 * width,
                c,
                to + 2 * line + 2,
                fresh);
        put(v30.reduceLanes(VectorOperators.ADD), a, at + 3 * row, whole, inner, b, from, c, to + 3 * line, fresh);
        put(
                v31.reduceLanes(VectorOperators.ADD),
                a,
                at + 3 * row,
                whole,
                inner,
                b,
                from + width,
                c,
                to + 3 * line + 1,
                fresh);
        put(
                v32.reduceLanes(VectorOperators.ADD),
                a,
                at + 3 * row,
                whole,
                inner,
                b,
                from + 2 * width,
                c,
                to + 3 * line + 2,
                fresh);
    }

    static void dot1x3(
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
        FloatVector v00 = FloatVector.zero(S);
        FloatVector v01 = FloatVector.zero(S);
        FloatVector v02 = FloatVector.zero(S);
        int whole = inner - inner % L;
        for (int i = 0; i < whole; i += L) {
            FloatVector b0 = FloatVector.fromArray(S, b, from + i);
            FloatVector b1 = FloatVector.fromArray(S, b, from + width + i);
            FloatVector b2 = FloatVector.fromArray(S, b, from + 2 * width + i);
            FloatVector a0 = FloatVector.fromArray(S, a, at + i);
            v00 = a0.fma(b0, v00);
            v01 = a0.fma(b1, v01);
            v02 = a0.fma(b2, v02);
        }
        put(v00.reduceLanes(VectorOperators.ADD), a, at, whole, inner, b, from, c, to, fresh);
        put(v01.reduceLanes(VectorOperators.ADD), a, at, whole, inner, b, from + width, c, to + 1, fresh);
        put(v02.reduceLanes(VectorOperators.ADD), a, at, whole, inner, b, from + 2 * width, c, to + 2, fresh);
    }

    static void dot4x1(
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
        FloatVector v00 = FloatVector.zero(S);
        FloatVector v10 = FloatVector.zero(S);
        FloatVector v20 = FloatVector.zero(S);
        FloatVector v30 = FloatVector.zero(S);
        int whole = inner - inner % L;
        for (int i = 0; i < whole; i += L) {
            FloatVector b0 = FloatVector.fromArray(S, b, from + i);
            FloatVector a0 = FloatVector.fromArray(S, a, at + i);
            v00 = a0.fma(b0, v00);
            FloatVector a1 = FloatVector.fromArray(S, a, at + row + i);
            v10 = a1.fma(b0, v10);
            FloatVector a2 = FloatVector.fromArray(S, a, at + 2 * row + i);
            v20 = a2.fma(b0, v20);
            FloatVector a3 = FloatVector.fromArray(S, a, at + 3 * row + i);
            v30 = a3.fma(b0, v30);
        }
        put(v00.reduceLanes(VectorOperators.ADD), a, at, whole, inner, b, from, c, to, fresh);
        put(v10.reduceLanes(VectorOperators.ADD), a, at + row, whole, inner, b, from, c, to + line, fresh);
        put(v20.reduceLanes(VectorOperators.ADD), a, at + 2 * row, whole, inner, b, from, c, to + 2 * line, fresh);
        put(v30.reduceLanes(VectorOperators.ADD), a, at + 3 * row, whole, inner, b, from, c, to + 3 * line, fresh);
    }

    static void dot1x1(
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
        FloatVector v00 = FloatVector.zero(S);
        int whole = inner - inner % L;
        for (int i = 0; i < whole; i += L) {
            FloatVector b0 = FloatVector.fromArray(S, b, from + i);
            FloatVector a0 = FloatVector.fromArray(S, a, at + i);
            v00 = a0.fma(b0, v00);
        }
        put(v00.reduceLanes(VectorOperators.ADD), a, at, whole, inner, b, from, c, to, fresh);
    }
}
