package hourglass.core.metric;

import hourglass.core.Lanes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * All eigenvalues and eigenvectors of a real symmetric matrix: Householder tridiagonalisation (Golub and Van Loan,
 * <em>Matrix Computations</em>, 4th ed., algorithm 8.3.1), then implicit QR steps with Wilkinson's shift (8.3.2, 8.3.3).
 *
 * <p>Eigenvalues descend; the entry of each eigenvector with the largest absolute value (the first of equals) is
 * positive, so the answer does not depend on chance.
 */
final class SymmetricEigen {
    private static final double EPSILON = Math.ulp(1.0);
    private static final int MAX_STEPS_PER_VALUE = 60;
    /** Columns at a time. */
    private static final int TILE = 64;

    private final int n;
    private final double[] diagonal;
    private final double[] offDiagonal;
    private final List<Sweep> sweeps = new ArrayList<>();
    private double[][] vectors;

    private SymmetricEigen(int n) {
        this.n = n;
        diagonal = new double[n];
        offDiagonal = new double[n];
        vectors = new double[n][n];
    }

    /**
     * Decomposes {@code matrix}, {@code [n × n]}; its contents are destroyed.
     *
     * @throws java.util.concurrent.CancellationException if no longer wanted
     */
    static SymmetricEigen of(double[][] matrix, BooleanSupplier cancelled) {
        return of(matrix, Lanes.ALONE, cancelled);
    }

    /** The same, the vectors spread over {@code lanes}; how many there are changes nothing but the time. */
    static SymmetricEigen of(double[][] matrix, Lanes lanes, BooleanSupplier cancelled) {
        SymmetricEigen result = new SymmetricEigen(matrix.length);
        double[][] reflectors = result.tridiagonalise(matrix, cancelled);
        result.iterate(cancelled);
        result.multiply(reflectors, lanes, cancelled);
        result.sort();
        return result;
    }

    /** Eigenvalues, descending, {@code [n]}. */
    double[] values() {
        return diagonal;
    }

    /** Eigenvectors of length 1, one per row, {@code [n × n]}. */
    double[][] vectors() {
        return vectors;
    }

    private double[][] tridiagonalise(double[][] a, BooleanSupplier cancelled) {
        double[][] reflectors = new double[n][];
        double[] p = new double[n];
        for (int k = 0; k < n - 2; k++) {
            double[] v = reflector(a[k], k);
            reflectors[k] = v;
            if (v.length > 0) {
                reflect(a, v, p, k + 1);
            }
            if (k % 32 == 0) {
                Cancellation.check(cancelled);
            }
        }
        for (int k = 0; k < n; k++) {
            diagonal[k] = a[k][k];
        }
        if (n > 1) {
            offDiagonal[n - 2] = a[n - 2][n - 1];
        }
        return reflectors;
    }

    /**
     * Unit vector v, zero up to and with place k, such that I − 2vvᵀ maps the row behind its diagonal onto one number,
     * which becomes the off-diagonal; empty where there is nothing to map.
     */
    private double[] reflector(double[] row, int k) {
        double scale = 0;
        for (int j = k + 1; j < n; j++) {
            scale = Math.max(scale, Math.abs(row[j]));
        }
        if (scale == 0) {
            return new double[0];
        }
        double[] v = new double[n];
        double squares = 0;
        for (int j = k + 1; j < n; j++) {
            v[j] = row[j] / scale;
            squares += v[j] * v[j];
        }
        double length = Math.sqrt(squares);
        double alpha = v[k + 1] > 0 ? -length : length;
        offDiagonal[k] = alpha * scale;
        v[k + 1] -= alpha;
        double norm = Math.sqrt(2 * length * (length + Math.abs(v[k + 1] + alpha)));
        for (int j = k + 1; j < n; j++) {
            v[j] /= norm;
        }
        return v;
    }

    /** A ← (I − 2vvᵀ) A (I − 2vvᵀ) on the rows and columns from {@code from} on. */
    private void reflect(double[][] a, double[] v, double[] p, int from) {
        Arrays.fill(p, 0);
        for (int i = from; i < n; i++) {
            addMultiple(p, a[i], 2 * v[i], from);
        }
        double overlap = 0;
        for (int j = from; j < n; j++) {
            overlap += p[j] * v[j];
        }
        addMultiple(p, v, -overlap, from);
        for (int i = from; i < n; i++) {
            subtractTwo(a[i], p, v[i], v, p[i], from);
        }
    }

    private static void addMultiple(double[] target, double[] source, double factor, int from) {
        for (int j = from; j < target.length; j++) {
            target[j] += factor * source[j];
        }
    }

    private static void subtractTwo(double[] target, double[] x, double a, double[] y, double b, int from) {
        for (int j = from; j < target.length; j++) {
            target[j] -= a * x[j] + b * y[j];
        }
    }

    /**
     * The vectors: the reflections multiplied from the last to the first (backward accumulation), then turned by all
     * rotations. Neither looks across the columns it is cut into, so that these stay in a near cache.
     */
    private void multiply(double[][] reflectors, Lanes lanes, BooleanSupplier cancelled) {
        int pieces = (n + TILE - 1) / TILE;
        double[][] q = new double[n][n];
        lanes.each(pieces, lanes.most(), (piece, lane) -> {
            Cancellation.check(cancelled);
            double[][] columns = reflected(reflectors, piece * TILE);
            scatter(columns, q, piece * TILE);
        });
        lanes.each(pieces, lanes.most(), (piece, lane) -> {
            Cancellation.check(cancelled);
            int from = piece * TILE;
            int width = Math.min(TILE, n - from);
            double[][] tile = new double[n][TILE];
            for (int i = 0; i < width; i++) {
                for (int j = 0; j < n; j++) {
                    tile[j][i] = q[from + i][j];
                }
            }
            for (Sweep sweep : sweeps) {
                sweep.turn(tile);
            }
            scatter(tile, vectors, from);
        });
    }

