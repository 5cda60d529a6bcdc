package hourglass.ui.reconstruct;

import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Exportable;
import hourglass.ui.kit.Theme;
import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Reconstruct: test images in columns of four pictures, their errors in numbers, the chosen one large with its code. */
public final class ReconstructView extends HBox {
    private final ReconstructModel model;

    /** Shows {@code model}, which computes only while this is in a window. */
    public ReconstructView(ReconstructModel model, Appearance appearance) {
        this.model = model;
        getStyleClass().add("view");
        model.groundProperty().bind(appearance.themeProperty().map(Theme::ground));
        model.shownProperty().bind(sceneProperty().isNotNull());
        GalleryPane gallery = new GalleryPane(model, appearance);
        VBox main = new VBox(gallery.node(), new SummaryPane(model).node());
        main.getStyleClass().add("wide-column");
        HBox.setHgrow(main, Priority.ALWAYS);
        VBox side = new VBox(new ImagePane(model, appearance).node(), new CodePane(model, appearance).node());
        side.getStyleClass().add("side-panel");
        getChildren().addAll(main, side);
    }

    /** What can be saved from this view. */
    public List<Exportable> exports() {
        return ReconstructExports.of(model);
    }
}
