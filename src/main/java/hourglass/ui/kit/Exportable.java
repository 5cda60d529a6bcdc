package hourglass.ui.kit;

import hourglass.figures.Saved;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something a view can write to a file.
 *
 * @param title what the menu says
 * @param fileName suggested, with the ending that says what it is: {@code .png} for a picture of any kind, {@code .csv}, {@code .gif}, or none for
 *     a folder
 * @param figure asked on the FX thread for what to write, from what the view knows then; empty if that is nothing yet
 */
public record Exportable(String title, String fileName, Supplier<Optional<? extends Saved>> figure) {
    /** What the file name ends with, from its dot on. */
    String ending() {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot);
    }
}
