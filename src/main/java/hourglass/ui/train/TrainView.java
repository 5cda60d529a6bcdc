package hourglass.ui.train;

import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Banner;
import hourglass.ui.kit.Exportable;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Notice;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Train: the hourglass and its settings on the left, the curves and the living test images on the right. */
public final class TrainView extends HBox {
    private final TrainModel model;
    private final CurvePane curve;
    private final StripPane strip;
    private final VBox failure = new VBox();

    /** Shows and edits {@code model}, which somebody else ticks. */
    public TrainView(TrainModel model, Appearance appearance) {
        this.model = model;
        curve = new CurvePane(appearance, model.curve(), model.best());
        strip = new StripPane(appearance, model.strip());
        getStyleClass().add("view");
        VBox left = new VBox(NetworkPane.section(appearance, model.draft()), SettingsPane.section(model));
        left.getStyleClass().add("editor-panel");
        VBox right = new VBox(failure, curve.section(), strip.section());
        right.getStyleClass().add("wide-column");
        HBox.setHgrow(right, Priority.ALWAYS);
        getChildren().setAll(left, right);
        failure.managedProperty().bind(failure.visibleProperty());
        model.failureProperty().addListener((observed, before, now) -> showFailure(now));
        showFailure(model.failureProperty().get());
    }

    private void showFailure(String sentence) {
        failure.getChildren().clear();
        failure.setVisible(!sentence.isEmpty());
        if (!sentence.isEmpty()) {
            Notice notice = new Notice(Notice.Kind.ERROR, sentence);
            failure.getChildren()
                    .add(new Banner(notice, () -> model.failureProperty().set("")));
        }
    }

    /** The figures of this view. */
    public List<Exportable> exports() {
        List<Exportable> all = new ArrayList<>(curve.exports());
        all.addAll(strip.exports(model::origin));
        all.add(new Exportable(Messages.text("train.export.film"), "training.gif", model::film));
        return List.copyOf(all);
    }
}
