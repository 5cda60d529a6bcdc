package hourglass.core.color;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ColorMapsTest {
    @Test
    void greysRunFromBlackToWhiteAndAreCutOffBeyond() {
        assertEquals(0xff000000, GreyMap.argb(0));
        assertEquals(0xff808080, GreyMap.argb(0.5f));
        assertEquals(0xffffffff, GreyMap.argb(1));
        assertEquals(0xffffffff, GreyMap.argb(7));
        assertEquals(0xff000000, GreyMap.argb(-7));
        assertEquals(0xff000000, GreyMap.argb(Float.NaN));
        int[] target = new int[3];
        GreyMap.fill(new float[] {1, 0, 1}, 1, 2, target, 1);
        assertArrayEquals(new int[] {0, 0xff000000, 0xffffffff}, target);
    }

    @Test
    void everyStoredByteComesBackAsItself() {
        for (int grey = 0; grey < 256; grey++) {
            assertEquals(Argb.opaque(grey * 0x010101), GreyMap.argb(grey * (1f / 255f)));
        }
    }

    @Test
    void noErrorBlendsWithTheGround() {
        for (Ground ground : Ground.values()) {
            int zero = SignedErrorMap.on(ground, 1).argb(0);
            assertTrue(ColorDifference.contrast(zero, ground.argb()) < 1.2, ground.name());
            assertEquals(zero, SignedErrorMap.on(ground, 1).argb(Double.NaN));
        }
    }

    @Test
    void bothSignsStayApartForEveryEyeAndStandOffTheGround() {
        for (Ground ground : Ground.values()) {
            SignedErrorMap map = SignedErrorMap.on(ground, 0.5);
            for (ColorVisionSimulation eye : ColorVisionSimulation.values()) {
                assertTrue(
                        ColorDifference.between(eye.apply(map.argb(-0.5)), eye.apply(map.argb(0.5))) > 30, eye.name());
                assertTrue(
                        ColorDifference.between(eye.apply(map.argb(-0.2)), eye.apply(map.argb(0.2))) > 10, eye.name());
            }
            assertTrue(ColorDifference.contrast(map.argb(-0.5), ground.argb()) > 4.5);
            assertTrue(ColorDifference.contrast(map.argb(0.5), ground.argb()) > 4.5);
        }
    }

    @Test
    void theRangeIsFixedAndLargerErrorsNeverLookSmaller() {
        SignedErrorMap map = SignedErrorMap.on(Ground.DARK, 0.5);
        assertEquals(map.argb(0.5), map.argb(3));
        assertEquals(map.argb(-0.5), map.argb(-3));
        double before = -1;
        for (int i = 0; i <= 20; i++) {
            double away = ColorDifference.between(map.argb(0), map.argb(i / 40.0));
            assertTrue(away > before, "at " + i / 40.0);
            before = away;
        }
        int[] target = new int[2];
        map.fill(new float[] {0, 0.5f}, new float[] {0.5f, 0.5f}, 0, 2, target);
        assertArrayEquals(new int[] {map.argb(0.5), map.argb(0)}, target);
        assertThrows(IllegalArgumentException.class, () -> SignedErrorMap.on(Ground.DARK, 0));
    }

    @Test
    void blendsReturnToTheirEnds() {
        for (int argb : new int[] {0xff4aa3ff, 0xff1a1f27, 0xffb84e00, 0xffffffff}) {
            assertEquals(argb, Oklab.of(argb).argb());
        }
    }

    @Test
    void channelsArePacked() {
        int argb = Argb.opaque(0x010203);
        assertArrayEquals(new int[] {1, 2, 3}, new int[] {Argb.red(argb), Argb.green(argb), Argb.blue(argb)});
        assertEquals(0xffff0080, Argb.ofUnit(2, Double.NaN, 0.5));
    }
}
