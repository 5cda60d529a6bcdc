package hourglass.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.color.Ground;
import hourglass.core.color.SignedErrorMap;
import hourglass.core.color.Token;
import hourglass.core.data.ImageBlock;
import hourglass.core.data.ImageSet;
import hourglass.figures.CurveContent.Curve;
import hourglass.figures.CurveContent.Level;
import hourglass.figures.CurveContent.Marker;
import hourglass.figures.CurveContent.Samples;
import hourglass.figures.CurveContent.Style;
import hourglass.figures.PageProbe.Box;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each figure shows each thing where it belongs: known input, single pixels. */
class FigureProbesTest {
    private static final FigureStyle STYLE = FigureStyle.dark();
    private static final int DOT = 12;

    /** Images of one grey each, in steps of 20 from {@code first} on. */
    private static ImageBlock steps(int count, int width, int height, int first) {
        float[] values = new float[count * width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = (first + 20 * (i / (width * height))) / 255f;
        }
        return ImageBlock.copyOf(width, height, values);
    }

    private static Box square(PageProbe page, int grey, int least) {
        List<Box> found = page.boxes(new Color(grey, grey, grey), least);
        assertEquals(1, found.size(), "squares of grey " + grey + ": " + found);
        return found.get(0);
    }

    private static Curve curve(String name, Token color, Style style, double... values) {
        double[] x = new double[values.length];
        Arrays.setAll(x, i -> i);
        return new Curve(name, color, style, Samples.of(x, values));
    }

    private static PageProbe errors(CurveScale.Kind kind, List<Level> levels, List<Marker> markers, Curve... curves) {
        CurveContent content = new CurveContent(List.of(curves), levels, markers, 2);
        return PageProbe.of(new CurveFigure(content, new CurveFigure.Axes("epoch", "error", kind), ""));
    }

    /** Around all pixels of this colour below the names above the chart. */
    private static Box drawn(PageProbe page, Color color) {
        Box box = new Box(Integer.MAX_VALUE, Integer.MAX_VALUE, -1, -1, 0);
        for (int y = 85; y < page.image.getHeight(); y++) {
            for (int x = 0; x < page.image.getWidth(); x++) {
                if (page.is(x, y, color)) {
                    box = new Box(
                            Math.min(box.left(), x),
                            Math.min(box.top(), y),
                            Math.max(box.right(), x),
                            Math.max(box.bottom(), y),
                            box.pixels() + 1);
                }
            }
        }
        assertTrue(box.pixels() > 0, "nothing is drawn in " + color);
        return box;
    }

    @Test
    void aPointOfACurveStandsAtItsEpochAndItsValue() {
        PageProbe page = errors(
                CurveScale.Kind.LINEAR,
                List.of(new Level("PCA", Token.CURVE_PCA, 0.6)),
                List.of(),
                curve("Network", Token.CURVE_TRAIN, Style.FAINT, 0, 1, 0.2),
                curve("Validation", Token.CURVE_VALIDATION, Style.LINE, 0, 1, 0.2));
        Color own = STYLE.color(Token.CURVE_VALIDATION);
        Box line = drawn(page, own);
        double zero = line.bottom();
        double one = line.top();
        assertTrue(one < zero - 200, "a larger error is higher");
        double middle = (line.left() + line.right()) / 2.0;
        assertTrue(page.has(own, middle - 6, one, 12, 8), "1 at epoch 1");
        assertTrue(page.has(own, line.right() - 4, zero - 0.2 * (zero - one) - 6, 5, 12), "0.2 at epoch 2");
        Color pca = STYLE.color(Token.CURVE_PCA);
        double level = zero - 0.6 * (zero - one);
        assertTrue(page.has(pca, line.left(), level - 3, 60, 6), "the constant lies at its value");
        assertTrue(!page.has(pca, line.left(), level - 60, 60, 40));
        assertTrue(!page.has(pca, line.left(), level + 20, 60, 40));
    }

