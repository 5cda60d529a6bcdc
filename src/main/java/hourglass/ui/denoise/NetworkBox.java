package hourglass.ui.denoise;

import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Tips;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

/** The choice of the network: the one in use or a shipped one. */
final class NetworkBox extends ComboBox<NetworkOption> {
    private final DenoiseModel model;

    NetworkBox(DenoiseModel model) {
        this.model = model;
        setId("denoise-network");
        getStyleClass().add("denoise-network");
        setMinWidth(Region.USE_PREF_SIZE);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(NetworkOption option) {
                return option == null ? "" : Words.option(option);
            }

            @Override
            public NetworkOption fromString(String words) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        });
        Tips.add(this, Messages.text("denoise.network.tip"));
        model.optionsProperty().addListener((observed, before, now) -> fill());
        model.optionProperty().addListener((observed, before, now) -> setValue(now));
        fill();
        setOnAction(event -> chosen());
    }

    private void fill() {
        getItems().setAll(model.optionsProperty().get());
        setValue(model.optionProperty().get());
    }

    /** Also called when the model itself has chosen, which is no choice by hand. */
    private void chosen() {
        NetworkOption now = getValue();
        if (now != null && !now.equals(model.optionProperty().get())) {
            model.choose(now);
        }
    }
}
