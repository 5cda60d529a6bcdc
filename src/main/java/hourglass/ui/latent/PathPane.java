package hourglass.ui.latent;

import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Tips;
import hourglass.ui.pictures.ImageGridView;
import hourglass.ui.pictures.ImageTiles;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The path between two codes as a strip of pictures, and the buttons that set its ends and walk along it. */
final class PathPane {
    private final PathModel path;
    private final ImageGridView strip;
    private final Label note;
    private final VBox content;

    PathPane(LatentModel model, Appearance appearance) {
        path = model.path();
        strip = new ImageGridView(appearance).columns(5).scale(2).gap(12).onClick(this::clicked);
        strip.setAccessibleText(Messages.text("latent.path.strip"));
        strip.setFocusTraversable(true);
        strip.getStyleClass().add("latent-grid");
        strip.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
                clicked(frame() + (event.getCode() == KeyCode.LEFT ? -1 : 1));
                event.consume();
            }
        });
        Tips.add(strip, Messages.text("latent.path.strip.tip"));
        note = new Label(Messages.text("latent.path.note"));
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.getStyleClass().addAll("soft", "small");
        content = new VBox(12, ends(), strip, walk(), note);
        path.stripProperty().addListener((observed, before, now) -> show(now));
        path.positionProperty()
                .addListener((observed, before, now) -> strip.selectedProperty().set(frame()));
        show(path.stripProperty().get());
    }

    Node node() {
        return content;
    }

    Label note() {
        return note;
    }

    private Node ends() {
        Button start = button(Messages.text("latent.path.start"), "latent-start");
        start.setOnAction(event -> path.startHere());
        Tips.add(start, Messages.text("latent.path.start.tip"));
        Button end = button(Messages.text("latent.path.end"), "latent-end");
        end.setOnAction(event -> path.endHere());
        Tips.add(end, Messages.text("latent.path.end.tip"));
        Button swap = button(Messages.text("latent.path.swap"), "latent-swap");
        swap.setOnAction(event -> path.swap());
        Tips.add(swap, Messages.text("latent.path.swap.tip"));
        return new HBox(8, start, end, swap);
    }

    private Node walk() {
        Button play = button("", "latent-play");
        play.textProperty()
                .bind(Bindings.when(path.playingProperty())
                        .then(Messages.text("latent.path.pause"))
                        .otherwise(Messages.text("latent.path.play")));
        play.setOnAction(
                event -> path.playingProperty().set(!path.playingProperty().get()));
        Tips.add(play, Messages.text("latent.path.play.tip"));
        Slider slider = new Slider(0, 1, 0);
        slider.setId("latent-walk");
        slider.setBlockIncrement(0.02);
        slider.setAccessibleText(Messages.text("latent.path.slider"));
        Tips.add(slider, Messages.text("latent.path.slider.tip"));
        path.positionProperty().addListener((observed, before, now) -> slider.setValue(now.doubleValue()));
        slider.valueProperty().addListener((observed, before, now) -> {
            if (Math.abs(now.doubleValue() - path.positionProperty().get()) > 1e-9) {
                path.playingProperty().set(false);
                path.goTo(now.doubleValue());
            }
        });
        HBox.setHgrow(slider, Priority.ALWAYS);
        HBox row = new HBox(12, play, slider);
        row.getStyleClass().add("row");
        return row;
    }

    private static Button button(String words, String id) {
        Button button = new Button(words);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private int frame() {
        return (int) Math.round(path.positionProperty().get() * (PathModel.FRAMES - 1));
    }

    private void clicked(int frame) {
        path.playingProperty().set(false);
        path.goTo(Math.max(0, Math.min(PathModel.FRAMES - 1, frame)) / (double) (PathModel.FRAMES - 1));
    }

    private void show(Optional<Strip> now) {
        // Of the usual size, so that nothing jumps when the first strip comes.
        strip.show(now.map(Strip::frames)
                .orElseGet(() -> ImageTiles.ofPacked(new int[PathModel.FRAMES * 28 * 28], 28, 28)));
    }
}
