package hourglass.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * The whole program with its window and nobody before it: it presses Train, says on standard output what the window shows
 * of the training, and minimises the window where {@code -Dhourglass.minimise} asks for it.
 */
public final class DrivenWindow {
    private static final long LOOK_NANOS = 100_000_000L;

    private static volatile String shown = "";

    private DrivenWindow() {}

    /** With the arguments of the program. */
    public static void main(String[] arguments) {
        Thread driver = new Thread(DrivenWindow::drive, "driver");
        driver.setDaemon(true);
        driver.start();
        Launcher.main(arguments);
    }

    private static void drive() {
        String said = "";
        while (true) {
            LockSupport.parkNanos(LOOK_NANOS);
            try {
                Platform.runLater(DrivenWindow::look);
            } catch (IllegalStateException notYet) {
                continue;
            }
            if (!shown.equals(said)) {
                said = shown;
                say(said);
            }
        }
    }

    private static void look() {
        for (Window window : Window.getWindows()) {
            if (window.isShowing() && window.getScene() != null) {
                look((Stage) window);
                return;
            }
        }
    }

    private static void look(Stage stage) {
        Label epoch = (Label) stage.getScene().lookup(".epoch");
        Button train = (Button) stage.getScene().lookup("#toggle-training");
        if (epoch == null || train == null) {
            return;
        }
        if (shown.isEmpty()) {
            train.fire();
        }
        boolean training = epoch.getText().startsWith("Epoch ");
        if (training && Boolean.getBoolean("hourglass.minimise") && !stage.isIconified()) {
            stage.setIconified(true);
        }
        shown = epoch.getText();
    }

    private static void say(String line) {
        // Not System.out: the other end may be gone, and then nobody minds.
        try {
            new FileOutputStream(FileDescriptor.out).write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException nobody) {
            LockSupport.parkNanos(1);
        }
    }
}
