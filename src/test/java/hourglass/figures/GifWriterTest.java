package hourglass.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.ImageBlock;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class GifWriterTest {
    @TempDir
    Path folder;

    private static GifFrame frame(int rgb, int x, int millis) {
        BufferedImage image = new BufferedImage(12, 9, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 12 * 9; i++) {
            image.setRGB(i % 12, i / 12, i % 12 == x ? rgb : 0xfafbfc);
        }
        return new GifFrame(image, Duration.ofMillis(millis));
    }

    /** What a viewer would show, picture after picture, with the attributes of each. */
    private static List<BufferedImage> shown(Path file, List<IIOMetadataNode> trees) throws IOException {
        List<BufferedImage> shown = new ArrayList<>();
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in);
            BufferedImage screen =
                    new BufferedImage(reader.getWidth(0), reader.getHeight(0), BufferedImage.TYPE_INT_RGB);
            for (int i = 0; i < reader.getNumImages(true); i++) {
                IIOMetadataNode tree =
                        (IIOMetadataNode) reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
                trees.add(tree);
                Element place =
                        (Element) tree.getElementsByTagName("ImageDescriptor").item(0);
                Graphics2D graphics = screen.createGraphics();
                graphics.drawImage(
                        reader.read(i), number(place, "imageLeftPosition"), number(place, "imageTopPosition"), null);
                graphics.dispose();
                BufferedImage copy =
                        new BufferedImage(screen.getWidth(), screen.getHeight(), BufferedImage.TYPE_INT_RGB);
                screen.copyData(copy.getRaster());
                shown.add(copy);
            }
        } finally {
            reader.dispose();
        }
        return shown;
    }

    private static int number(Element element, String name) {
        return Integer.parseInt(element.getAttribute(name));
    }

    private static void assertSame(BufferedImage expected, BufferedImage actual) {
        for (int y = 0; y < expected.getHeight(); y++) {
            for (int x = 0; x < expected.getWidth(); x++) {
                assertEquals(expected.getRGB(x, y), actual.getRGB(x, y), "at " + x + ", " + y);
            }
        }
    }

    @Test
    void everyPictureIsShownInItsColoursForItsTime() throws IOException {
        List<GifFrame> frames = List.of(
                frame(0x123456, 2, 900), frame(0x654321, 3, 60), frame(0x654321, 3, 60), frame(0x010203, 11, 70));
        Path file = folder.resolve("a.gif");
        GifWriter.write(file, frames, "seed 7 · σ");
        List<IIOMetadataNode> trees = new ArrayList<>();
        List<BufferedImage> shown = shown(file, trees);
        assertEquals(4, shown.size());
        int[] hundredths = {90, 6, 6, 7};
        for (int i = 0; i < 4; i++) {
            assertSame(frames.get(i).image(), shown.get(i));
            Element control = (Element)
                    trees.get(i).getElementsByTagName("GraphicControlExtension").item(0);
            assertEquals(hundredths[i], number(control, "delayTime"));
        }
    }

    @Test
    void itBeginsAgainWithoutEndAndCarriesItsCaption() throws IOException {
        Path file = folder.resolve("a.gif");
        GifWriter.write(file, List.of(frame(0, 1, 60), frame(0, 2, 60)), "784–64–784 · seed 7");
        List<IIOMetadataNode> trees = new ArrayList<>();
        shown(file, trees);
        IIOMetadataNode loop = (IIOMetadataNode)
                trees.get(0).getElementsByTagName("ApplicationExtension").item(0);
        assertEquals("NETSCAPE", loop.getAttribute("applicationID"));
        assertEquals(0, ((byte[]) loop.getUserObject())[1]);
        Element comment =
                (Element) trees.get(0).getElementsByTagName("CommentExtension").item(0);
        assertEquals("784-64-784 · seed 7", comment.getAttribute("value"));
    }

    @Test
    void moreThan256ColoursAreShownByTheNearest() throws IOException {
        BufferedImage many = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 1600; i++) {
            many.setRGB(i % 40, i / 40, i < 1200 ? i / 5 * 0x010101 : 0x400000 + i % 40);
        }
        Path file = folder.resolve("a.gif");
        GifWriter.write(file, List.of(new GifFrame(many, Duration.ofMillis(60))), "");
        BufferedImage shown = shown(file, new ArrayList<>()).get(0);
        for (int i = 0; i < 1600; i++) {
            int before = many.getRGB(i % 40, i / 40);
            int after = shown.getRGB(i % 40, i / 40);
            for (int shift = 0; shift <= 16; shift += 8) {
                assertEquals(before >> shift & 0xff, after >> shift & 0xff, 24);
            }
        }
    }

    @Test
    void anOlderFileIsReplacedWholeAndNothingElseIsLeft() throws IOException {
        Path file = Files.writeString(folder.resolve("a.gif"), "old");
        GifWriter.write(file, List.of(frame(0, 1, 60)), "");
        assertTrue(Files.size(file) > 50);
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void wrongPicturesAndPlacesAreRefused() {
        Path file = folder.resolve("missing/a.gif");
        IOException thrown = assertThrows(IOException.class, () -> GifWriter.write(file, List.of(frame(0, 1, 60)), ""));
        assertEquals(
                "The animation " + file.toAbsolutePath() + " cannot be written because its folder does not exist.",
                thrown.getMessage());
        Path good = folder.resolve("a.gif");
        assertThrows(IllegalArgumentException.class, () -> GifWriter.write(good, List.of(), ""));
        GifFrame other = new GifFrame(new BufferedImage(3, 3, BufferedImage.TYPE_INT_RGB), Duration.ofMillis(60));
        List<GifFrame> sizes = List.of(frame(0, 1, 60), other);
        assertThrows(IllegalArgumentException.class, () -> GifWriter.write(good, sizes, ""));
        assertThrows(IllegalArgumentException.class, () -> frame(0, 1, 10));
    }

    @Test
    void aPathGoesThereAndBackAndRestsAtItsEnds() {
        ImageBlock images = ImageBlock.copyOf(2, 2, new float[4 * 5]);
        List<GifFrame> frames =
                new PathAnimation(images, "Trouser", "Ankle boot", "caption").frames(FigureStyle.dark(), 1);
        assertEquals(8, frames.size());
        assertTrue(frames.get(0).shown().toMillis() > 500);
        assertTrue(frames.get(4).shown().toMillis() > 500);
        assertEquals(frames.get(1).image(), frames.get(7).image());
        assertTrue(frames.get(5).shown().toMillis() < 100);
        ImageBlock one = ImageBlock.copyOf(2, 2, new float[4]);
        assertThrows(IllegalArgumentException.class, () -> new PathAnimation(one, "a", "b", ""));
    }
}
