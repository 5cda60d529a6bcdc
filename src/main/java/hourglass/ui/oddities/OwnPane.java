package hourglass.ui.oddities;

import hourglass.core.data.ImageBlock;
import hourglass.core.data.Preparation;
import hourglass.session.look.Look;
import hourglass.session.look.OwnImage;
import hourglass.session.measure.OddityScore;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Counts;
import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Tips;
import hourglass.ui.pictures.ImageGridView;
import hourglass.ui.pictures.ImageTiles;
import hourglass.ui.pictures.OwnImageModel;
import hourglass.ui.pictures.OwnImagePane;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** An image of one’s own, and how odd it looks among the test images by every score there is. */
final class OwnPane {
    private static final int SCALE = 2;

    private final OdditiesModel model;
    private final OwnImageModel own;
    private final ImageGridView picture;
    private final Label words = new Label();
    private final GridPane ranks = new GridPane();
    private final VBox pane;

    OwnPane(OdditiesModel model, OwnImageModel own, Appearance appearance) {
        this.model = model;
        this.own = own;
        picture = new ImageGridView(appearance).columns(1).rows(1).scale(SCALE).gap(0);
        words.setId("oddities-own-words");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        ranks.setId("oddities-own-ranks");
        ranks.setHgap(16);
        ranks.setVgap(4);
        show(picture);
        show(ranks);
        HBox head = new HBox(12, picture, words);
        head.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button from = new Button(Messages.text("oddities.own.from"), Icons.DRAW.node());
        from.setId("oddities-own-from");
        from.setMinWidth(Region.USE_PREF_SIZE);
        from.setOnAction(event -> model.portraitProperty().get().ifPresent(this::drawOn));
        Tips.add(from, Messages.text("oddities.own.from.tip"));
        FlowPane buttons = new FlowPane(12, 8, OwnImagePane.button(own), from);
        buttons.setMinHeight(Region.USE_PREF_SIZE);
        pane = new VBox(12, head, ranks, buttons);
        InvalidationListener tell = changed -> tell();
        model.ownProperty().addListener(tell);
        model.scoreProperty().addListener(tell);
        model.lookProperty().addListener(tell);
        own.usedProperty().addListener(tell);
        tell();
    }

    Node node() {
        return pane;
    }

    /** Where there is an image. */
    private void show(Node node) {
        node.visibleProperty().bind(own.usedProperty().map(Optional::isPresent));
        node.managedProperty().bind(node.visibleProperty());
    }

    /** The image that is pointed at, to be changed by hand. */
    private void drawOn(Portrait portrait) {
        ImageBlock all = portrait.pixels();
        ImageBlock image = ImageBlock.copyOf(all.width(), all.height(), all.image(0));
        own.openWith(new OwnImage(portrait.mixture().className(portrait.image()), image, Preparation.NONE));
    }

    private void tell() {
        Optional<OwnImage> used = own.usedProperty().get();
        Optional<Look> look = model.lookProperty().get();
        if (used.isEmpty() || look.isEmpty()) {
            words.setText(Messages.text("oddities.own.how"));
            return;
        }
        picture.show(ImageTiles.ofGreys(
                used.get().prepared(look.get().test().width(), look.get().test().height())));
        Optional<Own> known = model.ownProperty().get();
        words.setText(known.map(found -> Words.own(found, model.scoreProperty().get()))
                .orElse(used.get().name()));
        ranks.getChildren().clear();
        for (OddityScore score : OddityScore.of(look.get().experiment().model())) {
            row(score, known);
        }
    }

    private void row(OddityScore score, Optional<Own> known) {
        int row = ranks.getRowCount();
        Label name = new Label(Words.sentence(Words.score(score)));
        Label value = new Label(known.map(found -> found.by(score))
                .filter(found -> found.isPresent())
                .map(found -> Words.value(found.getAsDouble()))
                .orElse(""));
        Label rank = new Label(known.flatMap(found -> found.rank(score))
                .map(place -> Messages.text("oddities.fail.rank", Counts.spaced(place)))
                .orElse(Messages.text("oddities.own.measuring")));
        rank.setId("oddities-own-" + score.id());
        for (Label label : List.of(name, value, rank)) {
            label.setMinWidth(Region.USE_PREF_SIZE);
            if (score == model.scoreProperty().get()) {
                label.getStyleClass().add("strong");
            }
        }
        value.getStyleClass().add("numbers");
        rank.getStyleClass().addAll("soft", "numbers");
        GridPane.setHalignment(value, HPos.RIGHT);
        ranks.addRow(row, name, value, rank);
    }
}
