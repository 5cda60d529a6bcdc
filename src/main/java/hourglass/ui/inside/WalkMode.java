package hourglass.ui.inside;

import hourglass.ui.inside.WalkPlaces.Place;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Tips;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The walk above, and below it the sum that made the number pointed at. */
final class WalkMode {
    private final InsideModel model;
    private final WalkPane walk;
    private final SumPane sum;
    private final Label title = new Label();
    private final Label detail = new Label();
    private final VBox pane;

    WalkMode(InsideModel model, Appearance appearance) {
        this.model = model;
        walk = new WalkPane(appearance);
        sum = new SumPane(appearance);
        title.getStyleClass().add("headline");
        title.setId("inside-sum-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        detail.getStyleClass().add("soft");
        detail.setId("inside-sum-detail");
        detail.setWrapText(true);
        detail.setMinHeight(Region.USE_PREF_SIZE);
        Tips.add(title, Messages.text("inside.sum.tip"));
        FlowPane head = new FlowPane(12, 0, title, detail);
        head.setMinHeight(Region.USE_PREF_SIZE);
        VBox band = new VBox(8, head, sum);
        band.getStyleClass().add("inside-band");
        walk.setMinHeight(280);
        VBox.setVgrow(walk, Priority.ALWAYS);
        pane = new VBox(8, walk, band);
        model.insideProperty().addListener((observed, before, now) -> show());
        model.litProperty().addListener((observed, before, now) -> walk.light(now.intValue()));
        walk.pointedProperty().addListener((observed, before, now) -> explain());
        show();
    }

    Node node() {
        return pane;
    }

    private void show() {
        walk.show(model.insideProperty().get());
        explain();
    }

    private void explain() {
        Optional<Place> place = walk.pointedProperty().get();
        Optional<Summands> made =
                model.insideProperty().get().flatMap(now -> place.flatMap(at -> Summands.of(now, at)));
        title.setText(made.map(Summands::title).orElse(""));
        detail.setText(made.map(Summands::detail).orElse(""));
        sum.show(made);
    }
}