    @Test
    void aLogarithmicAxisGoesByFactors() {
        PageProbe page = errors(
                CurveScale.Kind.LOG,
                List.of(
                        new Level("a", Token.CURVE_PCA, 0.01),
                        new Level("b", Token.FLOW, 0.1),
                        new Level("c", Token.CURVE_VALIDATION, 1)),
                List.of(),
                curve("Network", Token.CURVE_TRAIN, Style.LINE, 0.01, 0.1, 1));
        double[] rows = new double[3];
        Token[] tokens = {Token.CURVE_PCA, Token.FLOW, Token.CURVE_VALIDATION};
        for (int i = 0; i < 3; i++) {
            rows[i] = page.boxes(STYLE.color(tokens[i]), 8).get(0).centreY();
        }
        assertTrue(rows[0] - rows[1] > 80);
        assertEquals(rows[0] - rows[1], rows[1] - rows[2], 1.5);
    }

    @Test
    void aMarkIsAnUprightAtItsPlaceAndASecondPlotLiesBelow() {
        CurveContent lower = new CurveContent(
                List.of(curve("KL", Token.CURVE_VALIDATION, Style.LINE, 3, 4, 6)), List.of(), List.of(), 2);
        CurveContent content = new CurveContent(
                List.of(curve("Network", Token.CURVE_TRAIN, Style.LINE, 0, 0.5, 1)),
                List.of(),
                List.of(new Marker("trained here", 0.5)),
                2,
                CurveContent.Axis.FROM_ZERO,
                Optional.of(lower));
        PageProbe page = PageProbe.of(new CurveFigure(content, new CurveFigure.Axes("epoch", "error"), ""));
        Box upper = drawn(page, STYLE.color(Token.CURVE_TRAIN));
        Box below = drawn(page, STYLE.color(Token.CURVE_VALIDATION));
        assertTrue(below.bottom() > upper.bottom() + 100, "below the first plot");
        assertEquals(upper.right(), below.right(), 3, "on the same axis");
        double at = upper.left() + (upper.right() - upper.left()) / 4.0;
        int[] dotted = new int[2];
        for (int y = upper.top(); y < upper.bottom(); y++) {
            dotted[0] += page.has(STYLE.color(Token.INK_FAINT), at - 1, y, 3, 1) ? 1 : 0;
            dotted[1] += page.has(STYLE.color(Token.INK_FAINT), at + 150, y, 3, 1) ? 1 : 0;
        }
        assertTrue(dotted[0] > 40 && dotted[1] < 10, "at a quarter of the width: " + Arrays.toString(dotted));
    }

    private static ScatterFigure cross() {
        float[] xy = {0, 0, 2, 0, 0, 1, -1, -1};
        return new ScatterFigure(
                new ScatterData(xy, new int[] {0, 1, 2, 3}, List.of("Zero", "East", "North", "South-west")),
                FigureAxes.CODE,
                1,
                "");
    }

    private static Box dot(PageProbe page, int label) {
        // The points lie left of the legend.
        return page.boxes(STYLE.classColor(label), DOT).get(0);
    }

    @Test
    void aPointOfAScatterStandsAtItsTwoNumbersAndItsClassIsNamedInItsColour() {
        PageProbe page = PageProbe.of(cross());
        double unit = (dot(page, 1).centreX() - dot(page, 0).centreX()) / 2;
        assertTrue(unit > 100);
        assertEquals(dot(page, 0).centreY(), dot(page, 1).centreY(), 1);
        assertEquals(dot(page, 0).centreY() - unit, dot(page, 2).centreY(), 1.5);
        assertEquals(dot(page, 0).centreX() - unit, dot(page, 3).centreX(), 1.5);
        assertEquals(dot(page, 0).centreY() + unit, dot(page, 3).centreY(), 1.5);
        double before = 0;
        for (int label = 0; label < 4; label++) {
            List<Box> both = page.boxes(STYLE.classColor(label), DOT);
            assertEquals(2, both.size());
            Box legend = both.get(1);
            assertTrue(legend.centreX() > dot(page, 1).centreX() + 30 && legend.centreY() > before);
            assertTrue(page.has(STYLE.ink(), legend.right() + 3, legend.top() - 2, 50, legend.height() + 4));
            before = legend.centreY();
        }
    }

    @Test
    void linesOfTheScatterPassThroughItsWholeNumbers() {
        PageProbe page = PageProbe.of(cross());
        for (int label : new int[] {0, 1, 2, 3}) {
            int x = (int) Math.round(dot(page, label).centreX());
            int y = (int) Math.round(dot(page, label).centreY());
            assertTrue(page.has(STYLE.line(), x + 8, y - 1, 1, 3), "a line across " + label);
            assertTrue(page.has(STYLE.line(), x - 1, y + 8, 3, 1), "an upright through " + label);
        }
    }

