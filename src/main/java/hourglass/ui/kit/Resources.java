package hourglass.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;

/** Files that travel inside the program. */
final class Resources {
    private Resources() {}

    static String url(String path) {
        URL url = Resources.class.getResource(path);
        if (url == null) {
            throw new IllegalStateException("The program file is incomplete: " + path + " is missing from it.");
        }
        return url.toExternalForm();
    }

    static InputStream open(String path) {
        InputStream stream = Resources.class.getResourceAsStream(path);
        if (stream == null) {
            throw new IllegalStateException("The program file is incomplete: " + path + " is missing from it.");
        }
        return stream;
    }

    static String text(String path) {
        try (InputStream stream = open(path)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read " + path + " inside the program file.", failure);
        }
    }
}
