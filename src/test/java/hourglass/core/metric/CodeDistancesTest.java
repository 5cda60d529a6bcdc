package hourglass.core.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class CodeDistancesTest {
    @Test
    void theMeanOfTheNearest() {
        CodeDistances distances = new CodeDistances(new float[] {0, 0, 3, 4, 0, 2, 100, 100}, 2, 2);
        assertEquals((0 + 2) / 2f, distances.of(new float[] {0, 0}, 1)[0], 1e-6f);
        assertEquals(Math.sqrt(13) / 2, distances.of(new float[] {3, 4}, 1)[0], 1e-6);
    }

    @Test
    void allWhereThereAreFewer() {
        assertEquals(3, new CodeDistances(new float[] {1, 5}, 1, 9).of(new float[] {0}, 1)[0], 1e-6f);
    }

    @Test
    void theSameInSeveralBlocks() {
        float[] codes = new float[1500];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = i;
        }
        assertArrayEquals(
                new float[] {1 / 3f * 2, 2 / 3f}, new CodeDistances(codes, 1, 3).of(new float[] {511, 1200}, 2), 1e-6f);
    }

    @Test
    void wrongInputIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new CodeDistances(new float[0], 2, 1));
        assertThrows(IllegalArgumentException.class, () -> new CodeDistances(new float[3], 2, 1));
        assertThrows(IllegalArgumentException.class, () -> new CodeDistances(new float[2], 2, 0));
    }
}
