package hourglass.engine.heap.vector;

import hourglass.core.Products;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The products in vector registers: tiles of the result stay in registers while the inner index runs. The virtual machine
 * compiles them for the processor it meets, so nothing here depends on its year.
 *
 * <p>One width is used throughout, at most 256 bits: the channels of small convolutions fill no wider one, and a virtual
 * machine that meets two widths compiles one of them badly. The tiles keep to one loop each, because a vector that is
 * carried through two nested ones is put into an object by Java 17.
 */
public final class VectorProducts implements Products {
    static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED.vectorBitSize() > 256
            ? FloatVector.SPECIES_256
            : FloatVector.SPECIES_PREFERRED;
    static final int L = S.length();
    /** Rows of {@code b} above which a panel of it is copied together: far apart, each would need a page of its own. */
    private static final int FAR = 24;
    /** Runs shorter than this are copied together. */
    private static final int SHORT = 16;

    @Override
    public double registerPeak() {
        return RegisterPeak.measured();
    }

    @Override
    public String words() {
        return L + " floats at a time";
    }

    @Override
    public void times(Strip a, Inner inner, Strip b, Strip c, int rows, int columns) {
        if (inner.runs() == 1) {
            product(a, inner.length(), b, c, rows, columns, true);
        } else if (inner.length() < SHORT) {
            product(joined(a, inner, rows), inner.size(), b, c, rows, columns, true);
        } else {
            for (int run = 0; run < inner.runs(); run++) {
                Strip left = new Strip(a.values(), a.at() + run * inner.step(), a.row());
                Strip right = new Strip(b.values(), b.at() + run * inner.length() * b.row(), b.row());
                product(left, inner.length(), right, c, rows, columns, run == 0);
            }
        }
    }

    private static Strip joined(Strip a, Inner inner, int rows) {
        float[] together = new float[rows * inner.size()];
        int to = 0;
        for (int r = 0; r < rows; r++) {
            for (int run = 0; run < inner.runs(); run++) {
                int from = a.at() + r * a.row() + run * inner.step();
                for (int i = 0; i < inner.length(); i++) {
                    together[to++] = a.values()[from + i];
                }
            }
        }
        return new Strip(together, 0, inner.size());
    }

    private static void product(Strip a, int inner, Strip b, Strip c, int rows, int columns, boolean fresh) {
        int j = 0;
        boolean far = rows >= 8 && inner > FAR && b.row() > 3 * L;
        float[] panel = new float[far && columns >= 3 * L ? inner * 3 * L : 0];
        for (; j + 3 * L <= columns; j += 3 * L) {
            panel3(a, inner, far ? packed(b, j, inner, panel) : shifted(b, j), shifted(c, j), rows, fresh);
        }
        if (j + 2 * L <= columns) {
            panel2(a, inner, shifted(b, j), shifted(c, j), rows, fresh);
            j += 2 * L;
        }
        if (j + L <= columns) {
            panel1(a, inner, shifted(b, j), shifted(c, j), rows, fresh);
            j += L;
        }
        for (; j < columns; j++) {
            column(a, inner, shifted(b, j), shifted(c, j), rows, fresh);
        }
    }

    private static Strip shifted(Strip strip, int by) {
        return new Strip(strip.values(), strip.at() + by, strip.row());
    }

    private static Strip packed(Strip b, int j, int inner, float[] panel) {
        int width = 3 * L;
        for (int i = 0; i < inner; i++) {
            System.arraycopy(b.values(), b.at() + i * b.row() + j, panel, i * width, width);
        }
        return new Strip(panel, 0, width);
    }

