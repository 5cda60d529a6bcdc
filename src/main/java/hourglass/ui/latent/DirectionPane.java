package hourglass.ui.latent;

import hourglass.core.color.Token;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Tips;
import hourglass.ui.pictures.ImageGridView;
import hourglass.ui.pictures.ImageGridView.Caption;
import hourglass.ui.pictures.ImageTiles;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The picked image made more like another class, by as much as the slider says. */
final class DirectionPane {
    private static final int SCALE = 4;

    private final DirectionModel direction;
    private final LatentModel model;
    private final ImageGridView grid;
    private final ComboBox<String> target = new ComboBox<>();
    private final Label amount = new Label();
    private final Label note;
    private final VBox content;

    DirectionPane(LatentModel model, Appearance appearance) {
        this.model = model;
        direction = model.direction();
        grid = new ImageGridView(appearance).columns(3).scale(SCALE).gap(12);
        grid.setAccessibleText(Messages.text("latent.direction.grid"));
        note = new Label(Messages.text("latent.direction.note"));
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.getStyleClass().addAll("soft", "small");
        content = new VBox(12, choice(), grid, strength(), note);
        direction.alteredProperty().addListener((observed, before, now) -> show(now));
        model.classNamesProperty().addListener((observed, before, now) -> fill(now));
        fill(model.classNamesProperty().get());
        show(direction.alteredProperty().get());
    }

    Node node() {
        return content;
    }

    Label note() {
        return note;
    }

    private Node choice() {
        Label words = new Label(Messages.text("latent.direction.more-like"));
        words.setMinWidth(Region.USE_PREF_SIZE);
        words.setLabelFor(target);
        target.setId("latent-target");
        target.valueProperty().addListener((observed, before, now) -> {
            int index = target.getItems().indexOf(now);
            if (index >= 0) {
                direction.targetProperty().set(index);
            }
        });
        Tips.add(target, Messages.text("latent.direction.target.tip"));
        Button next = new Button(Messages.text("latent.pick.next"));
        next.setMinWidth(Region.USE_PREF_SIZE);
        next.setOnAction(event -> model.pick().pickNext());
        Tips.add(next, Messages.text("latent.pick.next.tip"));
        Button go = new Button(Messages.text("latent.direction.go"));
        go.setMinWidth(Region.USE_PREF_SIZE);
        go.setOnAction(event -> direction.goThere());
        Tips.add(go, Messages.text("latent.direction.go.tip"));
        HBox row = new HBox(8, words, target, next, go);
        row.getStyleClass().add("row");
        return row;
    }

    private Node strength() {
        Slider slider = new Slider(-1, 2, direction.strengthProperty().get());
        slider.setId("latent-strength");
        slider.setBlockIncrement(0.05);
        slider.valueProperty().bindBidirectional(direction.strengthProperty());
        slider.setAccessibleText(Messages.text("latent.direction.strength"));
        Tips.add(slider, Messages.text("latent.direction.strength.tip"));
        HBox.setHgrow(slider, Priority.ALWAYS);
        Label words = new Label(Messages.text("latent.direction.strength"));
        words.setMinWidth(Region.USE_PREF_SIZE);
        amount.getStyleClass().add("numbers");
        amount.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(12, words, slider, amount);
        row.getStyleClass().add("row");
        return row;
    }

    private void fill(List<String> names) {
        target.getItems().setAll(names);
        if (!names.isEmpty()) {
            target.setValue(names.get(Math.min(direction.targetProperty().get(), names.size() - 1)));
        }
    }

    private void show(Optional<Altered> shown) {
        amount.setText(String.format(
                        Locale.ROOT, "%+5.2f", direction.strengthProperty().get())
                .replace('-', '−'));
        if (shown.isEmpty()) {
            grid.show(ImageTiles.ofPacked(new int[3 * 28 * 28], 28, 28));
            grid.captions(List.of());
            return;
        }
        Altered now = shown.get();
        List<String> names = now.look().test().classNames();
        grid.show(now.tiles());
        grid.captions(List.of(
                new Caption(names.get(now.fromLabel()), Token.ofClass(now.fromLabel())),
                new Caption(Messages.text("latent.direction.drawn"), null),
                new Caption(
                        Messages.text("latent.direction.altered", names.get(now.toLabel())),
                        Token.ofClass(now.toLabel()))));
    }
}
