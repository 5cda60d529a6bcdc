package hourglass.ui.shell;

import hourglass.core.data.ImageBlock;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * A training that was kept although nobody saved it, as a row of the list.
 *
 * @param title what was trained
 * @param facts how far, when and on what
 * @param picture images as it draws them again; empty until they are there, and where they cannot be made
 * @param bring opens it
 * @param bringBest opens the weights of its best epoch; {@code null} where those are the last
 * @param bestText what that is called
 * @param forget removes it for good
 */
public record KeptChoice(
        String title,
        String facts,
        ObjectProperty<Optional<ImageBlock>> picture,
        Runnable bring,
        @Nullable Runnable bringBest,
        String bestText,
        Runnable forget) {}