    /**
     * Rows left over at the end are computed once more with some before them, because a tile costs as much whole; where
     * something is there already that is added to, they go one by one.
     */
    private static void panel3(Strip a, int inner, Strip b, Strip c, int rows, boolean fresh) {
        int r = 0;
        for (; more(r, rows, 4, fresh); r += 4) {
            int first = Math.min(r, rows - 4);
            Tiles.tile4x3(
                    a.values(),
                    a.at() + first * a.row(),
                    a.row(),
                    inner,
                    b.values(),
                    b.at(),
                    b.row(),
                    c.values(),
                    c.at() + first * c.row(),
                    c.row(),
                    fresh);
        }
        for (; r < rows; r++) {
            Tiles.tile1x3(
                    a.values(),
                    a.at() + r * a.row(),
                    a.row(),
                    inner,
                    b.values(),
                    b.at(),
                    b.row(),
                    c.values(),
                    c.at() + r * c.row(),
                    c.row(),
                    fresh);
        }
    }

    static boolean more(int r, int rows, int tile, boolean fresh) {
        return fresh ? r < rows && rows >= tile : r + tile <= rows;
    }

    private static void panel2(Strip a, int inner, Strip b, Strip c, int rows, boolean fresh) {
        int r = 0;
        for (; more(r, rows, 4, fresh); r += 4) {
            int first = Math.min(r, rows - 4);
            Tiles.tile4x2(
                    a.values(),
                    a.at() + first * a.row(),
                    a.row(),
                    inner,
                    b.values(),
                    b.at(),
                    b.row(),
                    c.values(),
                    c.at() + first * c.row(),
                    c.row(),
                    fresh);
        }
        for (; r < rows; r++) {
            Tiles.tile1x2(
                    a.values(),
                    a.at() + r * a.row(),
                    a.row(),
                    inner,
                    b.values(),
                    b.at(),
                    b.row(),
                    c.values(),
                    c.at() + r * c.row(),
                    c.row(),
                    fresh);
        }
    }

    private static void panel1(Strip a, int inner, Strip b, Strip c, int rows, boolean fresh) {
        int r = 0;
        for (; r + 8 <= rows; r += 8) {
            Tiles.tile8x1(
                    a.values(),
                    a.at() + r * a.row(),
                    a.row(),
                    inner,
                    b.values(),
                    b.at(),
                    b.row(),
                    c.values(),
                    c.at() + r * c.row(),
                    c.row(),
                    fresh);
        }
        for (; more(r, rows, 4, fresh); r += 4) {
            int first = Math.min(r, rows - 4);
            Tiles.tile4x1(
                    a.values(),
                    a.at() + first * a.row(),
                    a.row(),
                    inner,
                    b.values(),
                    b.at(),
                    b.row(),
                    c.values(),
                    c.at() + first * c.row(),
                    c.row(),
                    fresh);
        }
        for (; r < rows; r++) {
            Tiles.tile1x1(
                    a.values(),
                    a.at() + r * a.row(),
                    a.row(),
                    inner,
                    b.values(),
                    b.at(),
                    b.row(),
                    c.values(),
                    c.at() + r * c.row(),
                    c.row(),
                    fresh);
        }
    }

    private static void column(Strip a, int inner, Strip b, Strip c, int rows, boolean fresh) {
        for (int r = 0; r < rows; r++) {
            float sum = 0;
            int left = a.at() + r * a.row();
            for (int i = 0; i < inner; i++) {
                sum += a.values()[left + i] * b.values()[b.at() + i * b.row()];
            }
            int to = c.at() + r * c.row();
            c.values()[to] = fresh ? sum : c.values()[to] + sum;
        }
    }

    @Override
    public void timesTransposed(Strip a, Inner inner, Strip b, Strip c, int rows, int columns) {
        for (int run = 0; run < inner.runs(); run++) {
            Strip left = shifted(a, run * inner.step());
            Strip right = shifted(b, run * inner.length());
            Dots.product(left, inner.length(), right, c, rows, columns, run == 0);
        }
    }

    @Override
    public void addTransposedTimes(
            Strip a, int aStep, Strip b, int bStep, int runs, int length, Strip c, int rows, int columns) {
        for (int run = 0; run < runs; run++) {
            sums(shifted(a, run * aStep), shifted(b, run * bStep), length, c, rows, columns);
        }
    }

