package hourglass.ui.kit;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A setting: its name above its control, a mark when it is stale, and a sentence below when it is wrong. */
public final class Field extends VBox {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final BooleanProperty stale = new SimpleBooleanProperty(this, "stale", false);
    private final StringProperty error = new SimpleStringProperty(this, "error", "");

    /** Called {@code name}, explained by {@code tip}, around {@code control}. */
    public Field(String name, String tip, Region control) {
        getStyleClass().add("field");
        control.setMaxWidth(Double.MAX_VALUE);
        Label words = new Label(name);
        words.getStyleClass().add("field-name");
        words.setLabelFor(control);
        words.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(words, staleMark());
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("field-head");
        getChildren().addAll(head, control, errorLine());
        Tips.add(this, tip);
        stale.addListener((observed, before, now) -> pseudoClassStateChanged(STALE, now));
        error.addListener((observed, before, now) -> pseudoClassStateChanged(WRONG, !now.isEmpty()));
    }

    /** Whether the running network was made with another value. */
    public BooleanProperty staleProperty() {
        return stale;
    }

    /** What is wrong with the value; empty when nothing is. */
    public StringProperty errorProperty() {
        return error;
    }

    private Node staleMark() {
        FontIcon mark = Icons.STALE.node();
        mark.getStyleClass().add("stale-mark");
        mark.visibleProperty().bind(stale);
        Tips.add(mark, Messages.text("field.stale"));
        // Otherwise the tip of the whole field would take its place.
        mark.addEventHandler(MouseEvent.MOUSE_MOVED, Event::consume);
        return mark;
    }

    private Node errorLine() {
        Label line = new Label();
        line.getStyleClass().add("field-error");
        line.setWrapText(true);
        line.textProperty().bind(error);
        line.visibleProperty().bind(error.isNotEmpty());
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }
}