    /** Columns from {@code from} on of the product of all reflections, {@code [n × TILE]}. */
    private double[][] reflected(double[][] reflectors, int from) {
        double[][] columns = new double[n][TILE];
        for (int j = from; j < Math.min(n, from + TILE); j++) {
            columns[j][j - from] = 1;
        }
        double[] u = new double[TILE];
        for (int k = n - 3; k >= 0; k--) {
            double[] v = reflectors[k];
            if (v.length == 0 || k + 1 >= from + TILE) {
                // The identity's columns to the left of it have nothing there yet.
                continue;
            }
            Arrays.fill(u, 0);
            for (int i = k + 1; i < n; i++) {
                addMultiple(u, columns[i], 2 * v[i], 0);
            }
            for (int i = k + 1; i < n; i++) {
                addMultiple(columns[i], u, -v[i], 0);
            }
        }
        return columns;
    }

    private void scatter(double[][] tile, double[][] target, int from) {
        int width = Math.min(TILE, n - from);
        for (int i = 0; i < n; i++) {
            System.arraycopy(tile[i], 0, target[i], from, width);
        }
    }

    /** The rotations of one QR step, of rows {@code first + i} and {@code first + i + 1} each. */
    @SuppressWarnings("ArrayRecordComponent") // written once, read by the lanes
    private record Sweep(int first, double[] cosines, double[] sines) {
        void turn(double[][] rows) {
            for (int i = 0; i < cosines.length; i++) {
                rotate(rows[first + i], rows[first + i + 1], cosines[i], sines[i]);
            }
        }
    }

    private void iterate(BooleanSupplier cancelled) {
        double norm = 0;
        for (int i = 0; i < n; i++) {
            norm = Math.max(norm, Math.abs(diagonal[i]) + Math.abs(offDiagonal[i]));
        }
        double negligible = EPSILON * norm;
        int last = n - 1;
        int steps = 0;
        while (last > 0) {
            if (Math.abs(offDiagonal[last - 1]) <= negligible) {
                offDiagonal[last - 1] = 0;
                last--;
                steps = 0;
                Cancellation.check(cancelled);
                continue;
            }
            int first = last - 1;
            while (first > 0 && Math.abs(offDiagonal[first - 1]) > negligible) {
                first--;
            }
            if (++steps > MAX_STEPS_PER_VALUE) {
                throw new ArithmeticException("the eigenvalues did not converge; is every number finite?");
            }
            step(first, last);
        }
    }

    /** One implicit QR step on the unreduced block {@code first … last}. */
    private void step(int first, int last) {
        double delta = (diagonal[last - 1] - diagonal[last]) / 2;
        double e = offDiagonal[last - 1];
        double shift = diagonal[last] - e * e / (delta + Math.copySign(Math.hypot(delta, e), delta));
        double x = diagonal[first] - shift;
        double z = offDiagonal[first];
        Sweep sweep = new Sweep(first, new double[last - first], new double[last - first]);
        sweeps.add(sweep);
        for (int k = first; k < last; k++) {
            double r = Math.sqrt(x * x + z * z);
            double c = r == 0 ? 1 : x / r;
            double s = r == 0 ? 0 : z / r;
            if (k > first) {
                offDiagonal[k - 1] = r;
            }
            double d0 = diagonal[k];
            double d1 = diagonal[k + 1];
            double off = offDiagonal[k];
            diagonal[k] = c * c * d0 + 2 * c * s * off + s * s * d1;
            diagonal[k + 1] = s * s * d0 - 2 * c * s * off + c * c * d1;
            offDiagonal[k] = c * s * (d1 - d0) + (c * c - s * s) * off;
            if (k < last - 1) {
                x = offDiagonal[k];
                z = s * offDiagonal[k + 1];
                offDiagonal[k + 1] *= c;
            }
            sweep.cosines()[k - first] = c;
            sweep.sines()[k - first] = s;
        }
    }

    private static void rotate(double[] a, double[] b, double c, double s) {
        for (int i = 0; i < a.length; i++) {
            double x = a[i];
            double y = b[i];
            a[i] = c * x + s * y;
            b[i] = c * y - s * x;
        }
    }

    private void sort() {
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -diagonal[i]));
        double[] values = diagonal.clone();
        double[][] sorted = new double[n][];
        for (int i = 0; i < n; i++) {
            diagonal[i] = values[order[i]];
            sorted[i] = vectors[order[i]];
            fixSign(sorted[i]);
        }
        vectors = sorted;
    }

    static void fixSign(double[] vector) {
        int largest = 0;
        for (int i = 1; i < vector.length; i++) {
            if (Math.abs(vector[i]) > Math.abs(vector[largest])) {
                largest = i;
            }
        }
        if (vector[largest] < 0) {
            for (int i = 0; i < vector.length; i++) {
                vector[i] = -vector[i];
            }
        }
    }
}
