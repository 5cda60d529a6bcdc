package hourglass.ui.latent;

import hourglass.ui.common.Messages;
import hourglass.ui.common.Tips;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/** One chip per class in its colour and in words; a click shows its codes strongly and the others faintly. */
final class ClassChips extends FlowPane {
    private final LatentModel model;
    private final List<ToggleButton> chips = new ArrayList<>();

    ClassChips(LatentModel model) {
        this.model = model;
        getStyleClass().add("latent-chips");
        model.classNamesProperty().addListener((observed, before, now) -> fill(now));
        model.isolatedProperty().addListener((observed, before, now) -> mark());
        setMinHeight(Region.USE_PREF_SIZE);
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

    private ToggleButton chip(String name, int label) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("swatch", "class-" + label % 10);
        ToggleButton chip = new ToggleButton(name, swatch);
        chip.setMnemonicParsing(false);
        chip.setMinWidth(Region.USE_PREF_SIZE);
        chip.getStyleClass().add("chip");
        chip.setOnAction(event -> model.isolatedProperty().set(chip.isSelected() ? label : -1));
        Tips.add(chip, Messages.text("latent.class.tip", name));
        return chip;
    }

    private void mark() {
        for (int i = 0; i < chips.size(); i++) {
            chips.get(i).setSelected(i == model.isolatedProperty().get());
        }
    }
}
