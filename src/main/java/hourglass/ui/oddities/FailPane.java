package hourglass.ui.oddities;

import hourglass.core.color.GreyMap;
import hourglass.session.measure.OddityScore;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Counts;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Section;
import hourglass.ui.kit.Tips;
import hourglass.ui.pictures.ImageGridView;
import hourglass.ui.pictures.ImageTiles;
import hourglass.ui.pictures.OwnImageModel;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The image that is pointed at, what the network makes of it, and the same dimmed, which often looks more normal. */
final class FailPane {
    private static final int SCALE = 3;

    private final OdditiesModel model;
    private final Tile original;
    private final Tile drawn;
    private final Tile dimmed;
    private final Label sentence = new Label();
    private final Label named = new Label();
    private final Section pane;

    /** One picture and three lines below it. */
    private static final class Tile {
        private final ImageGridView picture;
        private final Label title = new Label();
        private final Label error = new Label();
        private final Label rank = new Label();
        private final VBox box;

        Tile(String words, Appearance appearance) {
            picture = new ImageGridView(appearance).columns(1).scale(SCALE).gap(0);
            title.setText(words);
            title.getStyleClass().add("strong");
            error.getStyleClass().add("numbers");
            rank.getStyleClass().addAll("soft", "numbers");
            for (Label label : List.of(title, error, rank)) {
                label.setMinWidth(Region.USE_PREF_SIZE);
            }
            box = new VBox(4, picture, title, error, rank);
        }

        void show(Portrait portrait, int part, String errorWords, String rankWords) {
            float[] pixels = portrait.pixels().image(part);
            int[] argb = new int[pixels.length];
            GreyMap.fill(pixels, 0, pixels.length, argb, 0);
            picture.show(ImageTiles.ofPacked(
                    argb, portrait.pixels().width(), portrait.pixels().height()));
            error.setText(errorWords);
            rank.setText(rankWords);
        }
    }

    FailPane(OdditiesModel model, Appearance appearance, OwnImageModel own) {
        this.model = model;
        original = new Tile(Messages.text("oddities.fail.as-it-is"), appearance);
        drawn = new Tile(Messages.text("oddities.fail.drawn"), appearance);
        dimmed = new Tile(Messages.text("oddities.fail.dim"), appearance);
        sentence.setId("oddities-fail");
        for (Label label : List.of(sentence, named)) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        named.getStyleClass().add("soft");
        FlowPane tiles = new FlowPane(16, 12, original.box, drawn.box, dimmed.box);
        tiles.setMinHeight(Region.USE_PREF_SIZE);
        tiles.visibleProperty().bind(model.portraitProperty().map(Optional::isPresent));
        VBox chosen = new VBox(12, tiles, named);
        Node drawing = new OwnPane(model, own, appearance).node();
        ToggleButton draw = new ToggleButton(Messages.text("oddities.own"));
        draw.setId("oddities-own");
        draw.setMinWidth(Region.USE_PREF_SIZE);
        Tips.add(draw, Messages.text("oddities.own.tip"));
        // It has just been made, so that is what one wants to know.
        own.usedProperty().addListener((observed, before, now) -> draw.setSelected(now.isPresent()));
        draw.setSelected(own.usedProperty().get().isPresent());
        show(drawing, draw.selectedProperty());
        show(chosen, draw.selectedProperty().not());
        pane = new Section(Messages.text("oddities.fail"), new VBox(12, sentence, chosen, drawing)).tools(draw);
        Tips.add(pane, Messages.text("oddities.fail.tip"));
        InvalidationListener show = changed -> show();
        model.portraitProperty().addListener(show);
        model.foundProperty().addListener(show);
        model.dimmedProperty().addListener(show);
        show();
    }

    Region node() {
        return pane;
    }

    private static void show(Node node, ObservableBooleanValue when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }

    private void show() {
        Optional<Found> found = model.foundProperty().get();
        sentence.setText(found.map(all -> Words.dimmed(
                        model.dimmedProperty().get(), all.mixture().test().size()))
                .orElseGet(() -> Words.dimmed(Optional.empty(), 0)));
        found.ifPresent(all -> model.portraitProperty()
                .get()
                .filter(portrait -> portrait.mixture().id().equals(all.mixture().id()))
                .ifPresent(portrait -> show(all, portrait)));
    }

    private void show(Found found, Portrait portrait) {
        original.show(portrait, 0, Words.value(portrait.error()), rank(found, portrait.error()));
        dimmed.show(portrait, 1, Words.value(portrait.dimmedError()), rank(found, portrait.dimmedError()));
        drawn.show(portrait, 2, "", "");
        String name = portrait.mixture().className(portrait.image());
        named.setText(Messages.text(
                portrait.mixture().isOdd(portrait.image()) ? "oddities.fail.named-odd" : "oddities.fail.named",
                name,
                Integer.toString(portrait.mixture().index(portrait.image()))));
    }

    /** Place among the test images, 1 the most suspect by its error. */
    private static String rank(Found found, double error) {
        int images = found.mixture().test().size();
        return found.scores()
                .by(OddityScore.SQUARED_ERROR)
                .map(scored -> Messages.text(
                        "oddities.fail.rank", Counts.spaced(Math.min(images, scored.rank((float) error, images)))))
                .orElse("");
    }
}
