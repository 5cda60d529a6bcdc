package hourglass.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassTurnsTest {
    /** Of class 1 there is none. */
    private final ImageSet set =
            ImageSet.of(1, 1, new byte[6], new byte[] {0, 0, 2, 0, 2, 3}, List.of("A", "B", "C", "D"));

    @Test
    void oneOfEachClassThenASecond() {
        assertArrayEquals(new int[] {0, 2, 5, 1, 4, 3}, ClassTurns.of(set, 99));
        assertArrayEquals(new int[] {0, 2, 5, 1}, ClassTurns.of(set, 4));
        assertArrayEquals(new int[] {0, 2, 5}, ClassTurns.firstOfEach(set));
        assertArrayEquals(new int[] {2, 4}, ClassTurns.of(set, 2, 0, 9));
        assertArrayEquals(new int[0], ClassTurns.of(set, 1, 0, 9));
    }

    @Test
    void drawnBySeedTheyStillTakeTurns() {
        int[] drawn = ClassTurns.of(set, -1, 5, 3);
        assertArrayEquals(
                new int[] {0, 2, 3}, Arrays.stream(drawn).map(set::label).toArray());
        assertArrayEquals(drawn, ClassTurns.of(set, -1, 5, 3));
        boolean allFirst = true;
        for (int seed = 1; seed < 20; seed++) {
            allFirst &= Arrays.equals(ClassTurns.firstOfEach(set), ClassTurns.of(set, -1, seed, 3));
        }
        assertFalse(allFirst);
        assertEquals(6, ClassTurns.of(set, -1, 5, 99).length);
    }
}
