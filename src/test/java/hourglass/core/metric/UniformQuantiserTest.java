package hourglass.core.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class UniformQuantiserTest {
    /** The first number runs from 0 to 3, the second from −1 to 1, the third never moves. */
    private final UniformQuantiser quantiser = UniformQuantiser.over(new float[] {0, -1, 5, 3, 1, 5, 1, 0.25f, 5}, 3);

    @Test
    void eachNumberIsRoundedOverItsOwnRange() {
        float[] code = {1.4f, 0.25f, 5};
        assertArrayEquals(new float[] {0, 1, 5}, quantiser.rounded(code, 1), "two values: the ends");
        assertArrayEquals(new float[] {1, 1 / 3f, 5}, quantiser.rounded(code, 2), 1e-6f, "four values");
        assertArrayEquals(code, quantiser.rounded(code, 16), 1e-4f);
    }

    @Test
    void whatLiesBeyondGoesToTheNearerEnd() {
        assertArrayEquals(new float[] {3, -1, 5}, quantiser.rounded(new float[] {9, -9, 7}, 8));
    }

    @Test
    void codesAreWholeAndBitsAreFew() {
        assertThrows(IllegalArgumentException.class, () -> UniformQuantiser.over(new float[] {1, 2, 3}, 2));
        assertThrows(IllegalArgumentException.class, () -> UniformQuantiser.over(new float[0], 2));
        assertThrows(IllegalArgumentException.class, () -> quantiser.rounded(new float[3], 0));
        assertThrows(IllegalArgumentException.class, () -> quantiser.rounded(new float[3], 17));
    }
}
