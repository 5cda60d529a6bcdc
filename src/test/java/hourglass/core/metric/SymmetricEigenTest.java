package hourglass.core.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class SymmetricEigenTest {
    @Test
    void twoByTwoByHand() {
        SymmetricEigen eigen = SymmetricEigen.of(new double[][] {{2, 1}, {1, 2}}, () -> false);
        double h = Math.sqrt(0.5);
        assertArrayEquals(new double[] {3, 1}, eigen.values(), 1e-14);
        assertArrayEquals(new double[] {h, h}, eigen.vectors()[0], 1e-14);
        assertEquals(-1, Math.signum(eigen.vectors()[1][0] * eigen.vectors()[1][1]));
    }

    @Test
    void oneNumberZerosAndDiagonalsNeedNoSteps() {
        assertArrayEquals(
                new double[] {7},
                SymmetricEigen.of(new double[][] {{7}}, () -> false).values());
        assertArrayEquals(
                new double[5], SymmetricEigen.of(new double[5][5], () -> false).values());
        double[][] diagonal = {{1, 0, 0}, {0, 3, 0}, {0, 0, 2}};
        assertArrayEquals(
                new double[] {3, 2, 1}, SymmetricEigen.of(diagonal, () -> false).values());
    }

    @Test
    void randomMatricesOfAnyRankAreRebuilt() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 60; round++) {
            int n = 1 + random.nextInt(24);
            double[][] matrix = gram(random, n, 1 + random.nextInt(n));
            double[][] copy = new double[n][];
            for (int i = 0; i < n; i++) {
                copy[i] = matrix[i].clone();
            }
            assertRebuilds(matrix, SymmetricEigen.of(copy, () -> false));
        }
    }

    private static double[][] gram(SplittableRandom random, int n, int rank) {
        double[][] matrix = new double[n][n];
        for (int r = 0; r < rank; r++) {
            double[] v = random.doubles(n).map(x -> x - 0.5).toArray();
            double weight = Math.pow(10, random.nextInt(-8, 1)) * (random.nextBoolean() ? 1 : -1);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    matrix[i][j] += weight * v[i] * v[j];
                }
            }
        }
        return matrix;
    }

    private static void assertRebuilds(double[][] matrix, SymmetricEigen eigen) {
        int n = matrix.length;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double rebuilt = 0;
                double product = 0;
                for (int k = 0; k < n; k++) {
                    rebuilt += eigen.values()[k] * eigen.vectors()[k][i] * eigen.vectors()[k][j];
                    product += eigen.vectors()[i][k] * eigen.vectors()[j][k];
                }
                assertEquals(matrix[i][j], rebuilt, 1e-12);
                assertEquals(i == j ? 1 : 0, product, 1e-12);
            }
            assertTrue(i == 0 || eigen.values()[i - 1] >= eigen.values()[i]);
        }
    }

    @Test
    void numbersThatAreNotFiniteAreReportedNotLoopedOn() {
        double[][] matrix = {{1, Double.NaN, 0}, {Double.NaN, 1, 2}, {0, 2, 1}};
        assertThrows(ArithmeticException.class, () -> SymmetricEigen.of(matrix, () -> false));
    }

    @Test
    void cancelledWorkEnds() {
        assertThrows(CancellationException.class, () -> SymmetricEigen.of(new double[4][4], () -> true));
    }
}
