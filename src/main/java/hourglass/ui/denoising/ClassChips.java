package hourglass.ui.denoising;

import hourglass.ui.common.Messages;
import hourglass.ui.common.Tips;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** One chip per class, in its colour and in words, and one for all. */
final class ClassChips extends FlowPane {
    private final DenoiseModel model;
    private final List<ToggleButton> chips = new ArrayList<>();
    private List<String> names = List.of();

    ClassChips(DenoiseModel model) {
        this.model = model;
        getStyleClass().add("denoise-chips");
        model.labelProperty().addListener((observed, before, now) -> mark());
        model.subjectProperty().addListener((observed, before, now) -> follow(now));
        follow(model.subjectProperty().get());
    }

    private void follow(Optional<Subject> subject) {
        List<String> now = subject.map(known -> known.test().classNames()).orElse(List.of());
        if (chips.isEmpty() || !now.equals(names)) {
            names = now;
            fill();
        }
    }

    private void fill() {
        chips.clear();
        chips.add(chip(Messages.text("denoise.all-classes"), Messages.text("denoise.all-classes.tip"), null, -1));
        for (int i = 0; i < names.size(); i++) {
            Region swatch = new Region();
            swatch.getStyleClass().addAll("swatch", "class-" + i % 10);
            chips.add(chip(names.get(i), Messages.text("denoise.class.tip", names.get(i)), swatch, i));
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
            model.labelProperty().set(value);
            mark();
        });
        Tips.add(chip, tip);
        return chip;
    }

    private void mark() {
        for (int i = 0; i < chips.size(); i++) {
            chips.get(i).setSelected(i - 1 == model.labelProperty().get());
        }
    }
}