    @Test
    void thePriorsRingsHaveRadiiOneAndTwo() {
        float[] xy = {0, 0, 1.5f, 0, -3, -3};
        ScatterFigure plain = new ScatterFigure(
                new ScatterData(xy, new int[] {0, 1, 2}, List.of("Zero", "East", "Far")), FigureAxes.CODE, 1, "");
        PageProbe bare = PageProbe.of(plain);
        PageProbe page = PageProbe.of(plain.withPrior());
        double unit = (dot(page, 1).centreX() - dot(page, 0).centreX()) / 1.5;
        double x = dot(page, 0).centreX();
        double y = dot(page, 0).centreY();
        int[] inked = new int[2];
        for (int ring = 1; ring <= 2; ring++) {
            for (int degrees = 0; degrees < 360; degrees += 3) {
                double px = x + ring * unit * Math.cos(Math.toRadians(degrees));
                double py = y + ring * unit * Math.sin(Math.toRadians(degrees));
                inked[ring - 1] += page.hasLight(px - 1, py - 1, 3, 3) ? 1 : 0;
            }
        }
        assertTrue(inked[0] > 30 && inked[1] > 30, Arrays.toString(inked));
        double reach = unit * Math.sqrt(0.5);
        assertTrue(!bare.hasLight(x - 2 * reach - 3, y - 2 * reach - 3, 7, 7), "none without it");
    }

    @Test
    void aMapIsUprightAndMapsStandInReadingOrder() {
        float[] one = {0, 0, 1, 0, 0, 1};
        float[] other = {0, 0, -1, 0, 0, -1};
        int[] classes = {0, 1, 2};
        MapFigure figure = new MapFigure(
                List.of(
                        new MapFigure.Panel("First", "", new ScatterData(one, classes, List.of("a", "b", "c"))),
                        new MapFigure.Panel("Second", "", new ScatterData(other, classes, List.of("a", "b", "c")))),
                "");
        PageProbe page = PageProbe.of(figure);
        List<Box> corner = page.boxes(STYLE.classColor(0), DOT);
        List<Box> across = page.boxes(STYLE.classColor(1), DOT);
        List<Box> up = page.boxes(STYLE.classColor(2), DOT);
        assertEquals(400, across.get(0).centreX() - corner.get(0).centreX(), 1.5);
        assertEquals(400, corner.get(0).centreY() - up.get(0).centreY(), 1.5);
        assertEquals(-400, across.get(1).centreX() - corner.get(1).centreX(), 1.5);
        assertEquals(-400, corner.get(1).centreY() - up.get(1).centreY(), 1.5);
        assertTrue(corner.get(2).centreY() < across.get(2).centreY()
                && across.get(2).centreY() < up.get(2).centreY());
        assertTrue(page.hasLight(corner.get(2).right() + 3, corner.get(2).top() - 3, 30, 16), "named");
        Box frame = page.boxes(STYLE.line(), 800).get(0);
        assertEquals(420, frame.width());
        assertEquals(420, frame.height());
        assertEquals(10, frame.right() - across.get(0).centreX(), 1.5, "points keep off the frame");
    }

    @Test
    void rowsOfAReconstructionStandInOrderWithTheErrorInItsColours() {
        float[] original = {0.2f, 0.4f};
        float[] made = {0.45f, 0.4f};
        PageProbe page = PageProbe.of(rows(original)
                .compared("Reconstruction", block(made))
                .compared("PCA 2", block(0.7f, 0.75f))
                .signedError("Signed error", block(made), 0.5));
        Box first = page.boxes(new Color(51, 51, 51), 200).get(0);
        Box second = page.boxes(new Color(115, 115, 115), 200).get(0);
        Box third = page.boxes(new Color(179, 179, 179), 200).get(0);
        assertTrue(first.bottom() < second.top() && second.bottom() < third.top());
        assertEquals(first.left(), second.left());
        SignedErrorMap map = SignedErrorMap.on(Ground.DARK, 0.5);
        Box error = page.boxes(new Color(map.argb(made[0] - original[0])), 200).get(0);
        assertTrue(error.top() > third.bottom() && error.left() == first.left());
        assertEquals(42, error.width());
        assertTrue(page.is(error.right() + 2, error.top() + 2, new Color(map.argb(0))), "no error in the second");
        double key = error.left() - 40;
        assertTrue(page.has(new Color(map.argb(-0.5)), FigureCanvas.MARGIN, error.top(), 3, 84));
        assertTrue(page.has(new Color(map.argb(0.5)), FigureCanvas.MARGIN + 90, error.top(), key, 84));
    }

