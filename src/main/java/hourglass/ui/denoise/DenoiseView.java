package hourglass.ui.denoise;

import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Exportable;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Denoise: a slider for the noise, test images spoilt and repaired, the error over the level, an image to draw on. */
public final class DenoiseView extends HBox {
    private final DenoiseModel model;
    private final Label speed = new Label();
    private final Runnable afterLayout = this::painted;
    private Optional<DenoisePictures> unpainted = Optional.empty();

    /** Shows {@code model}, which computes only while its {@code shownProperty} says so. */
    public DenoiseView(DenoiseModel model, Appearance appearance) {
        this.model = model;
        getStyleClass().add("view");
        GalleryPane gallery = new GalleryPane(model, appearance);
        CurvePane curve = new CurvePane(model, appearance);
        VBox main = new VBox(speed(), new NoisePane(model, appearance).node(), gallery.node());
        main.getStyleClass().add("wide-column");
        HBox.setHgrow(main, Priority.ALWAYS);
        VBox side = new VBox(curve.node(), new DrawPane(model, appearance).node());
        side.getStyleClass().add("side-panel");
        getChildren().addAll(main, side);
        model.picturesProperty().addListener((observed, before, now) -> unpainted = now);
        sceneProperty().addListener((observed, before, now) -> follow(before, now));
    }

    private Label speed() {
        speed.setId("denoise-speed");
        speed.getStyleClass().addAll("soft", "small", "numbers");
        speed.setMinHeight(Region.USE_PREF_SIZE);
        speed.visibleProperty().bind(model.measuringProperty());
        speed.managedProperty().bind(model.measuringProperty());
        return speed;
    }

    private void follow(Scene before, Scene now) {
        if (before != null) {
            before.removePostLayoutPulseListener(afterLayout);
        }
        if (now != null) {
            now.addPostLayoutPulseListener(afterLayout);
        }
    }

    /** Drawings are painted while they are laid out, so that at the end of that every picture is on its canvas. */
    private void painted() {
        if (unpainted.isPresent() && model.measuringProperty().get()) {
            long moved = unpainted.get().question().movedAt();
            if (moved != 0) {
                model.meter().painted(moved, System.nanoTime());
                speed.setText(model.meter().inWords());
            }
        }
        unpainted = Optional.empty();
    }

    /** What can be saved from this view. */
    public List<Exportable> exports() {
        return DenoiseExports.of(model);
    }
}
