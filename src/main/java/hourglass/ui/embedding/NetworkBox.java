package hourglass.ui.embedding;

import hourglass.ui.common.Messages;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Offers the network in use and the shipped ones. */
final class NetworkBox {
    private final NetworkDesk networks;
    private final ComboBox<NetworkOption> box = new ComboBox<>();

    NetworkBox(NetworkDesk networks) {
        this.networks = networks;
        box.setId("map-network");
        box.setVisibleRowCount(12);
        rename();
        fill(networks.optionsProperty().get());
        box.valueProperty().bindBidirectional(networks.chosenProperty());
        networks.optionsProperty().addListener((observed, before, now) -> fill(now));
        networks.inUseProperty().addListener((observed, before, now) -> rename());
    }

    Region node() {
        return box;
    }

    private void fill(List<NetworkOption> options) {
        NetworkOption chosen = networks.chosenProperty().get();
        box.getItems().setAll(options);
        box.setValue(options.contains(chosen) ? chosen : NetworkOption.IN_USE);
    }

    /** A new converter, because the old one's words are kept by the box. */
    private void rename() {
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable NetworkOption option) {
                return option == null || option.isInUse()
                        ? Messages.text(
                                "map.network.in-use", networks.inUseProperty().get())
                        : Words.preset(option.name());
            }

            @Override
            public NetworkOption fromString(String words) {
                throw new UnsupportedOperationException("The box is not for typing.");
            }
        });
    }
}
