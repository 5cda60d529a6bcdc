package hourglass.ui.scatter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScatterPointsTest {
    private static ScatterPoints cloud(int n, long seed) {
        Random random = new Random(seed);
        float[] xy = new float[2 * n];
        int[] classes = new int[n];
        for (int i = 0; i < n; i++) {
            xy[2 * i] = (float) (10 * random.nextGaussian());
            xy[2 * i + 1] = (float) random.nextGaussian();
            classes[i] = i % 3;
        }
        return ScatterPoints.of(xy, classes);
    }

    @Test
    void theNearestIsTheOneACountOfAllWouldFind() {
        ScatterPoints points = cloud(500, 4);
        Random random = new Random(9);
        for (int k = 0; k < 200; k++) {
            double x = 15 * random.nextGaussian();
            double y = 2 * random.nextGaussian();
            int expected = IntStream.range(0, 500)
                    .filter(i -> points.classOf(i) != 1)
                    .filter(i -> distance(points, i, x, y) <= 1.5)
                    .boxed()
                    .min((i, j) -> Double.compare(distance(points, i, x, y), distance(points, j, x, y)))
                    .orElse(-1);
            assertEquals(expected, points.nearest(x, y, 1.5, i -> points.classOf(i) != 1));
        }
    }

    private static double distance(ScatterPoints points, int i, double x, double y) {
        return Math.hypot(points.x(i) - x, points.y(i) - y);
    }

    @Test
    void everyPointIsDrawnOnceInTheSameOrderEveryTime() {
        ScatterPoints points = cloud(100, 1);
        ScatterPoints again = cloud(100, 2);
        assertEquals(100, IntStream.range(0, 100).map(points::drawn).distinct().count());
        IntStream.range(0, 100).forEach(place -> assertEquals(points.drawn(place), again.drawn(place)));
        assertTrue(IntStream.range(0, 100).anyMatch(place -> points.drawn(place) != place));
    }

    @Test
    void pointsThatAreNowhereDoNotSpoilTheRest() {
        ScatterPoints points = ScatterPoints.of(new float[] {1, 2, Float.NaN, 0, 3, 5}, new int[] {0, 0, 0});
        assertEquals(1, points.minX());
        assertEquals(3, points.maxX());
        assertEquals(0, points.nearest(1.1, 2, 5, i -> true));
    }

    @Test
    void aMoveChangesPlacesAndNothingElse() {
        ScatterPoints points = cloud(10, 1);
        float[] there = new float[20];
        there[7] = 4;
        ScatterPoints moved = points.movedTo(there);
        there[7] = 9;
        assertEquals(4, moved.y(3));
        assertEquals(points.classOf(4), moved.classOf(4));
        assertThrows(IllegalArgumentException.class, () -> points.movedTo(new float[4]));
    }

    @Test
    void noPointsAreNoTrouble() {
        assertEquals(-1, ScatterPoints.none().nearest(0, 0, 100, i -> true));
        assertEquals(1, ScatterPoints.none().maxX());
        assertThrows(IllegalArgumentException.class, () -> ScatterPoints.of(new float[3], new int[2]));
    }
}
