package hourglass.figures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PngWriterTest {
    @TempDir
    Path folder;

    private static BufferedImage image() {
        BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
        image.setRGB(2, 1, 0xff123456);
        return image;
    }

    private static boolean contains(Path file, byte[] wanted) throws IOException {
        String all = Files.readString(file, StandardCharsets.ISO_8859_1);
        return all.contains(new String(wanted, StandardCharsets.ISO_8859_1));
    }

    @Test
    void pixelsAndCaptionComeBack() throws IOException {
        Path file = folder.resolve("a.png");
        PngWriter.write(file, image(), "dense-64 · epoch 10");
        BufferedImage back = ImageIO.read(file.toFile());
        assertEquals(3, back.getWidth());
        assertEquals(0xff123456, back.getRGB(2, 1));
        String entry = "tEXtDescription\0dense-64 · epoch 10";
        assertTrue(contains(file, entry.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void aCaptionBeyondLatinIsWrittenBothWays() throws IOException {
        Path file = folder.resolve("a.png");
        PngWriter.write(file, image(), "784–64–784 · 時");
        assertTrue(contains(file, "tEXtDescription\000784-64-784 · ?".getBytes(StandardCharsets.ISO_8859_1)));
        assertTrue(contains(file, "784–64–784 · 時".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aFigureCarriesItsOwnCaption() throws IOException {
        Path file = folder.resolve("curve.png");
        CurveFigure figure = new CurveFigure(CurveContent.empty(), new CurveFigure.Axes("epoch", "error"), "seed 42");
        figure.write(file, FigureStyle.light(), FigureSize.scaled(1));
        assertTrue(contains(file, "tEXtDescription\0seed 42".getBytes(StandardCharsets.ISO_8859_1)));
        assertEquals(
                figure.draw(FigureStyle.light(), 1).getWidth(),
                ImageIO.read(file.toFile()).getWidth());
    }

    @Test
    void anOlderPictureIsReplacedAndNothingElseIsLeft() throws IOException {
        Path file = Files.writeString(folder.resolve("a.png"), "old");
        PngWriter.write(file, image(), "new");
        assertEquals(3, ImageIO.read(file.toFile()).getWidth());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void aFolderThatIsNotThereIsNamedInOneSentence() {
        Path file = folder.resolve("missing/a.png");
        IOException thrown = assertThrows(IOException.class, () -> PngWriter.write(file, image(), "c"));
        assertEquals(
                "The picture " + file.toAbsolutePath() + " cannot be written because its folder does not exist.",
                thrown.getMessage());
    }

    @Test
    void aFileInPlaceOfTheFolderIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("plain"), "x").resolve("a.png");
        IOException thrown = assertThrows(IOException.class, () -> PngWriter.write(file, image(), "c"));
        assertTrue(thrown.getMessage().endsWith("."), thrown.getMessage());
        assertFalse(thrown.getMessage().contains("Exception"), thrown.getMessage());
    }

    @Test
    void aFolderOfTheSameNameIsLeftAlone() throws IOException {
        Path file = Files.createDirectories(folder.resolve("a.png"));
        Files.writeString(file.resolve("inside"), "kept");
        IOException thrown = assertThrows(IOException.class, () -> PngWriter.write(file, image(), "c"));
        assertTrue(thrown.getMessage().contains("a folder has that name"), thrown.getMessage());
        assertArrayEquals(new byte[] {'k', 'e', 'p', 't'}, Files.readAllBytes(file.resolve("inside")));
    }
}
