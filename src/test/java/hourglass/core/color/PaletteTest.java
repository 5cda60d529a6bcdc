package hourglass.core.color;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PaletteTest {
    private static final int CLASSES = 10;

    private static double worstPair(Palette palette, ColorVisionSimulation... eyes) {
        double worst = Double.MAX_VALUE;
        for (ColorVisionSimulation eye : eyes) {
            for (int i = 0; i < CLASSES; i++) {
                for (int j = 0; j < i; j++) {
                    worst = Math.min(
                            worst, ColorDifference.between(eye.apply(palette.color(i)), eye.apply(palette.color(j))));
                }
            }
        }
        return worst;
    }

    private static double worstContrast(Palette palette) {
        double worst = 21;
        for (int i = 0; i < CLASSES; i++) {
            worst = Math.min(
                    worst,
                    ColorDifference.contrast(palette.color(i), palette.ground().argb()));
        }
        return worst;
    }

    @Test
    void darkColoursStayApartForEveryEye() {
        assertEquals(18.03, worstPair(Palette.DARK, ColorVisionSimulation.values()), 0.005);
    }

    @Test
    void lightColoursStayApartForEveryEye() {
        assertEquals(15.88, worstPair(Palette.LIGHT, ColorVisionSimulation.values()), 0.005);
    }

    @Test
    void coloursStandOffTheirGround() {
        assertEquals(3.30, worstContrast(Palette.DARK), 0.005);
        assertEquals(3.32, worstContrast(Palette.LIGHT), 0.005);
    }

    @Test
    void tenOpaqueColoursPerGroundThenTheyRepeat() {
        for (Ground ground : Ground.values()) {
            Palette palette = Palette.on(ground);
            assertEquals(ground, palette.ground());
            assertEquals(palette.color(3), palette.color(3 + CLASSES));
            assertEquals(0xff, palette.color(0) >>> 24);
        }
        assertEquals(0xff7193ff, Palette.DARK.color(0));
        assertEquals(0xff3b6888, Palette.LIGHT.color(9));
    }
}
