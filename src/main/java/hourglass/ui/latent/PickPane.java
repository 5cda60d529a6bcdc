package hourglass.ui.latent;

import hourglass.core.color.Token;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Tips;
import hourglass.ui.pictures.ImageGridView;
import hourglass.ui.pictures.ImageGridView.Caption;
import hourglass.ui.pictures.ImageTiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One test image: what the encoder says of it in numbers, and several draws from that. */
final class PickPane {
    private static final int COLUMNS = 6;

    private final LatentModel model;
    private final PickModel pick;
    private final ImageGridView grid;
    private final Label words = new Label();
    private final Label note = new Label();
    private final Button again = new Button(Messages.text("latent.pick.again"));
    private final VBox content;

    PickPane(LatentModel model, Appearance appearance) {
        this.model = model;
        pick = model.pick();
        grid = new ImageGridView(appearance).columns(COLUMNS).scale(2).gap(10).onClick(this::clicked);
        grid.setAccessibleText(Messages.text("latent.pick.grid"));
        Tips.add(grid, Messages.text("latent.pick.grid.tip"));
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.getStyleClass().addAll("soft", "small");
        content = new VBox(8, buttons(), words, magnified(), grid, note);
        pick.pickedProperty().addListener((observed, before, now) -> show(now));
        show(pick.pickedProperty().get());
    }

    Node node() {
        return content;
    }

    Label note() {
        return note;
    }

    private Node buttons() {
        again.setId("latent-again");
        again.setMinWidth(Region.USE_PREF_SIZE);
        again.setOnAction(event -> pick.sampleAgain());
        Tips.add(again, Messages.text("latent.pick.again.tip"));
        Button nearest = new Button(Messages.text("latent.pick.nearest"));
        nearest.setMinWidth(Region.USE_PREF_SIZE);
        nearest.setOnAction(event -> pick.pickNearest());
        Tips.add(nearest, Messages.text("latent.pick.nearest.tip"));
        Button next = new Button(Messages.text("latent.pick.next"));
        next.setMinWidth(Region.USE_PREF_SIZE);
        next.setOnAction(event -> pick.pickNext());
        Tips.add(next, Messages.text("latent.pick.next.tip"));
        return new HBox(8, nearest, next, again);
    }

    private Node magnified() {
        Label name = new Label();
        name.textProperty()
                .bind(pick.magnifiedProperty()
                        .map(times -> Messages.text("latent.pick.sigma", Math.round(times.doubleValue()))));
        name.setMinWidth(Region.USE_PREF_SIZE);
        Slider slider = new Slider(1, 10, 1);
        slider.setId("latent-sigma");
        slider.setBlockIncrement(1);
        slider.setAccessibleText(Messages.text("latent.pick.sigma.tip"));
        slider.valueProperty().bindBidirectional(pick.magnifiedProperty());
        HBox.setHgrow(slider, Priority.ALWAYS);
        HBox row = new HBox(12, name, slider);
        row.getStyleClass().add("row");
        Tips.add(row, Messages.text("latent.pick.sigma.tip"));
        row.visibleProperty().bind(pick.pickedProperty().map(now -> now.filter(Picked::isSpread)
                .isPresent()));
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private void clicked(int tile) {
        pick.pickedProperty().get().ifPresent(now -> {
            if (tile == 1) {
                model.space().moveOnto(now.mean());
            } else if (tile >= 2 && tile - 2 < now.drawCount()) {
                model.space().moveOnto(now.draw(tile - 2));
            }
        });
    }

    private void show(Optional<Picked> shown) {
        again.setDisable(shown.filter(Picked::isSpread).isEmpty());
        if (shown.isEmpty()) {
            grid.show(ImageTiles.ofPacked(new int[(2 + PickModel.DRAWS) * 28 * 28], 28, 28));
            words.setText("");
            note.setText("");
            return;
        }
        Picked now = shown.get();
        grid.show(now.tiles());
        grid.captions(captions(now));
        String name = now.look().test().className(now.image());
        words.setText(Messages.text("latent.pick.what", name, Integer.toString(now.image())) + numbers(now));
        note.setText(now.isSpread() ? Messages.text("latent.pick.spread") : Messages.text("latent.pick.point"));
    }

    private static List<Caption> captions(Picked now) {
        List<Caption> captions = new ArrayList<>();
        captions.add(new Caption(Messages.text("latent.pick.image"), Token.ofClass(now.label())));
        captions.add(new Caption(Messages.text("latent.pick.mean"), null));
        for (int i = 1; i <= now.drawCount(); i++) {
            captions.add(new Caption(Messages.text("latent.pick.draw", Integer.toString(i)), null));
        }
        return captions;
    }

    private static String numbers(Picked now) {
        if (now.mean().length > 2) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        for (int d = 0; d < now.mean().length; d++) {
            String mean = Words.number(now.mean()[d]);
            parts.add(now.isSpread() ? mean + " ± " + Words.number(now.deviation(d)) : mean);
        }
        return ": " + String.join(", ", parts);
    }
}
