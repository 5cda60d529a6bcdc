package hourglass.ui.train;

import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Tips;
import hourglass.ui.train.BestModel.Offer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A quiet line that names the best epoch, with a button once there is a choice. */
final class BestPane {
    private BestPane() {}

    static Node node(BestModel model) {
        Label words = new Label();
        words.setId("train-best");
        words.getStyleClass().addAll("soft", "numbers");
        words.setMinWidth(Region.USE_PREF_SIZE);
        words.textProperty().bind(model.textProperty());
        Tips.add(words, Messages.text("train.best.tip"));
        Button take = new Button();
        take.setId("train-best-take");
        take.setMinWidth(Region.USE_PREF_SIZE);
        take.textProperty()
                .bind(model.offerProperty()
                        .map(offer -> offer == Offer.LAST
                                ? Messages.text("train.best.last")
                                : Messages.text("train.best.take")));
        take.visibleProperty().bind(model.offerProperty().isNotEqualTo(Offer.NONE));
        take.managedProperty().bind(take.visibleProperty());
        take.setOnAction(event -> model.take());
        Tips.add(take, Messages.text("train.best.take.tip"));
        HBox line = new HBox(8, words, take);
        line.setAlignment(Pos.CENTER_RIGHT);
        line.visibleProperty().bind(model.textProperty().isNotEmpty());
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }
}
