package hourglass.ui.kit;

import java.io.IOException;
import java.nio.file.Path;
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

    /** Several files that belong together, in a folder of their own. */
    record Folder(String title, String fileName, Supplier<FolderWriting> writing) implements Exportable {}

    /** Fills a folder; made on the FX thread, run on another. */
    @FunctionalInterface
    interface FolderWriting {
        /** Makes the folder if need be; fails with one sentence for the user. */
        void to(Path folder) throws IOException;
    }

    /** Moving pictures as a GIF. */
    record Animation(String title, String fileName, Supplier<FileWriting> writing) implements Exportable {}

    /** Writes one file; made on the FX thread, run on another. */
    @FunctionalInterface
    interface FileWriting {
        /** Replaces the file or makes it; fails with one sentence for the user. */
        void to(Path file) throws IOException;
    }
}