    private static ImageBlock block(float... pixels) {
        return ImageBlock.copyOf(2, 1, pixels);
    }

    private static ImageRowsFigure rows(float... originals) {
        return ImageRowsFigure.of(block(originals), Collections.nCopies(originals.length / 2, "Bag"), "");
    }

    @Test
    void aDenoisersStripBeginsWithTheOriginalAndTheNoise() {
        PageProbe page = PageProbe.of(rows(0.2f, 0.2f)
                .compared("Noisy", block(0.4f, 0.4f))
                .compared("Denoised", block(0.25f, 0.25f))
                .compared("Median", block(0.6f, 0.6f)));
        int before = -1;
        for (int grey : new int[] {51, 102, 64, 153}) {
            Box row = square(page, grey, 500);
            assertTrue(row.top() > before, "grey " + grey);
            before = row.bottom();
        }
    }

    @Test
    void aPathsImagesGoFromLeftToRightInTheirRows() {
        PathFigure.Row one = new PathFigure.Row("One", "", steps(3, 4, 4, 20));
        PathFigure.Row two = new PathFigure.Row("Two", "note", steps(3, 4, 4, 120));
        PageProbe page = PageProbe.of(new PathFigure(List.of(one, two), "share", List.of("0", "0.5", "1"), ""));
        for (int i = 0; i < 3; i++) {
            Box above = square(page, 20 + 20 * i, 500);
            Box below = square(page, 120 + 20 * i, 500);
            assertEquals(84, above.width());
            assertEquals(84, above.height());
            assertEquals(above.left(), below.left());
            assertTrue(below.top() > above.bottom());
            assertEquals(above.left(), square(page, 20, 500).left() + i * 88);
            assertTrue(page.hasLight(above.centreX() - 15, above.top() - 22, 30, 20), "step " + i);
        }
        Box first = square(page, 20, 500);
        assertTrue(page.has(STYLE.ink(), FigureCanvas.MARGIN, first.centreY() - 12, 40, 24), "its label");
    }

    @Test
    void manyRowsOfAPathAreSmaller() {
        PathFigure.Row row = new PathFigure.Row("One", "", steps(2, 4, 4, 20));
        PageProbe page = PageProbe.of(
                new PathFigure(List.of(row, row, row, row, row, row, row), "share", List.of("0", "1"), ""));
        List<Box> all = page.boxes(new Color(20, 20, 20), 500);
        assertEquals(7, all.size());
        assertEquals(56, all.get(0).width());
    }

    @Test
    void anAnimationWalksThereAndBackWithItsPlaceOnTheTrack() {
        PathAnimation animation = new PathAnimation(steps(4, 4, 4, 20), "Bag", "Boot", "");
        List<GifFrame> frames = animation.frames(STYLE, 1);
        assertEquals(6, frames.size());
        int[] shown = {20, 40, 60, 80, 60, 40};
        int[] rests = {900, 60, 60, 900, 60, 60};
        double trackLeft = 0;
        double trackRight = 0;
        for (int i = 0; i < 6; i++) {
            PageProbe page = new PageProbe(frames.get(i).image());
            assertEquals(rests[i], frames.get(i).shown().toMillis());
            Box large =
                    page.boxes(new Color(shown[i], shown[i], shown[i]), 20_000).get(0);
            assertEquals(224, large.width());
            Box from = page.boxes(new Color(20, 20, 20), 5_000).get(0);
            List<Box> ends = page.boxes(new Color(80, 80, 80), 5_000);
            Box to = ends.get(ends.size() - 1);
            assertEquals(84, from.width());
            assertTrue(from.right() < large.left() && to.left() > large.right());
            Box place = page.boxes(STYLE.accent(), 20).get(0);
            trackLeft = i == 0 ? place.centreX() : trackLeft;
            trackRight = i == 3 ? place.right() - 5 : trackRight;
            assertTrue(page.has(STYLE.ink(), from.left(), from.bottom() + 3, 84, 22), "named");
        }
        PageProbe second = new PageProbe(frames.get(1).image());
        Box gone = second.boxes(STYLE.accent(), 20).get(0);
        assertEquals(trackLeft + (trackRight - trackLeft) / 3, gone.right() - 5, 2.5);
        assertEquals(trackLeft, gone.left(), 6);
    }

