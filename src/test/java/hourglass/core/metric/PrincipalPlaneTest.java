package hourglass.core.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PrincipalPlaneTest {
    @Test
    void pointsOnADiagonalLieOnOneAxis() {
        float[] points = {0, 0, 3, 4, 6, 8};
        float[] scores = PrincipalPlane.scores(points, 2, () -> false);
        assertArrayEquals(new float[] {-5, 0, 0, 0, 5, 0}, scores, 1e-5f);
    }

    @Test
    void theAxesHoldTheMostVarianceAndAreUncorrelated() {
        SplittableRandom random = new SplittableRandom(2);
        int n = 500;
        float[] points = new float[5 * n];
        double[] spread = {0.1, 3, 0.2, 1, 0.1};
        for (int i = 0; i < points.length; i++) {
            points[i] = (float) (100 + spread[i % 5] * random.nextDouble(-1, 1));
        }
        float[] scores = PrincipalPlane.scores(points, 5, () -> false);
        double first = 0;
        double second = 0;
        double both = 0;
        for (int i = 0; i < n; i++) {
            first += scores[2 * i] * scores[2 * i];
            second += scores[2 * i + 1] * scores[2 * i + 1];
            both += scores[2 * i] * scores[2 * i + 1];
        }
        assertEquals(3.0, first / n, 0.3, "variance of an even spread over ±3");
        assertEquals(1.0 / 3, second / n, 0.05, "variance of an even spread over ±1");
        assertTrue(Math.abs(both / n) < 1e-4, "uncorrelated, got " + both / n);
    }

    @Test
    void oneNumberPerPointGivesAFlatPlane() {
        assertArrayEquals(new float[] {-1, 0, 1, 0}, PrincipalPlane.scores(new float[] {4, 6}, 1, () -> false), 1e-6f);
        assertThrows(IllegalArgumentException.class, () -> PrincipalPlane.scores(new float[3], 2, () -> false));
    }
}
