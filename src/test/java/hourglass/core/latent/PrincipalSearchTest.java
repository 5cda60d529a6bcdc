package hourglass.core.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PrincipalSearchTest {
    private static float[] cloud(int count, int d) {
        SplittableRandom random = new SplittableRandom(5);
        float[] codes = new float[count * d];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (float) ((1 + i % d) * (random.nextDouble() - 0.5));
        }
        return codes;
    }

    @Test
    void roundByRoundItFindsTheSamePlaneAsAtOnce() {
        float[] codes = cloud(200, 7);
        PrincipalSearch search = new PrincipalSearch(codes, 7);
        int rounds = 1;
        while (search.next()) {
            rounds++;
        }
        assertTrue(rounds > 2 && rounds <= 200, rounds + " rounds");
        float[] base = new float[7];
        assertArrayEquals(
                LatentPlane.ofPrincipalDirections(base, codes).projectAll(codes),
                LatentPlane.ofPrincipalDirections(base, search).projectAll(codes));
    }

    @Test
    void bothDirectionsHaveLengthOneAndStandAtARightAngle() {
        PrincipalSearch search = new PrincipalSearch(cloud(100, 5), 5).finish();
        double[] first = search.first();
        double[] second = search.second();
        double along = 0;
        double length = 0;
        for (int i = 0; i < 5; i++) {
            along += first[i] * second[i];
            length += second[i] * second[i];
        }
        assertEquals(0, along, 1e-9);
        assertEquals(1, length, 1e-9);
    }

    @Test
    void aSearchUnderWayOrOfOtherCodesMakesNoPlane() {
        PrincipalSearch begun = new PrincipalSearch(cloud(100, 5), 5);
        assertThrows(IllegalArgumentException.class, () -> LatentPlane.ofPrincipalDirections(new float[5], begun));
        PrincipalSearch done = begun.finish();
        assertThrows(IllegalArgumentException.class, () -> LatentPlane.ofPrincipalDirections(new float[4], done));
    }
}