    @Test
    void ticksOfAManifoldStandAtTheMiddleOfTheirCells() {
        double[] three = {-1, 0, 1};
        PageProbe page = PageProbe.of(new ManifoldFigure(
                steps(9, 4, 4, 30), three, new double[] {0, 2, 4}, new FigureAxes("across", "up"), ""));
        Box topLeft = square(page, 30, 500);
        Box bottomLeft = square(page, 30 + 6 * 20, 500);
        assertTrue(bottomLeft.top() > topLeft.bottom(), "the first row is the highest");
        for (int column = 0; column < 3; column++) {
            Box cell = square(page, 30 + (6 + column) * 20, 500);
            assertTrue(
                    page.has(STYLE.mutedInk(), cell.centreX() - 1, cell.bottom() + 1, 3, 4), "below column " + column);
            assertTrue(!page.has(STYLE.mutedInk(), cell.left() + 1, cell.bottom() + 1, 5, 3));
        }
        for (int row = 0; row < 3; row++) {
            Box cell = square(page, 30 + 3 * row * 20, 500);
            assertTrue(page.has(STYLE.mutedInk(), cell.left() - 4, cell.centreY() - 1, 4, 3), "beside row " + row);
        }
    }

    @Test
    void samplesAreMarkedAndCountedByTheirClass() {
        byte[] labels = {0, 1, 0, 1, 0, 2};
        byte[] pixels = new byte[6 * 4];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (40 + 60 * labels[i / 4]);
        }
        ImageSet set = ImageSet.of(2, 2, pixels, labels, List.of("One", "Two", "Three"));
        PageProbe page = PageProbe.of(new SampleGridFigure(set, 2, 3, ""));
        int[] counts = {2, 2, 1};
        for (int label = 0; label < 3; label++) {
            int grey = 40 + 60 * label;
            List<Box> images = page.boxes(new Color(grey, grey, grey), 1000);
            assertEquals(counts[label], images.size());
            assertEquals(56, images.get(0).width());
            Box mark = page.boxes(STYLE.classColor(label), 50).get(0);
            assertEquals(10, mark.width());
            assertTrue(mark.top() >= images.get(0).top()
                    && mark.bottom() <= images.get(0).bottom());
            assertTrue(mark.right() < images.get(0).left());
        }
    }

    @Test
    void textKeepsToItsSide() {
        FigureType type = new FigureType(STYLE, 1);
        try (RasterPage page = new RasterPage(250, 150)) {
            FigureCanvas canvas = new FigureCanvas(type, page);
            canvas.text(type.label, Color.RED, "HHH", 100, 30);
            canvas.textRight(type.label, Color.GREEN, "HHH", 100, 60);
            canvas.textCentred(type.label, Color.BLUE, "HHH", 100, 90);
            int wide = type.width(type.label, "HHH");
            int[] right = columns(page.image(), 16);
            int[] left = columns(page.image(), 8);
            int[] middle = columns(page.image(), 0);
            assertTrue(right[0] >= 100 && right[0] < 104, Arrays.toString(right));
            assertTrue(left[1] < 100 && left[1] > 95, Arrays.toString(left));
            assertEquals(100 - wide, left[0], 3);
            assertEquals(100, (middle[0] + middle[1]) / 2.0, 2);
        }
    }

    /** The first and the last column in which one of red, green and blue is bright. */
    private static int[] columns(BufferedImage image, int shift) {
        int[] found = {Integer.MAX_VALUE, -1};
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                int argb = image.getRGB(x, y);
                if ((argb >> shift & 0xff) > 120 && (argb >> (shift + 8) % 24 & 0xff) < 90) {
                    found[0] = Math.min(found[0], x);
                    found[1] = Math.max(found[1], x);
                }
            }
        }
        return found;
    }
}
