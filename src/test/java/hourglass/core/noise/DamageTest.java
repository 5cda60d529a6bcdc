package hourglass.core.noise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DamageTest {
    /** Two images of two rows and two columns. */
    private static final float[] TWO = {.1f, .2f, .3f, .4f, .5f, .6f, .7f, .8f};

    private static float[] first(Damage damage) {
        return Arrays.copyOf(damage.of(TWO, 2, 2, 0), 4);
    }

    @Test
    void eachKindDoesWhatItSays() {
        assertArrayEquals(new float[] {.3f, .1f, .4f, .2f}, first(Damage.TURNED), "clockwise");
        assertArrayEquals(new float[] {.2f, .1f, .4f, .3f}, first(Damage.MIRRORED));
        assertArrayEquals(new float[] {.3f, .4f, .1f, .2f}, first(Damage.UPSIDE_DOWN));
        assertArrayEquals(new float[] {.9f, .8f, .7f, .6f}, first(Damage.INVERTED), 1e-6f);
        assertArrayEquals(new float[] {.05f, .1f, .15f, .2f}, first(Damage.DIMMED), 1e-6f);
        assertArrayEquals(new float[4], first(Damage.BLACK));
        assertArrayEquals(new float[] {0, .2f, 0, .4f}, first(Damage.LEFT_BLACK));
        assertArrayEquals(new float[] {.1f, 0, .3f, 0}, first(Damage.RIGHT_BLACK));
        assertArrayEquals(new float[] {0, 0, .3f, .4f}, first(Damage.TOP_BLACK));
        assertArrayEquals(new float[] {.1f, .2f, 0, 0}, first(Damage.BOTTOM_BLACK));
    }

    @Test
    void theSecondImageIsDamagedAlike() {
        float[] damaged = Damage.MIRRORED.of(TWO, 2, 2, 0);
        assertArrayEquals(new float[] {.6f, .5f, .8f, .7f}, Arrays.copyOfRange(damaged, 4, 8));
    }

    @Test
    void rowsAndColumnsOfImagesThatAreNotSquare() {
        float[] wide = {1, 2, 3, 4, 5, 6};
        assertArrayEquals(new float[] {3, 2, 1, 6, 5, 4}, Damage.MIRRORED.of(wide, 3, 2, 0));
        assertArrayEquals(new float[] {4, 5, 6, 1, 2, 3}, Damage.UPSIDE_DOWN.of(wide, 3, 2, 0));
        assertFalse(Damage.of(3, 2).contains(Damage.TURNED));
        assertThrows(IllegalArgumentException.class, () -> Damage.TURNED.of(wide, 3, 2, 0));
    }

    @Test
    void chanceHangsOnTheNumberOfTheImageAlone() {
        float[] grey = new float[3 * 64];
        Arrays.fill(grey, .5f);
        for (Damage damage : List.of(Damage.NOISE, Damage.SQUARE)) {
            float[] all = damage.of(grey, 8, 8, 10);
            float[] last = damage.of(Arrays.copyOf(grey, 64), 8, 8, 12);
            assertArrayEquals(Arrays.copyOfRange(all, 128, 192), last, damage.id());
            assertFalse(Arrays.equals(Arrays.copyOf(all, 64), last), damage.id());
        }
        float[] square = Damage.SQUARE.of(grey, 8, 8, 0);
        long black = 0;
        for (int i = 0; i < 64; i++) {
            black += square[i] == 0 ? 1 : 0;
        }
        assertEquals(16, black, "a fifth of 64 as a whole square");
    }

    @Test
    void namesComeBack() {
        for (Damage damage : Damage.values()) {
            assertEquals(damage, Damage.byId(damage.id()).orElseThrow());
        }
        assertEquals("upside-down", Damage.UPSIDE_DOWN.id());
        assertTrue(Damage.byId("bent").isEmpty());
        assertTrue(Damage.allIds().startsWith("turned, mirrored, upside-down, inverted, dimmed, black"));
    }
}
