package hourglass.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.Region;

/** A box to choose the class whose images are shown, or all of them. */
public final class ClassFilter {
    private static final int ROWS = 12;

    private ClassFilter() {}

    /**
     * Follows both values and sets {@code label} by hand.
     *
     * @param tip what it says of itself
     * @param names of the classes; the box is filled anew when they change
     * @param label the class chosen, −1 for all
     */
    public static ComboBox<String> box(
            String id, String tip, ObservableValue<List<String>> names, IntegerProperty label) {
        ComboBox<String> box = new ComboBox<>();
        box.setId(id);
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setVisibleRowCount(ROWS);
        box.setAccessibleText(tip);
        Tips.add(box, tip);
        fill(box, names.getValue(), label.get());
        names.addListener((observed, before, now) -> fill(box, now, label.get()));
        label.addListener((observed, before, now) -> box.getSelectionModel().select(now.intValue() + 1));
        // A list that is filled anew chooses nothing for a moment, which is no choice by hand.
        box.setOnAction(event -> {
            int chosen = box.getSelectionModel().getSelectedIndex();
            if (chosen >= 0 && chosen != label.get() + 1) {
                label.set(chosen - 1);
            }
        });
        return box;
    }

    private static void fill(ComboBox<String> box, List<String> names, int label) {
        List<String> all = new ArrayList<>(List.of(Messages.text("class.all")));
        all.addAll(names);
        if (!all.equals(box.getItems())) {
            box.getItems().setAll(all);
            box.getSelectionModel().select(label + 1);
        }
    }
}
