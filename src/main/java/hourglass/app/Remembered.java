package hourglass.app;

import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Theme and text size from one start to the next, in a small file of the user's data folder. */
final class Remembered {
    private static final Logger LOG = LoggerFactory.getLogger(Remembered.class);
    private static final String THEME = "theme";
    private static final String TEXT_SIZE = "text-size";

    private final Path file;

    Remembered(Path dataFolder) {
        file = dataFolder.resolve("window.properties");
    }

    /** Sets what was remembered and remembers from now on. */
    void follow(Appearance appearance) {
        Properties known = read();
        if (Theme.LIGHT.name().equals(known.getProperty(THEME))) {
            appearance.themeProperty().set(Theme.LIGHT);
        }
        String size = known.getProperty(TEXT_SIZE, "");
        if (size.matches("[0-9]{1,2}")) {
            stepTo(appearance, Integer.parseInt(size));
        }
        appearance.themeProperty().addListener((observed, before, now) -> write(appearance));
        appearance.chosenSizeProperty().addListener((observed, before, now) -> write(appearance));
    }

    private static void stepTo(Appearance appearance, int size) {
        int before = -1;
        while (appearance.chosenSizeProperty().get() < size
                && before != appearance.chosenSizeProperty().get()) {
            before = appearance.chosenSizeProperty().get();
            appearance.larger();
        }
        before = -1;
        while (appearance.chosenSizeProperty().get() > size
                && before != appearance.chosenSizeProperty().get()) {
            before = appearance.chosenSizeProperty().get();
            appearance.smaller();
        }
    }

    private Properties read() {
        Properties known = new Properties();
        if (Files.isRegularFile(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                known.load(in);
            } catch (IOException | IllegalArgumentException unreadable) {
                LOG.warn("looks were not read", unreadable);
            }
        }
        return known;
    }

    private void write(Appearance appearance) {
        Properties now = new Properties();
        now.setProperty(THEME, appearance.themeProperty().get().name());
        now.setProperty(
                TEXT_SIZE, Integer.toString(appearance.chosenSizeProperty().get()));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (OutputStream out = Files.newOutputStream(file)) {
                now.store(out, null);
            }
        } catch (IOException unwritable) {
            LOG.warn("looks were not written", unwritable);
        }
    }
}
