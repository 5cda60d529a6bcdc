package hourglass.core.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.ImageSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CodeDensityTest {
    private static final int N = 200;
    private static final int D = 50;

    /** Two heaps far apart in number 40, which no plane of the first two numbers shows. */
    private static CodeMap map() {
        SplittableRandom random = new SplittableRandom(3);
        float[] codes = new float[N * D];
        byte[] labels = new byte[N];
        for (int row = 0; row < N; row++) {
            labels[row] = (byte) (row % 2);
            for (int d = 0; d < D; d++) {
                codes[row * D + d] = (float) random.nextGaussian();
            }
            codes[row * D + 40] = row % 2 == 0 ? 30 : -30;
        }
        ImageSet set = ImageSet.of(1, 1, new byte[N], labels, List.of("a", "b"));
        CodeSample sample = new CodeSample(set, IntStream.range(0, N).toArray(), codes, D);
        CodeMapSteps steps = new CodeMapSteps(sample, PlaneChoice.dimensions(0, 1));
        while (steps.next()) {
            assertTrue(N > 0);
        }
        return steps.map();
    }

    @Test
    void betweenTwoHeapsNothingIsNearAlthoughTheShadowSaysSo() {
        CodeMap map = map();
        float[] between = new float[D];
        LocalDensity.Place place = map.around(between);
        assertEquals(0, place.density());
        assertTrue(place.nearestDistance() > 29, "at " + place.nearestDistance());
        LocalDensity shadow = LocalDensity.of(map.places(), map.sample().labels(), 2);
        assertTrue(shadow.at(0, 0).density() > 0.4, "the plane shows a crowd");
    }

    @Test
    void inAHeapItIsAsDenseAsAmongTheCodesAndOfTheirClass() {
        CodeMap map = map();
        float[] inside = new float[D];
        inside[40] = -30;
        LocalDensity.Place place = map.around(inside);
        assertTrue(place.density() > 0.9, "at " + place.density());
        assertArrayEquals(new int[] {1}, place.nearestClassesByShare());
        LocalDensity.Place own = map.around(map.sample().code(9));
        assertEquals(0, own.nearestDistance());
        assertEquals(1, own.density());
        assertEquals(7, map.nearestRow(map.sample().code(7)));
    }

    @Test
    void holesOfAPlaneAreMeasuredToCodesBesideIt() {
        CodeMap map = map();
        float[] base = new float[D];
        float[] beside = map.besidePlane(base);
        for (int row = 0; row < N; row += 17) {
            double expected = 0;
            for (int d = 2; d < D; d++) {
                expected += map.sample().code(row)[d] * map.sample().code(row)[d];
            }
            assertEquals(expected, beside[row], 1e-3 * expected);
        }
        LatentWindow window = new LatentWindow(-1, 1, -1, 1);
        DistanceField field = DistanceField.of(map.places(), beside, window, 5, 3);
        for (int column = 0; column < 5; column++) {
            double best = Double.POSITIVE_INFINITY;
            for (int row = 0; row < N; row++) {
                double x = map.places()[2 * row] - window.columnCentre(column, 5);
                double y = map.places()[2 * row + 1] - window.rowCentre(1, 3);
                best = Math.min(best, Math.sqrt(x * x + y * y + beside[row]));
            }
            assertEquals(best, field.at(column, 1), 1e-4);
        }
    }
}
