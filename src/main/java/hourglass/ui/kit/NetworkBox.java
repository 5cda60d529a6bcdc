package hourglass.ui.kit;

import hourglass.ui.kit.NetworkChoice.Option;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The choice of the network a view shows. */
public final class NetworkBox extends ComboBox<Option> {
    private static final int ROWS = 12;

    private final NetworkChoice choice;
    private boolean filling;

    /** Under an id of its own in the window. */
    public NetworkBox(NetworkChoice choice, String id) {
        this.choice = choice;
        setId(id);
        getStyleClass().add("network-box");
        setMinWidth(Region.USE_PREF_SIZE);
        setVisibleRowCount(ROWS);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Option option) {
                return option == null ? "" : option.words();
            }

            @Override
            public Option fromString(String words) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        });
        setAccessibleText(Messages.text("look.box.tip"));
        Tips.add(this, Messages.text("look.box.tip"));
        choice.optionsProperty().addListener((observed, before, now) -> fill());
        choice.shownProperty().addListener((observed, before, now) -> fill());
        fill();
        setOnAction(event -> chosen());
    }

    private void fill() {
        // A list that is filled anew chooses nothing for a moment, which is no choice by hand.
        filling = true;
        if (!getItems().equals(choice.optionsProperty().get())) {
            getItems().setAll(choice.optionsProperty().get());
        }
        setValue(choice.shownProperty().get());
        filling = false;
    }

    private void chosen() {
        Option now = getValue();
        if (!filling && now != null && !now.equals(choice.shownProperty().get())) {
            choice.pick(now);
        }
    }
}
