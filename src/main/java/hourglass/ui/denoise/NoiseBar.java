package hourglass.ui.denoise;

import hourglass.core.spec.NoiseKind;
import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.NoiseWords;
import hourglass.ui.kit.SegmentedChoice;
import hourglass.ui.kit.Tips;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The kind of noise, how much of it, and other noise. */
final class NoiseBar extends HBox {
    private static final double STEP = 0.01;

    private final DenoiseModel model;

    NoiseBar(DenoiseModel model) {
        super(16);
        this.model = model;
        Label name = new Label(Messages.text("denoise.noise"));
        name.getStyleClass().add("soft");
        FlowPane left = new FlowPane(16, 8, name, kinds(), number(), slider());
        left.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(left, Priority.ALWAYS);
        getChildren().addAll(left, newNoise());
        setMinHeight(Region.USE_PREF_SIZE);
    }

    private Node kinds() {
        SegmentedChoice<NoiseKind> choice = new SegmentedChoice<>(NoiseKind.spoiling(), NoiseWords::name);
        choice.valueProperty().bindBidirectional(model.kindProperty());
        choice.setMinWidth(Region.USE_PREF_SIZE);
        choice.setMaxHeight(Region.USE_PREF_SIZE);
        Tips.add(choice, Messages.text("denoise.kind.tip"));
        return choice;
    }

    private Node number() {
        Label number = new Label();
        number.getStyleClass().add("denoise-level");
        number.setMinWidth(Region.USE_PREF_SIZE);
        number.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Words.level(model.levelProperty().get()), model.levelProperty()));
        Tips.add(number, Messages.text("denoise.level.tip"));
        return number;
    }

    private Node slider() {
        Slider slider =
                new Slider(0, DenoiseModel.HIGHEST, model.levelProperty().get());
        slider.setId("denoise-slider");
        slider.getStyleClass().add("denoise-slider");
        slider.setBlockIncrement(STEP);
        slider.setAccessibleText(Messages.text("denoise.level"));
        slider.valueProperty().bindBidirectional(model.levelProperty());
        Tips.add(slider, Messages.text("denoise.level.tip"));
        // What is left of the bar, within reason.
        slider.prefWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.max(150, Math.min(400, getWidth() - 770)), widthProperty()));
        return slider;
    }

    private Node newNoise() {
        Button button = new Button(Messages.text("denoise.new-noise"), Icons.SHUFFLE.node());
        button.setId("denoise-new-noise");
        button.getStyleClass().add("accent");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> model.newNoise());
        Tips.add(button, Messages.text("denoise.new-noise.tip"));
        return button;
    }
}
