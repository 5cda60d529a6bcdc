package hourglass.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArgbPngTest {
    @TempDir
    private Path folder;

    @Test
    void pixelsComeBackRowByRow() throws IOException {
        Path file = folder.resolve("a.png");
        ArgbPng.write(
                file, new int[] {0xFF000001, 0xFF123456, 0xFFABCDEF, 0xFFFFFFFF, 0xFF00FF00, 0xFF0000FF}, 3, 2, "six");
        BufferedImage read = ImageIO.read(file.toFile());
        assertEquals(0xFF123456, read.getRGB(1, 0));
        assertEquals(0xFFFFFFFF, read.getRGB(0, 1));
        assertEquals(0xFF0000FF, read.getRGB(2, 1));
    }

    @Test
    void aWrongNumberOfPixelsWritesNothing() {
        Path file = folder.resolve("a.png");
        assertThrows(IllegalArgumentException.class, () -> ArgbPng.write(file, new int[5], 3, 2, "five"));
        assertFalse(Files.exists(file));
    }
}
