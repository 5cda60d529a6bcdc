package hourglass.ui.reconstruction;

import hourglass.ui.common.Messages;
import hourglass.ui.common.Tips;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** One chip per class, in its colour and in words, and one for all. */
final class ClassChips extends FlowPane {
    private final IntegerProperty label;
    private final List<ToggleButton> chips = new ArrayList<>();

    ClassChips(ReconstructModel model) {
        label = model.labelProperty();
        getStyleClass().add("reconstruct-chips");
        model.classNamesProperty().addListener((observed, before, now) -> fill(now));
        label.addListener((observed, before, now) -> mark());
        fill(model.classNamesProperty().get());
    }

    private void fill(List<String> names) {
        chips.clear();
        chips.add(
                chip(Messages.text("reconstruct.all-classes"), Messages.text("reconstruct.all-classes.tip"), null, -1));
        for (int i = 0; i < names.size(); i++) {
            Region swatch = new Region();
            swatch.getStyleClass().addAll("swatch", "class-" + i % 10);
            chips.add(chip(names.get(i), Messages.text("reconstruct.class.tip", names.get(i)), swatch, i));
        }
        getChildren().setAll(chips);
        mark();
    }

    private ToggleButton chip(String words, String tip, @Nullable Region swatch, int value) {
        ToggleButton chip = new ToggleButton(words, swatch);
        chip.setMnemonicParsing(false);
        chip.setMinWidth(Region.USE_PREF_SIZE);
        chip.getStyleClass().add("chip");
        chip.setOnAction(event -> {
            label.set(value);
            mark();
        });
        Tips.add(chip, tip);
        return chip;
    }

    private void mark() {
        for (int i = 0; i < chips.size(); i++) {
            chips.get(i).setSelected(i - 1 == label.get());
        }
    }
}
