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
    void theTableNamesImageClassAndPlace() throws IOException {
        Path file = folder.resolve("map.csv");
        MapTable.write(file, images(), new int[] {3, 4}, new float[] {1.5f, -2, 1e-5f, 30});
        assertEquals(
                List.of("index,class,x,y", "3,Bag,1.5,-2.0", "4,\"Shoe, left\",1.0E-5,30.0"), Files.readAllLines(file));
        assertThrows(
                IOException.class,
                () -> MapTable.write(folder.resolve("none/map.csv"), images(), new int[0], new float[0]));
        assertThrows(
                IllegalArgumentException.class, () -> MapTable.write(file, images(), new int[] {1}, new float[] {1}));
    }

    @Test
    void theProjectorGetsItsFourFilesInItsForm() throws IOException {
        Path target = folder.resolve("deep/projector");
        float[] vectors = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        List<Path> files =
                ProjectorExport.write(target, vectors, images(), new int[] {0, 2, 4, 5, 6}, "codes of a test");
        assertEquals(4, files.size());
        assertEquals(
                List.of("1.0\t2.0", "3.0\t4.0", "5.0\t6.0", "7.0\t8.0", "9.0\t10.0"),
                Files.readAllLines(target.resolve("vectors.tsv")));
        assertEquals(
                List.of("index\tclass", "0\tBag", "2\tTab here", "4\tShoe, left", "5\tTab here", "6\tBag"),
                Files.readAllLines(target.resolve("metadata.tsv")));
        BufferedImage sprite = ImageIO.read(target.resolve("sprite.png").toFile());
        assertArrayEquals(
                new int[] {9, 4}, new int[] {sprite.getWidth(), sprite.getHeight()}, "3 by 2 places of 3 × 2");
        assertEquals(0xff282828, sprite.getRGB(6, 1), "the third is image 4, of grey 40");
        assertEquals(0xff323232, sprite.getRGB(0, 2), "the fourth begins the next row");
        String config = Files.readString(target.resolve("projector_config.pbtxt"));
        assertTrue(config.contains("tensor_path: \"vectors.tsv\""), config);
        assertTrue(config.contains("single_image_dim: 3\n    single_image_dim: 2"), config);
    }

    @Test
    void codesThatDoNotFitTheImagesAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> ProjectorExport.write(folder, new float[5], images(), new int[] {1, 2}, ""));
        assertThrows(
                IllegalArgumentException.class,
                () -> ProjectorExport.write(folder, new float[0], images(), new int[0], ""));
    }

    @Test
    void aMapIsDrawnInTheColoursOfItsClassesWithoutWhatIsNotANumber() {
        float[] places = {0, 0, 1, 0, 0, 1, Float.NaN, 0};
        MapPanel panel = new MapPanel("t-SNE", "trustworthiness 0.98", places, new int[] {0, 1, 0, 2});
        MapFigure figure = new MapFigure(List.of(panel), List.of("Bag", "Shoe", "Coat"), "caption");
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
        MapPanel panel = new MapPanel("seed", "", new float[] {0, 0, 2, 3}, new int[] {0, 1});
        List<String> names = List.of("Bag", "Shoe");
        BufferedImage three = new MapFigure(List.of(panel, panel, panel), names, "").draw(FigureStyle.light(), 1);
        BufferedImage five =
                new MapFigure(List.of(panel, panel, panel, panel, panel), names, "").draw(FigureStyle.light(), 1);
        assertEquals(three.getWidth(), five.getWidth());
        assertTrue(five.getHeight() > three.getHeight() + 300);
    }

    @Test
    void bothDirectionsHaveOneScaleAndUpIsUp() {
        double[] fitted = new MapPanel("", "", new float[] {0, 0, 10, 5}, new int[] {0, 0}).fitted(100);
        assertArrayEquals(new double[] {0, 75, 100, 25}, fitted, 1e-9);
        double[] one = new MapPanel("", "", new float[] {7, 7}, new int[] {0}).fitted(100);
        assertArrayEquals(new double[] {50, 50}, one, 1e-9);
    }
}
