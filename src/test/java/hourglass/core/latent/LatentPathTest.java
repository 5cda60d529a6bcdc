package hourglass.core.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class LatentPathTest {
    @Test
    void theStraightWayHasEvenSteps() {
        float[] path = LatentPath.straight(new float[] {0, 1}, new float[] {4, -1}, 5);
        assertArrayEquals(new float[] {0, 1, 1, 0.5f, 2, 0, 3, -0.5f, 4, -1}, path);
    }

    @Test
    void endsOfDifferentSizesAndSingleStepsAreRefused() {
        float[] two = {0, 0};
        assertThrows(IllegalArgumentException.class, () -> LatentPath.straight(two, new float[3], 3));
        assertThrows(IllegalArgumentException.class, () -> LatentPath.straight(new float[0], new float[0], 3));
        assertThrows(IllegalArgumentException.class, () -> LatentPath.straight(two, two, 1));
    }
}
