package hourglass.figures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.color.Ground;
import hourglass.core.color.Palette;
import hourglass.core.data.ImageSet;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapExportsTest {
    @TempDir
    Path folder;

    /** Seven images of 3 × 2, each of one grey: 0, 10, … 60. */
    private static ImageSet images() {
        byte[] pixels = new byte[7 * 6];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i / 6 * 10);
        }
        return ImageSet.of(3, 2, pixels, new byte[] {0, 1, 2, 0, 1, 2, 0}, List.of("Bag", "Shoe, left", "Tab\there"));
    }

    private static int count(BufferedImage image, int argb) {
        int found = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                found += image.getRGB(x, y) == argb ? 1 : 0;
            }
        }
        return found;
    }

    @Test
    void theProjectorGetsItsFourFilesInItsForm() throws IOException {
        Path target = folder.resolve("deep/projector");
        float[] vectors = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        new ProjectorExport(vectors, images(), new int[] {0, 2, 4, 5, 6}, "codes of a test")
                .write(target, FigureStyle.light(), FigureSize.scaled(1));
        try (Stream<Path> files = Files.list(target)) {
            assertEquals(4, files.count());
        }
        assertEquals(
                List.of("1\t2", "3\t4", "5\t6", "7\t8", "9\t10"), Files.readAllLines(target.resolve("vectors.tsv")));
        assertEquals(
                List.of("index\tclass", "0\tBag", "2\tTab here", "4\tShoe, left", "5\tTab here", "6\tBag"),
                Files.readAllLines(target.resolve("metadata.tsv")));
        BufferedImage sprite = ImageIO.read(target.resolve("sprite.png").toFile());
        assertArrayEquals(
                new int[] {9, 9},
                new int[] {sprite.getWidth(), sprite.getHeight()},
                "3 by 3 places of 3 by 3, because TensorBoard takes both for squares");
        assertEquals(0xff282828, sprite.getRGB(6, 1), "the third is image 4, of grey 40");
        assertEquals(0xff323232, sprite.getRGB(0, 3), "the fourth begins the next row");
        String config = Files.readString(target.resolve("projector_config.pbtxt"));
        assertTrue(config.contains("tensor_path: \"vectors.tsv\""), config);
        assertTrue(config.contains("single_image_dim: 3\n    single_image_dim: 3"), config);
    }

    @Test
    void aSpriteIsSquareInPlacesForEveryNumberOfPoints() {
        for (int n = 1; n <= 10_000; n++) {
            int columns = ProjectorExport.columns(n);
            assertTrue(columns * columns >= n && (columns - 1) * (columns - 1) < n, n + " points");
        }
    }

    @Test
    void codesThatDoNotFitTheImagesAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new ProjectorExport(new float[5], images(), new int[] {1, 2}, ""));
        assertThrows(IllegalArgumentException.class, () -> new ProjectorExport(new float[0], images(), new int[0], ""));
    }

    @Test
    void aMapIsDrawnInTheColoursOfItsClassesWithoutWhatIsNotANumber() {
        float[] places = {0, 0, 1, 0, 0, 1, Float.NaN, 0};
        ScatterData points = new ScatterData(places, new int[] {0, 1, 0, 2}, List.of("Bag", "Shoe", "Coat"));
        MapFigure figure =
                new MapFigure(List.of(new MapFigure.Panel("t-SNE", "trustworthiness 0.98", points)), "caption");
        BufferedImage image = figure.draw(FigureStyle.dark(), 1);
        Palette palette = Palette.on(Ground.DARK);
        int legend = count(image, palette.color(2));
        assertTrue(legend > 40, "the legend has every class");
        assertTrue(count(image, palette.color(1)) > legend + 20, "one point");
        assertTrue(count(image, palette.color(0)) > count(image, palette.color(1)) + 20, "two points");
        assertEquals(2 * image.getWidth(), figure.draw(FigureStyle.light(), 2).getWidth(), 8);
    }

    @Test
    void severalMapsStandInRowsOfThree() {
        MapFigure.Panel panel = new MapFigure.Panel(
                "seed", "", new ScatterData(new float[] {0, 0, 2, 3}, new int[] {0, 1}, List.of("Bag", "Shoe")));
        BufferedImage three = new MapFigure(List.of(panel, panel, panel), "").draw(FigureStyle.light(), 1);
        BufferedImage five = new MapFigure(List.of(panel, panel, panel, panel, panel), "").draw(FigureStyle.light(), 1);
        assertEquals(three.getWidth(), five.getWidth());
        assertTrue(five.getHeight() > three.getHeight() + 300);
    }

    @Test
    void bothDirectionsHaveOneScaleAndUpIsUp() {
        double[] fitted = panel(new float[] {0, 0, 10, 5}, new int[] {0, 0}).fitted(100);
        assertArrayEquals(new double[] {0, 75, 100, 25}, fitted, 1e-9);
        double[] one = panel(new float[] {7, 7}, new int[] {0}).fitted(100);
        assertArrayEquals(new double[] {50, 50}, one, 1e-9);
    }

    private static MapFigure.Panel panel(float[] places, int[] labels) {
        return new MapFigure.Panel("", "", new ScatterData(places, labels, List.of("Bag")));
    }
}
