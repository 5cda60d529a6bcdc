package hourglass.ui.latent;

import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Tips;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A slider back through the epochs of the run; there only while some are kept. */
final class EpochRow {
    private final LatentModel model;
    private final Slider slider = new Slider();
    private final Label words = new Label();
    private final HBox row;
    private boolean filling;

    EpochRow(LatentModel model) {
        this.model = model;
        Label name = new Label(Messages.text("latent.epoch"));
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.setLabelFor(slider);
        words.getStyleClass().add("numbers");
        words.setMinWidth(Region.USE_PREF_SIZE);
        slider.setId("latent-epoch");
        slider.setSnapToTicks(true);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setBlockIncrement(1);
        Tips.add(slider, Messages.text("latent.epoch.tip"));
        HBox.setHgrow(slider, Priority.ALWAYS);
        row = new HBox(12, name, slider, words);
        row.getStyleClass().add("row");
        slider.valueProperty().addListener((observed, before, now) -> moved());
        model.keptEpochsProperty().addListener((observed, before, now) -> fill(now));
        model.epochProperty().addListener((observed, before, now) -> describe());
        fill(model.keptEpochsProperty().get());
    }

    Node node() {
        return row;
    }

    private void fill(List<Integer> epochs) {
        row.setVisible(!epochs.isEmpty());
        row.setManaged(!epochs.isEmpty());
        int at = epochs.indexOf(model.epochProperty().get());
        filling = true;
        slider.setMax(Math.max(1, epochs.size()));
        slider.setValue(at < 0 ? slider.getMax() : at);
        filling = false;
        describe();
    }

    /** The last place stands for now. */
    private void moved() {
        List<Integer> epochs = model.keptEpochsProperty().get();
        int at = (int) Math.round(slider.getValue());
        if (!filling) {
            model.showEpoch(at >= epochs.size() ? LatentModel.NOW : epochs.get(at));
        }
    }

    private void describe() {
        int epoch = model.epochProperty().get();
        words.setText(
                epoch == LatentModel.NOW
                        ? Messages.text("latent.epoch.now")
                        : Messages.text("latent.epoch.at", Integer.toString(epoch)));
    }
}
