package hourglass.core.data.sketch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RasterTest {
    private static final Pose CENTRED = new Pose(1, 0, 0, 1, 14, 14);
    private final float[] coverage = new float[784];

    private double cover(Outline shape) {
        new Raster().cover(shape, CENTRED, coverage);
        double sum = 0;
        for (float share : coverage) {
            sum += share;
        }
        return sum;
    }

    @Test
    void boxCoversExactSharesOfPixels() {
        assertEquals(2.5 * 1.25, cover(Outline.box(0, 0, 2.5, 1.25)), 1e-5);
        assertEquals(1, coverage[14 * 28 + 14], 1e-6);
        assertEquals(0.5, coverage[14 * 28 + 16], 1e-6);
        assertEquals(0.125, coverage[15 * 28 + 16], 1e-6);
        assertEquals(0, coverage[14 * 28 + 17], 1e-6);
    }

    @Test
    void directionOfTheOutlineDoesNotMatter() {
        assertEquals(4, cover(Outline.from(0, 0).to(0, 2).to(2, 2).to(2, 0)), 1e-5);
    }

    @Test
    void slopesAreExact() {
        assertEquals(0.5 * 7.3 * 9.1, cover(Outline.from(-3, -4).to(4.3, -4).to(-3, 5.1)), 1e-4);
    }

    @Test
    void circleHasItsArea() {
        assertEquals(Math.PI * 100, cover(Outline.ellipse(0, 0, 10, 10)), 6);
    }

    @Test
    void whatLiesOutsideIsCutOff() {
        assertEquals(784, cover(Outline.box(-50, -50, 50, 50)), 1e-3);
        assertEquals(14 * 28, cover(Outline.box(-50, -50, 0, 50)), 1e-3);
        assertEquals(0, cover(Outline.box(20, -5, 40, 5)), 1e-5);
        assertEquals(0, cover(Outline.box(-5, 20, 5, 40)), 1e-5);
        assertEquals(28 * 28 / 2.0, cover(Outline.from(-28, -28).to(28, 28).to(-28, 28)), 1e-3);
    }
}
