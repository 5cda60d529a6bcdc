package hourglass.ui.map;

import hourglass.ui.kit.Messages;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
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

    /** New cells, because the old ones keep their words. */
    private void rename() {
        box.setCellFactory(list -> cell());
        box.setButtonCell(cell());
    }

    private ListCell<NetworkOption> cell() {
        return new ListCell<>() {
            @Override
            protected void updateItem(@Nullable NetworkOption option, boolean empty) {
                super.updateItem(option, empty);
                setText(empty ? "" : words(option));
            }
        };
    }

    private String words(@Nullable NetworkOption option) {
        return option == null || option.isInUse()
                ? Messages.text("map.network.in-use", networks.inUseProperty().get())
                : Words.preset(option.name());
    }
}
