package hourglass.ui.map;

import hourglass.session.project.ActiveModel;
import hourglass.session.project.ModelService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Which network the next map is of. */
final class NetworkDesk {
    private final ModelService models;
    private final ObjectProperty<NetworkOption> chosen =
            new SimpleObjectProperty<>(this, "chosen", NetworkOption.IN_USE);
    private final ReadOnlyObjectWrapper<List<NetworkOption>> options =
            new ReadOnlyObjectWrapper<>(this, "options", List.of(NetworkOption.IN_USE));
    private final ReadOnlyStringWrapper inUse = new ReadOnlyStringWrapper(this, "inUse", "");

    NetworkDesk(ModelService models) {
        this.models = models;
        tick();
    }

    /** What is chosen. */
    ObjectProperty<NetworkOption> chosenProperty() {
        return chosen;
    }

    /** The network in use first, then the shipped ones. */
    ReadOnlyObjectProperty<List<NetworkOption>> optionsProperty() {
        return options.getReadOnlyProperty();
    }

    /** The network in use in words. */
    ReadOnlyStringProperty inUseProperty() {
        return inUse.getReadOnlyProperty();
    }

    /** The network chosen; the one in use until a shipped one is read. */
    ActiveModel model() {
        return Optional.ofNullable(chosen.get())
                .flatMap(option -> models.shipped(option.name()))
                .orElseGet(models::active);
    }

    void tick() {
        inUse.set(Words.network(models.active()));
        List<NetworkOption> now = new ArrayList<>();
        now.add(NetworkOption.IN_USE);
        models.shippedNames().forEach(name -> now.add(new NetworkOption(name)));
        if (!now.equals(options.get())) {
            options.set(List.copyOf(now));
        }
    }
}
