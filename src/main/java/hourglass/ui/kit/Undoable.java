package hourglass.ui.kit;

import hourglass.session.history.History;
import javafx.beans.property.Property;

/** Choices that are properties, so that what a hand chose can be taken back. */
public final class Undoable {
    private Undoable() {}

    /** Remembers each change of {@code choice} under {@code name}. */
    public static <T> void follow(History history, String name, Property<T> choice) {
        choice.addListener((observed, before, now) -> history.changed(name, before, now, choice::setValue));
    }
}
