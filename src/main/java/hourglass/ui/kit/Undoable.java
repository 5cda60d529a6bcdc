package hourglass.ui.kit;

import hourglass.session.history.History;
import java.util.function.Consumer;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;

/** Choices that are properties, so that what a hand chose can be taken back. */
public final class Undoable {
    private Undoable() {}

    /** The same of a choice that is made by {@code choose}. */
    public static <T> void follow(History history, String name, ObservableValue<T> chosen, Consumer<T> choose) {
        chosen.addListener((observed, before, now) -> history.changed(name, before, now, choose));
    }

    /** Remembers each change of {@code choice} under {@code name}. */
    public static <T> void follow(History history, String name, Property<T> choice) {
        follow(history, name, choice, choice::setValue);
    }
}
