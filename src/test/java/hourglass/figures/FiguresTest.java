package hourglass.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.color.GreyMap;
import hourglass.core.color.Ground;
import hourglass.core.color.Palette;
import hourglass.core.color.SignedErrorMap;
import hourglass.core.color.Token;
import hourglass.core.data.ClassTurns;
import hourglass.core.data.ImageBlock;
import hourglass.core.data.ImageSet;
import hourglass.figures.CurveContent.Curve;
import hourglass.figures.CurveContent.Level;
import hourglass.figures.CurveContent.Samples;
import hourglass.figures.CurveContent.Style;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final int SIDE = 28;
    private static final int PIXELS = SIDE * SIDE;

    private static ImageBlock ramp(int images, int step) {
        float[] result = new float[images * PIXELS];
        for (int i = 0; i < result.length; i++) {
            result[i] = i * step % 256 / 255f;
        }
        return ImageBlock.copyOf(SIDE, SIDE, result);
    }

    private static ImageBlock grey(int images, float value) {
        float[] result = new float[images * PIXELS];
        Arrays.fill(result, value);
        return ImageBlock.copyOf(SIDE, SIDE, result);
    }

    private static ImageRowsFigure rows(ImageBlock originals, String caption) {
        return ImageRowsFigure.of(originals, Collections.nCopies(originals.count(), "Bag"), caption);
    }

    private static ImageRowsFigure reconstruction(int images, String caption) {
        return rows(ramp(images, 7), caption)
                .compared("Reconstruction", ramp(images, 5))
                .compared("PCA 64", ramp(images, 3))
                .signedError("Signed error", ramp(images, 5), 0.5);
    }

    private static CurveFigure curve(CurveScale.Kind kind) {
        double[] x = new double[500];
        double[] y = new double[500];
        for (int i = 0; i < 500; i++) {
            x[i] = i / 50.0;
            y[i] = 0.009 + Math.exp(-i / 10.0);
        }
        Samples validation = Samples.of(new double[] {1, 10}, new double[] {0.02, 0.01});
        CurveContent content = new CurveContent(
                List.of(
                        new Curve("training", Token.CURVE_TRAIN, Style.RAW_AND_SMOOTH, Samples.of(x, y)),
                        new Curve("validation", Token.CURVE_VALIDATION, Style.POINTS, validation)),
                List.of(new Level("PCA 64", Token.CURVE_PCA, 0.0104)),
                List.of(),
                10);
        return new CurveFigure(content, new CurveFigure.Axes("epoch", "mean squared error", kind), "caption");
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
            float[] pixels = ramp(2, 7).toArray();
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
        for (FigureStyle style : List.of(FigureStyle.light(), FigureStyle.dark())) {
            BufferedImage image = rows(grey(1, 0), "")
                    .signedError("Signed error", grey(1, 0.25f), 0.5)
                    .draw(style, 1);
            int expected = SignedErrorMap.on(style.ground(), 0.5).argb(0.25);
            int[] black = find(image, FigureCanvas.MARGIN, 0xff000000);
            int below = FigureCanvas.MARGIN;
            while (image.getRGB(black[0], below) != expected) {
                below++;
            }
            assertEquals(expected, image.getRGB(black[0] + 83, below + 83));
        }
    }

    @Test
    void eachRowStandsBelowTheOneBefore() {
        BufferedImage image = rows(grey(3, 0.2f), "")
                .compared("Noisy", grey(3, 0.6f))
                .compared("Denoised", grey(3, 1))
                .draw(FigureStyle.dark(), 1);
        int x = find(image, FigureCanvas.MARGIN, 0xff333333)[0];
        List<Integer> greys = new ArrayList<>();
        for (int y = 0; y < image.getHeight(); y++) {
            int grey = image.getRGB(x, y) & 0xff;
            if (image.getRGB(x, y) == (0xff000000 | grey * 0x010101) && !greys.contains(grey)) {
                greys.add(grey);
            }
        }
        assertTrue(greys.indexOf(51) < greys.indexOf(153) && greys.indexOf(153) < greys.indexOf(255), greys.toString());
    }

    @Test
    void everyFigureGrowsWithItsScaleAndStandsOnItsGround() {
        List<Figure> figures = List.of(
                reconstruction(3, "caption"),
                curve(CurveScale.Kind.LINEAR),
                curve(CurveScale.Kind.LOG),
                new SampleGridFigure(samples(), 3, 1, "caption"),
                new TilesFigure(ramp(5, 7), List.of("Bag", "Ankle boot"), i -> i % 2, 3, "caption"));
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
        ImageRowsFigure figure = rows(ramp(1, 7), "");
        int narrow = find(figure.draw(FigureStyle.light(), 1), 24, 0xff000000)[0];
        int wide = find(
                figure.compared("A label with a whole sentence of words", ramp(1, 7))
                        .draw(FigureStyle.light(), 1),
                24,
                0xff000000)[0];
        assertTrue(wide > narrow + 100, narrow + " and " + wide);
    }

    @Test
    void curvesThatAreEmptyOrBrokenAreStillDrawn() {
        double[] nothing = {};
        double[] broken = {Double.NaN, Double.POSITIVE_INFINITY, 0, -1};
        CurveContent content = new CurveContent(
                List.of(
                        new Curve("training", Token.CURVE_TRAIN, Style.RAW_AND_SMOOTH, Samples.of(nothing, nothing)),
                        new Curve(
                                "validation",
                                Token.CURVE_VALIDATION,
                                Style.POINTS,
                                Samples.of(new double[] {0, 1, 2, 3}, broken))),
                List.of(),
                List.of(),
                3);
        for (CurveScale.Kind kind : CurveScale.Kind.values()) {
            CurveFigure.Axes axes = new CurveFigure.Axes("epoch", "error", kind);
            for (CurveContent each : List.of(CurveContent.empty(), content)) {
                BufferedImage image = new CurveFigure(each, axes, "caption").draw(FigureStyle.light(), 1);
                assertMargins(image, Ground.LIGHT.argb(), FigureCanvas.MARGIN);
            }
        }
    }

    @Test
    void theCurveIsDrawnInItsColour() {
        BufferedImage image = curve(CurveScale.Kind.LINEAR).draw(FigureStyle.light(), 2);
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
        ImageRowsFigure one = rows(ramp(1, 7), "");
        assertThrows(IllegalArgumentException.class, () -> one.compared("two", ramp(2, 7)));
        assertThrows(IllegalArgumentException.class, () -> one.signedError("two", ramp(2, 7), 0.5));
        assertThrows(IllegalArgumentException.class, () -> ImageRowsFigure.of(ramp(1, 7), List.of(), ""));
        assertThrows(IllegalArgumentException.class, () -> rows(grey(0, 0), ""));
        assertThrows(IllegalArgumentException.class, () -> new SampleGridFigure(samples(), 0, 1, ""));
    }

    @Test
    void tilesStandInRowsFromTheLeft() {
        float[] greys = new float[5 * PIXELS];
        for (int i = 0; i < greys.length; i++) {
            int tile = i / PIXELS;
            greys[i] = tile / 5f;
        }
        BufferedImage image = new TilesFigure(
                        ImageBlock.copyOf(SIDE, SIDE, greys), List.of("Bag", "Coat"), i -> i % 2, 3, "")
                .draw(FigureStyle.dark(), 1);
        int[] third = find(image, FigureCanvas.MARGIN, 0xff666666);
        int[] first = find(image, FigureCanvas.MARGIN, 0xff000000);
        int down = FigureCanvas.MARGIN;
        while (image.getRGB(first[0], down) != 0xff999999) {
            down++;
        }
        assertTrue(third[0] > first[0] + 160 && down > FigureCanvas.MARGIN + 84, "the fourth begins the second row");
        assertEquals(Palette.DARK.color(0), image.getRGB(first[0] + 3, FigureCanvas.MARGIN + 84 + 10), "its class");
    }

    @Test
    void sixtyTwoClassesMakeFiguresThatAreNotLong() {
        int classes = 62;
        List<String> names =
                IntStream.range(0, classes).mapToObj(i -> "class " + i).toList();
        byte[] labels = new byte[2 * classes];
        float[] places = new float[4 * classes];
        int[] numbers = new int[2 * classes];
        for (int i = 0; i < 2 * classes; i++) {
            labels[i] = (byte) (i / 2);
            numbers[i] = i / 2;
            places[2 * i] = i;
        }
        ImageSet set = ImageSet.of(28, 28, new byte[2 * classes * 784], labels, names);
        BufferedImage samples = new SampleGridFigure(set, 10, 1, "").draw(FigureStyle.light(), 1);
        assertTrue(samples.getHeight() < 900 && samples.getWidth() < 1100, samples.toString());
        ScatterData data = new ScatterData(places, numbers, names);
        BufferedImage scatter = new ScatterFigure(data, new FigureAxes("a", "b"), 1, "").draw(FigureStyle.light(), 1);
        assertTrue(scatter.getHeight() < 900 && scatter.getWidth() < 1200, scatter.toString());
        assertEquals(14, ClassTurns.row(set).length);
        assertEquals(57, set.label(ClassTurns.row(set)[13]));
    }
}
