package hourglass.ui.latent;

import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Tips;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** One number of the code: its place, a slider over three standard deviations, its value. */
final class NumberRow {
    private static final double REACH = 3;

    private final Label name = new Label();
    private final Label amount = new Label();
    private final Slider slider = new Slider(-REACH, REACH, 0);
    private final HBox row = new HBox(12, name, slider, amount);
    private int dimension;
    private boolean showing;

    NumberRow(SpaceModel space) {
        row.getStyleClass().add("row");
        name.getStyleClass().add("soft");
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.getStyleClass().add("latent-number-name");
        amount.getStyleClass().addAll("numbers", "latent-number");
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.setBlockIncrement(0.1);
        Tips.add(row, Messages.text("latent.number.tip"));
        slider.valueProperty().addListener((observed, before, now) -> {
            if (!showing) {
                space.turn(dimension, now.floatValue());
            }
        });
    }

    Node node() {
        return row;
    }

    void show(int shownDimension, float value, LatentMap map) {
        dimension = shownDimension;
        name.setText(Messages.text("latent.number", Integer.toString(shownDimension + 1)));
        slider.setAccessibleText(name.getText());
        amount.setText(Words.number(value));
        if (slider.isValueChanging() || slider.isPressed()) {
            return;
        }
        showing = true;
        double reach = Math.max(1e-3, REACH * map.codes().deviation(shownDimension));
        double mean = map.codes().mean(shownDimension);
        slider.setMin(Math.min(value, mean - reach));
        slider.setMax(Math.max(value, mean + reach));
        slider.setBlockIncrement(reach / 30);
        slider.setValue(value);
        showing = false;
    }
}
