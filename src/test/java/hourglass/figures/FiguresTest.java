package hourglass.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.color.GreyMap;
import hourglass.core.color.Ground;
import hourglass.core.color.SignedErrorMap;
import hourglass.core.data.ImageSet;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final int SIDE = 28;
    private static final int PIXELS = SIDE * SIDE;

    private static float[] ramp(int images, int step) {
        float[] result = new float[images * PIXELS];
        for (int i = 0; i < result.length; i++) {
            result[i] = i * step % 256 / 255f;
        }
        return result;
    }

    private static ReconstructionFigure reconstruction(int images, String caption) {
        return ReconstructionFigure.ofModel(
                SIDE, SIDE, ramp(images, 7), ramp(images, 5), ramp(images, 3), "PCA 64", caption);
    }

    private static CurveFigure curve(CurveFigure.Axis axis) {
        double[] x = new double[500];
        double[] y = new double[500];
        for (int i = 0; i < 500; i++) {
            x[i] = i / 50.0;
            y[i] = 0.009 + Math.exp(-i / 10.0);
        }
        return new CurveFigure("epoch", "mean squared error per pixel", axis, "caption")
                .withTraining("training", x, y)
                .withPoints("validation", new double[] {1, 10}, new double[] {0.02, 0.01})
                .withConstant("PCA 64", 0.0104);
    }

    private static ImageSet samples() {
        byte[] labels = {0, 1, 0, 1, 0, 0};
        byte[] pixels = new byte[labels.length * PIXELS];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (labels[i / PIXELS] == 0 ? 250 : 60);
        }
        return ImageSet.of(SIDE, SIDE, pixels, labels, List.of("Bright", "A class with quite a long name"));
    }

    /** The first pixel of that colour in a row, from the left. */
    private static int[] find(BufferedImage image, int y, int argb) {
        for (int x = 0; x < image.getWidth(); x++) {
            if (image.getRGB(x, y) == argb) {
                return new int[] {x, y};
            }
        }
        throw new AssertionError("no pixel of that colour in row " + y);
    }

    @Test
    void imagePixelsBecomeExactSquares() {
        for (int scale = 1; scale <= 3; scale++) {
            BufferedImage image = reconstruction(2, "caption").draw(FigureStyle.light(), scale);
            int square = 3 * scale;
            int top = FigureCanvas.MARGIN * scale;
            // The ramp begins black, and nothing left of it in the top row of the page body is black.
            int left = find(image, top, 0xff000000)[0];
            float[] pixels = ramp(2, 7);
            for (int p = 0; p < PIXELS; p++) {
                int x = left + p % SIDE * square;
                int y = top + p / SIDE * square;
                assertEquals(GreyMap.argb(pixels[p]), image.getRGB(x, y));
                assertEquals(GreyMap.argb(pixels[p]), image.getRGB(x + square - 1, y + square - 1));
            }
        }
    }

    @Test
    void theSignedErrorRowUsesTheFixedRangeOfTheGround() {
        float[] grey = new float[PIXELS];
        float[] brighter = new float[PIXELS];
        Arrays.fill(brighter, 0.25f);
        for (FigureStyle style : List.of(FigureStyle.light(), FigureStyle.dark())) {
            FigureRow row = FigureRow.signedError("Signed error", brighter, grey, 0.5);
            BufferedImage image = new ReconstructionFigure(SIDE, SIDE, List.of(row), "").draw(style, 1);
            int expected = SignedErrorMap.on(style.ground(), 0.5).argb(0.25);
            int[] first = find(image, FigureCanvas.MARGIN, expected);
            assertEquals(expected, image.getRGB(first[0] + 83, first[1] + 83));
        }
    }

    @Test
    void everyFigureGrowsWithItsScaleAndStandsOnItsGround() {
        List<Figure> figures = List.of(
                reconstruction(3, "caption"),
                curve(CurveFigure.Axis.LINEAR),
                curve(CurveFigure.Axis.LOGARITHMIC),
                new SampleGridFigure(samples(), 3, 1, "caption"));
        for (Figure figure : figures) {
            BufferedImage once = figure.draw(FigureStyle.light(), 1);
            BufferedImage twice = figure.draw(FigureStyle.dark(), 2);
            assertEquals(2 * once.getWidth(), twice.getWidth(), 30);
            assertEquals(2 * once.getHeight(), twice.getHeight(), 40);
            assertMargins(once, Ground.LIGHT.argb(), FigureCanvas.MARGIN);
            assertMargins(twice, Ground.DARK.argb(), 2 * FigureCanvas.MARGIN);
            assertEquals("caption", figure.caption());
            assertThrows(IllegalArgumentException.class, () -> figure.draw(FigureStyle.light(), 0));
        }
    }

    /** Nothing reaches into the outer half of the margins: so nothing is cut off at the edge. */
    private static void assertMargins(BufferedImage image, int ground, int margin) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                boolean outside = Math.min(x, image.getWidth() - 1 - x) < margin / 2
                        || Math.min(y, image.getHeight() - 1 - y) < margin / 2;
                if (outside) {
                    assertEquals(ground, image.getRGB(x, y), "at " + x + ", " + y);
                }
            }
        }
    }

    @Test
    void aLongCaptionMakesThePageTallerNotWider() {
        BufferedImage brief = reconstruction(1, "caption").draw(FigureStyle.light(), 1);
        BufferedImage wordy = reconstruction(1, "many words ".repeat(30)).draw(FigureStyle.light(), 1);
        BufferedImage unbroken = reconstruction(1, "x".repeat(300)).draw(FigureStyle.light(), 1);
        assertEquals(brief.getWidth(), wordy.getWidth());
        assertTrue(wordy.getHeight() > brief.getHeight() + 40);
        assertEquals(brief.getWidth(), unbroken.getWidth());
        assertMargins(wordy, Ground.LIGHT.argb(), FigureCanvas.MARGIN);
        assertMargins(unbroken, Ground.LIGHT.argb(), FigureCanvas.MARGIN);
    }

    @Test
    void aLongLabelMakesRoomForItself() {
        FigureRow brief = FigureRow.plain("A", ramp(1, 7));
        FigureRow wordy = FigureRow.plain("A label with a whole sentence of words", ramp(1, 7));
        int narrow = find(
                new ReconstructionFigure(SIDE, SIDE, List.of(brief), "").draw(FigureStyle.light(), 1), 24, 0xff000000)[
                0];
        int wide = find(
                new ReconstructionFigure(SIDE, SIDE, List.of(wordy), "").draw(FigureStyle.light(), 1), 24, 0xff000000)[
                0];
        assertTrue(wide > narrow + 100, narrow + " and " + wide);
    }

    @Test
    void curvesThatAreEmptyOrBrokenAreStillDrawn() {
        double[] nothing = {};
        double[] broken = {Double.NaN, Double.POSITIVE_INFINITY, 0, -1};
        for (CurveFigure.Axis axis : CurveFigure.Axis.values()) {
            CurveFigure empty = new CurveFigure("epoch", "error", axis, "caption");
            CurveFigure figure = empty.withTraining("training", nothing, nothing)
                    .withPoints("validation", new double[] {0, 1, 2, 3}, broken)
                    .withConstant("PCA", Double.NaN);
            assertMargins(empty.draw(FigureStyle.light(), 1), Ground.LIGHT.argb(), FigureCanvas.MARGIN);
            assertMargins(figure.draw(FigureStyle.light(), 1), Ground.LIGHT.argb(), FigureCanvas.MARGIN);
        }
    }

    @Test
    void theCurveIsDrawnInItsColour() {
        BufferedImage image = curve(CurveFigure.Axis.LINEAR).draw(FigureStyle.light(), 2);
        int accent = FigureStyle.light().accent().getRGB();
        int second = FigureStyle.light().second().getRGB();
        int[] counts = new int[2];
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                counts[0] += image.getRGB(x, y) == accent ? 1 : 0;
                counts[1] += image.getRGB(x, y) == second ? 1 : 0;
            }
        }
        assertTrue(counts[0] > 1000, "pixels of the training curve: " + counts[0]);
        assertTrue(counts[1] > 50, "pixels of validation points: " + counts[1]);
    }

    @Test
    void samplesOfAClassStandInItsRow() {
        BufferedImage image = new SampleGridFigure(samples(), 3, 1, "").draw(FigureStyle.light(), 1);
        int[] bright = find(image, FigureCanvas.MARGIN + 20, 0xfffafafa);
        int second = FigureCanvas.MARGIN + 60;
        int[] dim = find(image, second + 20, 0xff3c3c3c);
        assertEquals(bright[0], dim[0]);
        // Three bright ones, but only two dim ones to show.
        assertEquals(0xfffafafa, image.getRGB(bright[0] + 2 * 60 + 10, bright[1]));
        assertEquals(0xffffffff, image.getRGB(bright[0] + 2 * 60 + 10, dim[1]));
    }

    @Test
    void rowsThatDoNotMatchAreRefused() {
        FigureRow one = FigureRow.plain("one", ramp(1, 7));
        FigureRow two = FigureRow.plain("two", ramp(2, 7));
        assertThrows(IllegalArgumentException.class, () -> new ReconstructionFigure(SIDE, SIDE, List.of(one, two), ""));
        assertThrows(IllegalArgumentException.class, () -> new ReconstructionFigure(SIDE, SIDE, List.of(), ""));
        assertThrows(IllegalArgumentException.class, () -> FigureRow.compared("x", ramp(1, 7), ramp(2, 7)));
        assertThrows(IllegalArgumentException.class, () -> new SampleGridFigure(samples(), 0, 1, ""));
    }
}
