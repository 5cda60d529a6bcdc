package hourglass.ui.map;

import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Tips;
import hourglass.ui.scatter.ScatterPane;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Five small maps of the same thing, and what to look for. */
final class SeriesBoard extends VBox {
    private static final int COLUMNS = 3;

    private final MapModel model;
    private final Appearance appearance;
    private final Supplier<SeriesKind> kind;
    private final GridPane grid = new GridPane();
    private final Label lesson = new Label();
    private final List<Tile> tiles = new ArrayList<>();
    /** Made once and used again, because each listens to the looks of the window for good. */
    private final List<Tile> spare = new ArrayList<>();

    /** A small map with its words. */
    private record Tile(ScatterPane pane, Label title, Label detail) {}

    SeriesBoard(MapModel model, Appearance appearance, Supplier<SeriesKind> kind) {
        this.model = model;
        this.appearance = appearance;
        this.kind = kind;
        getStyleClass().add("map-board");
        grid.getStyleClass().add("map-series");
        VBox.setVgrow(grid, Priority.ALWAYS);
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            grid.getColumnConstraints().add(column);
        }
        for (int i = 0; i < 2; i++) {
            RowConstraints row = new RowConstraints();
            row.setPercentHeight(50);
            grid.getRowConstraints().add(row);
        }
        getChildren().addAll(MapBoard.legend(model), grid, foot());
        model.series().panelsProperty().addListener((observed, before, now) -> show(now));
    }

    private HBox foot() {
        Label words = new Label();
        words.getStyleClass().add("soft");
        words.setId("map-series-words");
        words.textProperty().bind(model.series().wordsProperty());
        words.setMaxWidth(Double.MAX_VALUE);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button again = new Button(Messages.text("map.run-again"), Icons.PLAY.node());
        again.setOnAction(event -> model.runSeriesAgain(kind.get()));
        Tips.add(again, Messages.text("map.series.again.tip"));
        Button cancel = new Button(Messages.text("map.cancel"));
        cancel.disableProperty().bind(model.series().runningProperty().not());
        cancel.setOnAction(event -> model.series().cancel());
        Tips.add(cancel, Messages.text("map.series.cancel.tip"));
        again.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        HBox foot = new HBox(words, again, cancel);
        foot.getStyleClass().add("row");
        foot.setMinHeight(Region.USE_PREF_SIZE);
        return foot;
    }

    private void show(List<SeriesPanel> panels) {
        if (tiles.size() != panels.size()) {
            build(panels.size());
        }
        for (int i = 0; i < panels.size(); i++) {
            SeriesPanel panel = panels.get(i);
            Tile tile = tiles.get(i);
            tile.title().setText(panel.title());
            tile.detail().setText(panel.detail());
            if (tile.pane().points() != panel.points()) {
                tile.pane().points(panel.points());
                tile.pane().fit();
            }
        }
        lesson.setText(
                kind.get() == SeriesKind.PERPLEXITY
                        ? Messages.text("map.series.lesson.perplexity")
                        : Messages.text("map.series.lesson.seed"));
    }

    private void build(int count) {
        tiles.clear();
        grid.getChildren().clear();
        for (int i = 0; i < count; i++) {
            if (i == spare.size()) {
                spare.add(tile());
            }
            Tile tile = spare.get(i);
            tiles.add(tile);
            grid.add(box(tile), i % COLUMNS, i / COLUMNS);
        }
        lesson.setWrapText(true);
        lesson.setMaxHeight(Double.MAX_VALUE);
        lesson.getStyleClass().addAll("soft", "map-lesson");
        grid.add(lesson, count % COLUMNS, count / COLUMNS);
    }

    private Tile tile() {
        ScatterPane pane = new ScatterPane(appearance);
        pane.isolatedClassProperty().bindBidirectional(model.points().isolatedProperty());
        Label title = new Label();
        title.getStyleClass().add("strong");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label detail = new Label();
        detail.getStyleClass().addAll("soft", "small");
        Tips.add(detail, Messages.text("map.series.quality.tip"));
        return new Tile(pane, title, detail);
    }

    private static VBox box(Tile tile) {
        HBox head = new HBox(tile.title(), tile.detail());
        head.getStyleClass().add("row");
        StackPane frame = new StackPane(tile.pane());
        frame.getStyleClass().add("map-frame");
        frame.setMinSize(0, 0);
        VBox.setVgrow(frame, Priority.ALWAYS);
        VBox box = new VBox(head, frame);
        box.getStyleClass().add("map-tile");
        return box;
    }
}
