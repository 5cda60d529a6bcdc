package hourglass.ui.shell;

import java.util.stream.IntStream;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/** The program's icon in the sizes window systems ask for. */
public final class WindowIcons {
    private WindowIcons() {}

    /** Gives {@code stage} the icon. */
    public static void add(Stage stage) {
        IntStream.of(16, 32, 48, 64, 128, 256)
                .mapToObj(size -> WindowIcons.class.getResource("/icons/hourglass-" + size + ".png"))
                .filter(url -> url != null)
                .forEach(url -> stage.getIcons().add(new Image(url.toExternalForm())));
    }
}
