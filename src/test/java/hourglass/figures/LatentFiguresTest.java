package hourglass.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.color.Ground;
import hourglass.core.color.Palette;
import hourglass.core.data.ImageBlock;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatentFiguresTest {
    private static final double[] THREE = {-1, 0, 1};

    /** Images of one grey each: the first black, the last white. */
    private static ImageBlock greys(int count, int side) {
        float[] values = new float[count * side * side];
        for (int i = 0; i < values.length; i++) {
            int image = i / (side * side);
            values[i] = image / (float) (count - 1);
        }
        return ImageBlock.copyOf(side, side, values);
    }

    private static ScatterData points(int count) {
        float[] xy = new float[2 * count];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            xy[2 * i] = (float) Math.cos(i);
            xy[2 * i + 1] = (float) Math.sin(i);
            labels[i] = i % 2;
        }
        return new ScatterData(xy, labels, List.of("Bag", "Ankle boot"));
    }

    private static List<Figure> figures(String caption) {
        ScatterFigure scatter = new ScatterFigure(points(50), FigureAxes.CODE, 1, caption);
        PathFigure.Row row = new PathFigure.Row("Bag → Ankle boot", "between class means", greys(4, 28));
        return List.of(
                new ManifoldFigure(greys(9, 28), THREE, THREE, FigureAxes.CODE, caption),
                new PathFigure(List.of(row, row), "share of the way", List.of("0", "0.3", "0.7", "1"), caption),
                scatter,
                scatter.withPrior());
    }

    private static int count(BufferedImage image, int argb) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += image.getRGB(x, y) == argb ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void everyFigureStandsOnItsGroundWithinItsMarginsAndGrowsWithItsScale() {
        for (Figure figure : figures("caption")) {
            BufferedImage once = figure.draw(FigureStyle.light(), 1);
            BufferedImage twice = figure.draw(FigureStyle.dark(), 2);
            assertEquals(2 * once.getWidth(), twice.getWidth(), 30);
            assertEquals(2 * once.getHeight(), twice.getHeight(), 40);
            assertMargins(once, Ground.LIGHT.argb(), FigureCanvas.MARGIN / 2);
            assertMargins(twice, Ground.DARK.argb(), FigureCanvas.MARGIN);
            assertTrue(figure.caption().startsWith("caption"));
            assertThrows(IllegalArgumentException.class, () -> figure.draw(FigureStyle.light(), 17));
        }
    }

    private static void assertMargins(BufferedImage image, int ground, int margin) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (Math.min(x, image.getWidth() - 1 - x) < margin || Math.min(y, image.getHeight() - 1 - y) < margin) {
                    assertEquals(ground, image.getRGB(x, y), "at " + x + ", " + y);
                }
            }
        }
    }

    @Test
    void theManifoldsFirstImageStandsTopLeftAndItsLastBottomRight() {
        BufferedImage image =
                new ManifoldFigure(greys(9, 28), THREE, THREE, FigureAxes.CODE, "").draw(FigureStyle.dark(), 1);
        List<Integer> greys = new ArrayList<>();
        int row = -1;
        for (int y = 0; y < image.getHeight() && greys.isEmpty(); y++) {
            int found = runOf(image, y, 0xff000000, 28);
            if (found >= 0) {
                row = y;
                for (int cell = 0; cell < 9; cell++) {
                    greys.add(image.getRGB(found + cell % 3 * 28 + 14, row + cell / 3 * 28 + 14) & 0xff);
                }
            }
        }
        assertEquals(List.of(0, 32, 64, 96, 128, 159, 191, 223, 255), greys);
    }

    /** Where that many pixels of a colour begin in a row; −1 if nowhere. */
    private static int runOf(BufferedImage image, int y, int argb, int length) {
        int run = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            run = image.getRGB(x, y) == argb ? run + 1 : 0;
            if (run == length) {
                return x - length + 1;
            }
        }
        return -1;
    }

    @Test
    void pointsAreOpaqueInTheColoursOfTheirClasses() {
        BufferedImage image = new ScatterFigure(points(50), FigureAxes.CODE, 1, "").draw(FigureStyle.dark(), 2);
        for (int label = 0; label < 2; label++) {
            assertTrue(count(image, Palette.DARK.color(label)) > 1000, "class " + label);
        }
        assertEquals(0, count(image, Palette.DARK.color(2)));
    }

    @Test
    void theSeedDecidesWhichPointLiesOnTop() {
        ScatterData heap = new ScatterData(new float[80], labels(40), List.of("Bag", "Ankle boot"));
        int[] onTop = new int[2];
        for (long seed = 0; seed < 20; seed++) {
            BufferedImage image = new ScatterFigure(heap, FigureAxes.CODE, seed, "").draw(FigureStyle.dark(), 1);
            BufferedImage again = new ScatterFigure(heap, FigureAxes.CODE, seed, "").draw(FigureStyle.dark(), 1);
            int first = count(image, Palette.DARK.color(0));
            assertEquals(first, count(again, Palette.DARK.color(0)));
            onTop[first > count(image, Palette.DARK.color(1)) ? 0 : 1]++;
        }
        assertTrue(onTop[0] > 2 && onTop[1] > 2, Arrays.toString(onTop));
    }

    private static int[] labels(int count) {
        int[] labels = new int[count];
        Arrays.setAll(labels, i -> i % 2);
        return labels;
    }

    @Test
    void bothAxesOfAScatterHaveOneUnit() {
        // Two points of one class, one of the other: equal distances in x and y.
        float[] xy = {0, 0, 10, 0, 0, 10};
        BufferedImage image = new ScatterFigure(
                        new ScatterData(xy, new int[] {0, 1, 2}, List.of("a", "b", "c")), FigureAxes.CODE, 1, "")
                .draw(FigureStyle.dark(), 1);
        double[] origin = centre(image, Palette.DARK.color(0));
        double[] right = centre(image, Palette.DARK.color(1));
        double[] up = centre(image, Palette.DARK.color(2));
        assertEquals(right[0] - origin[0], origin[1] - up[1], 1.5);
        assertTrue(right[0] - origin[0] > 300);
    }

    /** Of the pixels left of the legend. */
    private static double[] centre(BufferedImage image, int argb) {
        double[] sum = new double[3];
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < 600; x++) {
                if (image.getRGB(x, y) == argb) {
                    sum[0] += x;
                    sum[1] += y;
                    sum[2]++;
                }
            }
        }
        return new double[] {sum[0] / sum[2], sum[1] / sum[2]};
    }

    @Test
    void scattersWithoutFinitePointsAreStillDrawn() {
        float[] broken = {Float.NaN, 0, Float.POSITIVE_INFINITY, 1};
        for (float[] xy : List.of(broken, new float[0])) {
            ScatterData data = new ScatterData(xy, new int[xy.length / 2], List.of("Bag"));
            ScatterFigure figure = new ScatterFigure(data, FigureAxes.CODE, 1, "caption").withPrior();
            assertMargins(figure.draw(FigureStyle.light(), 1), Ground.LIGHT.argb(), FigureCanvas.MARGIN / 2);
        }
    }

    @Test
    void aGridWithoutExtentIsStillDrawn() {
        double[] same = {2, 2, 2};
        Figure figure = new ManifoldFigure(greys(9, 8), same, THREE, FigureAxes.CODE, "caption");
        assertMargins(figure.draw(FigureStyle.light(), 1), Ground.LIGHT.argb(), FigureCanvas.MARGIN / 2);
    }

    @Test
    void imagesThatDoNotFitAreRefused() {
        ImageBlock nine = greys(9, 4);
        PathFigure.Row row = new PathFigure.Row("a", "", nine);
        PathFigure.Row other = new PathFigure.Row("b", "", greys(9, 5));
        List<String> steps = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThrows(
                IllegalArgumentException.class,
                () -> new ManifoldFigure(nine, THREE, new double[] {0, 1}, FigureAxes.CODE, ""));
        assertThrows(IllegalArgumentException.class, () -> new PathFigure(List.of(), "", steps, ""));
        assertThrows(IllegalArgumentException.class, () -> new PathFigure(List.of(row, other), "", steps, ""));
        assertThrows(IllegalArgumentException.class, () -> new PathFigure(List.of(row), "", List.of("1"), ""));
        assertThrows(IllegalArgumentException.class, () -> new ScatterData(new float[4], new int[1], List.of("a")));
        assertThrows(IllegalArgumentException.class, () -> new ScatterData(new float[2], new int[] {1}, List.of("a")));
    }
}
