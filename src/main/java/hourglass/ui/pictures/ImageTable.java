package hourglass.ui.pictures;

import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Icons;
import hourglass.ui.pictures.ImageGridView.Caption;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * One column per image, one row per way it is shown: names at the left, words below each picture, one column chosen by
 * click or key.
 */
public final class ImageTable extends StackPane {
    /** An image at double size, with the gap to the next row. */
    private static final double ROOM = 56;

    private final ImageGridView grid;
    private final RowLabels labels;
    private IntConsumer onChoose = column -> {};
    private IntConsumer onMove = columns -> {};

    /** A row: its name, a quieter line below that, and the words below its pictures, none or one for each column. */
    public record Row(String name, String detail, List<Caption> captions) {}

    /** With room for {@code rows} rows, {@code gap} pixels apart. */
    public ImageTable(Appearance appearance, int rows, double gap) {
        grid = new ImageGridView(appearance).rows(rows).scale(0).gap(gap).onClick(this::clicked);
        grid.setFocusTraversable(true);
        grid.getStyleClass().add("image-table");
        grid.setOnKeyPressed(this::pressed);
        grid.setMinHeight(rows * (ROOM + gap));
        labels = new RowLabels(appearance, grid);
        HBox.setHgrow(grid, Priority.ALWAYS);
        getChildren().add(new HBox(8, labels, grid));
        VBox.setVgrow(this, Priority.ALWAYS);
    }

    /** What a screen reader says of it. */
    public ImageTable spoken(String words) {
        grid.setAccessibleText(words);
        return this;
    }

    /** Called with a column to choose, and with how many columns to move the choice by; the whole width for End. */
    public ImageTable onChoose(IntConsumer column, IntConsumer columns) {
        onChoose = column;
        onMove = columns;
        return this;
    }

    /** Shows a sentence in place of the pictures while there is one. */
    public ImageTable problem(ObservableStringValue sentence) {
        Label words = new Label("", Icons.WARNING.node());
        words.textProperty().bind(sentence);
        words.setWrapText(true);
        HBox note = new HBox(words);
        note.getStyleClass().add("stale-note");
        note.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        note.visibleProperty().bind(words.textProperty().isNotEmpty());
        getChildren().get(0).visibleProperty().bind(words.textProperty().isEmpty());
        getChildren().add(note);
        return this;
    }

    /** Shows rows, whose pictures stand in {@code tiles} row by row. */
    public void show(List<Row> rows, ImageTiles tiles) {
        if (!rows.isEmpty()) {
            grid.rows(rows.size());
        }
        grid.show(tiles);
        boolean words = rows.stream().anyMatch(row -> !row.captions().isEmpty());
        grid.captions(
                words ? rows.stream().flatMap(row -> padded(row, rows, tiles)).toList() : List.of());
        labels.show(rows.stream()
                .map(row -> new RowLabels.Row(row.name(), row.detail()))
                .toList());
    }

    private static Stream<Caption> padded(Row row, List<Row> rows, ImageTiles tiles) {
        int columns = tiles.count() / rows.size();
        return row.captions().isEmpty()
                ? Stream.generate(() -> new Caption("", null)).limit(columns)
                : row.captions().stream();
    }

    /** The column chosen, −1 for none. */
    public IntegerProperty selectedProperty() {
        return grid.selectedProperty();
    }

    /** How many columns there is room for. */
    public int columnsShown() {
        return grid.columnsShown();
    }

    private void clicked(int tile) {
        grid.requestFocus();
        onChoose.accept(tile % grid.columnsOfData());
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> onMove.accept(-1);
            case RIGHT -> onMove.accept(1);
            case HOME -> onChoose.accept(0);
            case END -> onMove.accept(grid.columnsShown());
            default -> {
                return;
            }
        }
        event.consume();
    }
}
