package hourglass.ui.kit;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A few words side by side of which exactly one is chosen. */
public final class SegmentedChoice<T> extends HBox {
    private final ObjectProperty<T> value;
    private final ToggleGroup group = new ToggleGroup();

    /** Offers {@code values}, at least one, the first chosen, each in the words {@code inWords} finds. */
    public SegmentedChoice(List<T> values, Function<T, String> inWords) {
        value = new SimpleObjectProperty<>(this, "value", values.get(0));
        getStyleClass().add("segmented");
        setMaxWidth(Region.USE_PREF_SIZE);
        for (T each : values) {
            getChildren().add(segment(each, inWords.apply(each)));
        }
        value.addListener((observed, before, now) -> mark());
        mark();
        // Arrow keys choose without an action, so the choice itself is listened to.
        group.selectedToggleProperty().addListener((observed, before, now) -> chosen(now, values));
    }

    private void chosen(@Nullable Toggle toggle, List<T> values) {
        if (toggle == null) {
            mark();
        } else {
            values.stream().filter(each -> each.equals(toggle.getUserData())).forEach(value::set);
        }
    }

    private ToggleButton segment(T each, String words) {
        ToggleButton button = new ToggleButton(words);
        button.setUserData(each);
        button.setToggleGroup(group);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /** What is chosen. */
    public ObjectProperty<T> valueProperty() {
        return value;
    }

    /** Also after a click on the chosen one, which would otherwise leave none. */
    private void mark() {
        for (Toggle toggle : group.getToggles()) {
            if (toggle.getUserData().equals(value.get())) {
                group.selectToggle(toggle);
            }
        }
    }
}
