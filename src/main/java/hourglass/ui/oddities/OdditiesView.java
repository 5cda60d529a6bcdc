package hourglass.ui.oddities;

import hourglass.core.metric.Detection.Flagged;
import hourglass.core.spec.listing.Idea;
import hourglass.ui.chart.Metric;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Explain;
import hourglass.ui.kit.Exportable;
import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Tips;
import hourglass.ui.pictures.OwnImageModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Oddities: what a network finds odd, a threshold to drag, the curves, the suspects, and where it fails. */
public final class OdditiesView extends VBox {
    private static final double GAP = 32;
    private static final double SIDE = 380;
    private static final double LEAST = 560;

    private final OdditiesModel model;
    private final Appearance appearance;
    private final Label finding = new Label();
    private final Label behind = new Label();
    private final Metric precision =
            new Metric(Messages.text("oddities.precision"), Messages.text("oddities.precision.unit"));
    private final Metric recall = new Metric(Messages.text("oddities.recall"), Messages.text("oddities.recall.unit"));
    private final Metric alarms = new Metric(Messages.text("oddities.alarms"), Messages.text("oddities.alarms.unit"));
    private final GridPane columns = new GridPane();
    private final VBox side;

    /** Shows {@code model}; {@code chooseFolder} asks for a folder of images, {@code own} makes one. */
    public OdditiesView(
            OdditiesModel model, Appearance appearance, Supplier<Optional<Path>> chooseFolder, OwnImageModel own) {
        this.model = model;
        this.appearance = appearance;
        getStyleClass().addAll("view", "oddities-view");
        HistogramPane histogram = new HistogramPane(model, appearance);
        VBox.setVgrow(histogram, Priority.ALWAYS);
        Region curves = new CurvesPane(model, appearance).node();
        VBox.setVgrow(curves, Priority.ALWAYS);
        side = new VBox(16, curves, new FailPane(model, appearance, own).node());
        FlowPane numbers = new FlowPane(32, 8, precision, recall, alarms);
        numbers.setMinHeight(Region.USE_PREF_SIZE);
        SuspectsPane suspects = new SuspectsPane(model, appearance);
        VBox main = new VBox(12, heading(), histogram, numbers, suspects.node());
        columns.setHgap(GAP);
        columns.setVgap(16);
        columns.setMinWidth(0);
        columns.add(main, 0, 0);
        columns.add(side, 1, 0);
        GridPane.setHgrow(main, Priority.ALWAYS);
        GridPane.setVgrow(main, Priority.ALWAYS);
        GridPane.setValignment(side, VPos.TOP);
        columns.visibleProperty().bind(model.problemProperty().isEmpty());
        columns.managedProperty().bind(columns.visibleProperty());
        VBox.setVgrow(columns, Priority.ALWAYS);
        getChildren().addAll(new ChoicesPane(model, chooseFolder).node(), problem(), columns, suspects.hover());
        widthProperty().addListener((observed, before, now) -> arrange());
        appearance.textSizeProperty().addListener((observed, before, now) -> arrange());
        InvalidationListener tell = changed -> tell();
        model.foundProperty().addListener(tell);
        model.thresholdProperty().addListener(tell);
        tell();
        arrange();
    }

    private Node heading() {
        Tips.add(behind, Messages.text("oddities.histogram.tip"));
        finding.setId("oddities-finding");
        finding.getStyleClass().add("oddities-finding");
        behind.setId("oddities-behind");
        behind.getStyleClass().add("soft");
        for (Label label : List.of(finding, behind)) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        HBox.setHgrow(behind, Priority.ALWAYS);
        HBox about = new HBox(8, behind, Explain.button(Idea.SQUARED_ERROR, Idea.CROSS_ENTROPY, Idea.DIVERGENCE));
        return new VBox(4, finding, about, progress());
    }

    private Node progress() {
        Label words = new Label();
        words.textProperty()
                .bind(model.progressProperty()
                        .map(share ->
                                Messages.text(share.doubleValue() < 0 ? "oddities.reading" : "oddities.measuring")));
        words.getStyleClass().add("soft");
        words.setMinWidth(Region.USE_PREF_SIZE);
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(model.progressProperty());
        Button cancel = new Button(Messages.text("oddities.cancel"));
        cancel.setId("oddities-cancel");
        cancel.getStyleClass().addAll("flat", "small");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(event -> model.cancel());
        cancel.visibleProperty().bind(model.scoreProperty().map(score -> !score.isQuick()));
        Tips.add(cancel, Messages.text("oddities.cancel.tip"));
        FlowPane row = new FlowPane(12, 4, words, bar, cancel);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setId("oddities-progress");
        row.setMinHeight(Region.USE_PREF_SIZE);
        // Of a network in training the numbers of a moment ago stand until there are newer ones.
        row.visibleProperty()
                .bind(model.progressProperty()
                        .lessThan(1)
                        .and(model.foundProperty().isEqualTo(Optional.empty())));
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private Node problem() {
        Label words = new Label("", Icons.WARNING.node());
        words.setId("oddities-problem");
        words.getStyleClass().add("oddities-problem");
        words.textProperty().bind(model.problemProperty());
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.visibleProperty().bind(words.textProperty().isNotEmpty());
        words.managedProperty().bind(words.visibleProperty());
        return words;
    }

    private void tell() {
        Optional<Found> found = model.foundProperty().get();
        double threshold = model.thresholdProperty().get();
        finding.setText(found.map(all -> Words.finding(all, threshold)).orElse(""));
        behind.setText(found.map(Words::behind).orElse(""));
        Optional<Flagged> flagged = found.map(all -> all.detection().from(threshold));
        precision.show(Words.percent(flagged.map(Flagged::precision).orElse(Double.NaN)));
        recall.show(Words.percent(flagged.map(Flagged::recall).orElse(Double.NaN)));
        alarms.show(Words.percent(flagged.map(Flagged::falseAlarms).orElse(Double.NaN)));
    }

    /** Curves and card go below where larger text or a small window leaves them no room beside. */
    private void arrange() {
        double width = getWidth() - snappedLeftInset() - snappedRightInset();
        if (width <= 0) {
            return;
        }
        double factor = Math.max(1, appearance.em() / 16);
        boolean beside = width - SIDE * factor - GAP >= LEAST * factor;
        double wide = beside ? SIDE * factor : width;
        side.setMinWidth(Math.min(wide, width));
        side.setPrefWidth(wide);
        side.setMaxWidth(wide);
        GridPane.setConstraints(side, beside ? 1 : 0, beside ? 0 : 1);
    }

    /** What can be saved from this view. */
    public List<Exportable> exports() {
        return OdditiesExports.of(model);
    }
}