    private static void sums(Strip a, Strip b, int length, Strip c, int rows, int columns) {
        int j = 0;
        boolean far = length > FAR && b.row() > 3 * L && rows >= 8;
        float[] panel = new float[far && columns >= 3 * L ? length * 3 * L : 0];
        for (; j + 3 * L <= columns; j += 3 * L) {
            sums3(a, far ? packed(b, j, length, panel) : shifted(b, j), length, shifted(c, j), rows);
        }
        if (j + 2 * L <= columns) {
            sums2(a, shifted(b, j), length, shifted(c, j), rows);
            j += 2 * L;
        }
        if (j + L <= columns) {
            sums1(a, shifted(b, j), length, shifted(c, j), rows);
            j += L;
        }
        for (; j < columns; j++) {
            sumColumn(a, shifted(b, j), length, shifted(c, j), rows);
        }
    }

    private static void sums3(Strip a, Strip b, int length, Strip c, int rows) {
        int r = 0;
        for (; r + 4 <= rows; r += 4) {
            Sums.add4x3(
                    a.values(),
                    a.at() + r,
                    a.row(),
                    length,
                    b.values(),
                    b.at(),
                    b.row(),
                    c.values(),
                    c.at() + r * c.row(),
                    c.row());
        }
        for (; r < rows; r++) {
            Sums.add1x3(
                    a.values(),
                    a.at() + r,
                    a.row(),
                    length,
                    b.values(),
                    b.at(),
                    b.row(),
                    c.values(),
                    c.at() + r * c.row(),
                    c.row());
        }
    }

    private static void sums2(Strip a, Strip b, int length, Strip c, int rows) {
        int r = 0;
        for (; r + 4 <= rows; r += 4) {
            Sums.add4x2(
                    a.values(),
                    a.at() + r,
                    a.row(),
                    length,
                    b.values(),
                    b.at(),
                    b.row(),
                    c.values(),
                    c.at() + r * c.row(),
                    c.row());
        }
        for (; r + 3 <= rows; r += 3) {
            Sums.add3x2(
                    a.values(),
                    a.at() + r,
                    a.row(),
                    length,
                    b.values(),
                    b.at(),
                    b.row(),
                    c.values(),
                    c.at() + r * c.row(),
                    c.row());
        }
        for (; r < rows; r++) {
            Sums.add1x2(
                    a.values(),
                    a.at() + r,
                    a.row(),
                    length,
                    b.values(),
                    b.at(),
                    b.row(),
                    c.values(),
                    c.at() + r * c.row(),
                    c.row());
        }
    }

    private static void sums1(Strip a, Strip b, int length, Strip c, int rows) {
        int r = 0;
        for (; r + 8 <= rows; r += 8) {
            Sums.add8x1(
                    a.values(),
                    a.at() + r,
                    a.row(),
                    length,
                    b.values(),
                    b.at(),
                    b.row(),
                    c.values(),
                    c.at() + r * c.row(),
                    c.row());
        }
        for (; r + 3 <= rows; r += 3) {
            Sums.add3x1(
                    a.values(),
                    a.at() + r,
                    a.row(),
                    length,
                    b.values(),
                    b.at(),
                    b.row(),
                    c.values(),
                    c.at() + r * c.row(),
                    c.row());
        }
        for (; r < rows; r++) {
            Sums.add1x1(
                    a.values(),
                    a.at() + r,
                    a.row(),
                    length,
                    b.values(),
                    b.at(),
                    b.row(),
                    c.values(),
                    c.at() + r * c.row(),
                    c.row());
        }
    }

    private static void sumColumn(Strip a, Strip b, int length, Strip c, int rows) {
        for (int r = 0; r < rows; r++) {
            float sum = 0;
            for (int i = 0; i < length; i++) {
                sum += a.values()[a.at() + i * a.row() + r] * b.values()[b.at() + i * b.row()];
            }
            c.values()[c.at() + r * c.row()] += sum;
        }
    }
}
