package hourglass.core.latent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DistanceFieldTest {
    @Test
    void distancesOfOneCodeByHand() {
        DistanceField field = DistanceField.of(new float[] {0.5f, 0.5f}, new LatentWindow(0, 3, 0, 2), 3, 2);
        assertEquals(1, field.at(0, 0));
        assertEquals(0, field.at(0, 1));
        assertEquals(2, field.at(2, 1));
        assertEquals((float) Math.sqrt(5), field.at(2, 0));
    }

    @Test
    void everyCellAgreesWithLookingAtEveryCode() {
        SplittableRandom random = new SplittableRandom(21);
        for (int round = 0; round < 40; round++) {
            float[] codes = new float[2 * (1 + random.nextInt(300))];
            double heap = random.nextInt(2) == 0 ? 1 : 20;
            for (int i = 0; i < codes.length; i++) {
                codes[i] = (float) (random.nextDouble() * heap);
            }
            LatentWindow window = new LatentWindow(-5, 3 + random.nextInt(30), -2, 9);
            DistanceField field = DistanceField.of(codes, window, 17, 13);
            for (int row = 0; row < 13; row++) {
                for (int column = 0; column < 17; column++) {
                    double expected = nearest(codes, window.columnCentre(column, 17), window.rowCentre(row, 13));
                    assertEquals(expected, field.at(column, row), 1e-5);
                }
            }
        }
    }

    private static double nearest(float[] codes, double x, double y) {
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < codes.length; i += 2) {
            best = Math.min(best, Math.hypot(codes[i] - x, codes[i + 1] - y));
        }
        return best;
    }

    @Test
    void withoutCodesEverythingIsInfinitelyFar() {
        LatentWindow window = new LatentWindow(0, 1, 0, 1);
        DistanceField field = DistanceField.of(new float[] {Float.NaN, 0}, window, 2, 2);
        assertEquals(Float.POSITIVE_INFINITY, field.at(1, 1));
        assertThrows(IllegalArgumentException.class, () -> DistanceField.of(new float[0], window, 0, 2));
        assertThrows(IndexOutOfBoundsException.class, () -> field.at(2, 0));
    }
}
