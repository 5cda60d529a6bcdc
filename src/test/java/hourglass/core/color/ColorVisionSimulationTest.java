package hourglass.core.color;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ColorVisionSimulationTest {
    @Test
    void greysLookTheSameToEveryEye() {
        for (ColorVisionSimulation eye : ColorVisionSimulation.values()) {
            for (int grey = 0; grey < 256; grey += 15) {
                int seen = eye.apply(Argb.opaque(grey * 0x010101));
                assertEquals(grey, Argb.red(seen), 1, eye.name());
                assertEquals(grey, Argb.green(seen), 1, eye.name());
                assertEquals(grey, Argb.blue(seen), 1, eye.name());
            }
        }
    }

    @Test
    void redAndGreenOfOneLightnessMeetForDeutanEyes() {
        int red = 0xffc06050;
        int green = 0xff808050;
        double normal = ColorDifference.between(red, green);
        for (ColorVisionSimulation eye :
                new ColorVisionSimulation[] {ColorVisionSimulation.DEUTAN_MACHADO, ColorVisionSimulation.DEUTAN_VIENOT
                }) {
            assertTrue(ColorDifference.between(eye.apply(red), eye.apply(green)) < normal / 3, eye.name());
        }
    }
}
