package hourglass.ui.shell;

import hourglass.core.Identity;
import hourglass.core.spec.Preset;
import hourglass.session.project.ActiveModel;
import hourglass.session.project.ModelService;
import hourglass.session.project.ShippedShelf;
import hourglass.ui.kit.PresetNames;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the menu of the shipped networks true to what is on the shelf. */
public final class ShippedPresenter {
    private final ShellModel shell;
    private final ModelService models;
    private @Nullable ShippedShelf seenShelf;
    private @Nullable ActiveModel seenModel;

    /** For these networks. */
    public ShippedPresenter(ShellModel shell, ModelService models) {
        this.shell = shell;
        this.models = models;
    }

    /** Looks once; FX thread. */
    public void tick() {
        ShippedShelf shelf = models.shelf();
        ActiveModel active = models.active();
        boolean other =
                !Identity.same(active, seenModel) && (isShipped(active) || (seenModel != null && isShipped(seenModel)));
        if (Identity.same(shelf, seenShelf) && !other) {
            seenModel = active;
            return;
        }
        seenShelf = shelf;
        seenModel = active;
        shell.networkChoices()
                .setAll(shelf.names().stream()
                        .map(name -> choice(shelf, name, active))
                        .toList());
        shell.networkNoteProperty().set(String.join("\n", shelf.problems()));
    }

    private static boolean isShipped(ActiveModel model) {
        return model.source() == ActiveModel.Source.SHIPPED;
    }

    private NetworkChoice choice(ShippedShelf shelf, String name, ActiveModel active) {
        Optional<Preset> preset = Preset.byId(name);
        boolean shown = isShipped(active) && active.name().equals(name);
        return new NetworkChoice(
                preset.map(PresetNames::title).orElse(name),
                preset.map(PresetNames::purpose).orElse(""),
                shelf.model(name)
                        .map(model -> ShippedFacts.words(
                                model.snapshot(), shelf.figures().getOrDefault(name, Map.of())))
                        .orElse(""),
                shown ? NetworkChoice.Mark.SHOWN : NetworkChoice.Mark.OTHER,
                () -> models.showShipped(name));
    }
}
