package hourglass.ui.latent;

import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Exportable;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Latent: the plane of codes with a handle, what is drawn there, and tools for paths, images, directions and numbers. */
public final class LatentView extends HBox {
    /** From this height in em on there is room for a larger image and for words below the tools. */
    private static final double ROOMY = 48;

    private final LatentModel model;
    private final BooleanBinding roomy;

    /** Shows {@code model}, which computes only while this is shown. */
    public LatentView(LatentModel model, Appearance appearance) {
        this.model = model;
        getStyleClass().add("view");
        roomy = Bindings.createBooleanBinding(
                () -> getHeight() > ROOMY * appearance.em(), heightProperty(), appearance.textSizeProperty());
        ToolsPane tools = new ToolsPane(model, appearance, roomy);
        SpacePane space = new SpacePane(model, appearance, tools.toolProperty()::get);
        tools.toolProperty()
                .addListener((observed, before, now) -> space.plane().repaint());
        VBox main = new VBox(space.node());
        main.getStyleClass().add("wide-column");
        HBox.setHgrow(main, Priority.ALWAYS);
        HandlePane handle = new HandlePane(model, appearance, roomy);
        VBox side = new VBox(handle.node(), tools.node());
        side.getStyleClass().add("editor-panel");
        getChildren().addAll(main, side);
    }

    /** What can be saved from this view. */
    public List<Exportable> exports() {
        return LatentExports.of(model);
    }
}
