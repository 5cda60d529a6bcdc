package hourglass.ui.common;

import java.util.function.IntFunction;
import java.util.function.Supplier;
import javafx.scene.image.WritableImage;

/** Something a view can write to a file. */
public sealed interface Exportable {
    /** What the menu says. */
    String title();

    /** Suggested file name with its ending. */
    String fileName();

    /** A picture drawn anew at a scale of 1, 2, 3…, with a caption line under it. */
    record Picture(String title, String fileName, IntFunction<WritableImage> drawAt, Supplier<String> caption)
            implements Exportable {}

    /** Numbers as comma-separated values. */
    record Table(String title, String fileName, Supplier<String> csv) implements Exportable {}
}
