package hourglass.ui.embedding;

import hourglass.ui.common.Messages;
import hourglass.ui.common.Tips;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/** The legend: one chip per class, in its colour and in words; a click shows it alone, another one all. */
final class ClassChips extends FlowPane {
    private final IntegerProperty isolated;
    private final List<ToggleButton> chips = new ArrayList<>();

    ClassChips(MapModel model) {
        isolated = model.points().isolatedProperty();
        getStyleClass().add("map-chips");
        setMinHeight(Region.USE_PREF_SIZE);
        model.classNamesProperty().addListener((observed, before, now) -> fill(now));
        isolated.addListener((observed, before, now) -> mark());
        fill(model.classNamesProperty().get());
    }

    private void fill(List<String> names) {
        chips.clear();
        for (int i = 0; i < names.size(); i++) {
            chips.add(chip(names.get(i), i));
        }
        getChildren().setAll(chips);
        mark();
    }

    private ToggleButton chip(String name, int index) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("swatch", "class-" + index % 10);
        ToggleButton chip = new ToggleButton(name, swatch);
        chip.setMnemonicParsing(false);
        chip.setMinWidth(Region.USE_PREF_SIZE);
        chip.getStyleClass().add("chip");
        chip.setOnAction(event -> {
            isolated.set(isolated.get() == index ? -1 : index);
            mark();
        });
        Tips.add(chip, Messages.text("map.class.tip", name));
        return chip;
    }

    private void mark() {
        for (int i = 0; i < chips.size(); i++) {
            chips.get(i).setSelected(i == isolated.get());
        }
    }
}
