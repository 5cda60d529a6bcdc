package hourglass.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LettersTest {
    @TempDir
    private Path folder;

    @Test
    void thisProcessHasAllLettersAndTakesItsArgumentsAsTheyAre() {
        assertFalse(Letters.areLost());
        String[] given = {"data", "--data", "ü"};
        assertArrayEquals(given, Letters.handed(given));
        ProcessBuilder other = new ProcessBuilder("java");
        Letters.hand(given, other);
        assertTrue(other.command().equals(List.of("java")));
    }

    /** As in a container or over ssh, where nobody has set a language. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void namesAreFoundWhereTheSystemKnowsOnlyAscii() throws IOException, InterruptedException {
        Path set = folder.resolve("Kleider für Größe");
        for (int i = 0; i < 4; i++) {
            Path file = set.resolve(i % 2 == 0 ? "Röcke" : "Hüte").resolve(i + ".png");
            Files.createDirectories(file.getParent());
            assertTrue(ImageIO.write(new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY), "png", file.toFile()));
        }
        ProcessBuilder child = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName(),
                "data",
                "--data",
                set.toString());
        child.environment().put("LC_ALL", "C");
        child.environment().put("HOURGLASS_HOME", folder.resolve("home").toString());
        Process running = child.redirectErrorStream(true).start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(running.waitFor() == 0 && said.contains("2 classes: Hüte, Röcke"), said);
    }
}
