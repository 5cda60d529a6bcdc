package hourglass.ui.latent;

import hourglass.core.spec.listing.Idea;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Explain;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Section;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What is drawn at the handle, large: by the network shown, and by the one beside it. */
final class HandlePane {
    private static final double SMALL = 6 * 28;
    private static final double LARGE = 9 * 28;
    private static final double TOGETHER = 6 * 28;

    private final LatentModel model;
    private final LookPane main;
    private final LookPane other;
    private final StackPane place = new StackPane();
    private final Section section;
    private final ObservableBooleanValue roomy;

    /** With {@code roomy} the image is larger. */
    HandlePane(LatentModel model, Appearance appearance, ObservableBooleanValue roomy) {
        this.model = model;
        this.roomy = roomy;
        main = new LookPane(model, model.space(), appearance);
        other = new LookPane(model, model.besideSpace(), appearance);
        section = new Section(Messages.text("latent.look"), place)
                .explain(Explain.button(Idea.DIVERGENCE, Idea.TRANSPOSED_CONVOLUTION));
        section.setMinHeight(Region.USE_PREF_SIZE);
        section.detailProperty().set(Messages.text("latent.look.detail"));
        model.besideProperty().addListener((observed, before, now) -> arrange());
        roomy.addListener((observed, before, now) -> arrange());
        arrange();
    }

    Node node() {
        return section;
    }

    private void arrange() {
        if (!model.besideProperty().get()) {
            place.getChildren().setAll(main.wide(roomy.get() ? LARGE : SMALL));
            return;
        }
        Label missing = new Label();
        missing.setWrapText(true);
        missing.textProperty().bind(model.besideProblemProperty());
        missing.visibleProperty().bind(model.besideProblemProperty().isNotEmpty());
        missing.managedProperty().bind(missing.visibleProperty());
        missing.setMaxWidth(TOGETHER);
        place.getChildren().setAll(new HBox(24, main.narrow(TOGETHER), new VBox(6, other.narrow(TOGETHER), missing)));
    }
}
