package hourglass.core.metric;

import java.util.Arrays;
import java.util.Comparator;
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

    private final int n;
    private final double[] diagonal;
    private final double[] offDiagonal;
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
        SymmetricEigen result = new SymmetricEigen(matrix.length);
        result.tridiagonalise(matrix, cancelled);
        result.iterate(cancelled);
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

    private void tridiagonalise(double[][] a, BooleanSupplier cancelled) {
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
        accumulate(reflectors, cancelled);
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

    /** Multiplies the reflections from the last to the first (backward accumulation) and stores the result transposed. */
    private void accumulate(double[][] reflectors, BooleanSupplier cancelled) {
        double[][] q = new double[n][n];
        for (int i = 0; i < n; i++) {
            q[i][i] = 1;
        }
        double[] u = new double[n];
        for (int k = n - 3; k >= 0; k--) {
            double[] v = reflectors[k];
            if (v.length == 0) {
                continue;
            }
            Arrays.fill(u, 0);
            for (int i = k + 1; i < n; i++) {
                addMultiple(u, q[i], 2 * v[i], k + 1);
            }
            for (int i = k + 1; i < n; i++) {
                addMultiple(q[i], u, -v[i], k + 1);
            }
        }
        Cancellation.check(cancelled);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                vectors[j][i] = q[i][j];
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
            rotate(vectors[k], vectors[k + 1], c, s);
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
