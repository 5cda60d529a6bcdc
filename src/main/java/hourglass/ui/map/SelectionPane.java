package hourglass.ui.map;

import hourglass.core.data.ImageSet;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Tips;
import hourglass.ui.pictures.ImageGridView;
import hourglass.ui.pictures.ImageTiles;
import hourglass.ui.scatter.PointSelection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The images of the points selected. */
final class SelectionPane extends VBox {
    private static final int MOST = 400;

    private final MapModel model;
    private final ImageGridView grid;
    private final Label words = new Label();
    private int[] selected = new int[0];

    SelectionPane(MapModel model, Appearance appearance) {
        this.model = model;
        getStyleClass().add("column");
        grid = new ImageGridView(appearance).scale(1).gap(4).onHover(this::point);
        grid.setMinHeight(0);
        VBox.setVgrow(grid, Priority.ALWAYS);
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        words.setId("map-selected");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox head = new HBox(words, clear());
        head.getStyleClass().add("row");
        getChildren().addAll(head, grid);
        model.points().selectionProperty().addListener((observed, before, now) -> show(now));
    }

    private Button clear() {
        Button clear = new Button("", Icons.DISMISS.node());
        clear.getStyleClass().addAll("button-icon", "flat");
        clear.setMinWidth(Region.USE_PREF_SIZE);
        clear.setAccessibleText(Messages.text("map.selection.clear"));
        clear.setOnAction(event -> model.points().selectionProperty().set(PointSelection.NONE));
        Tips.add(clear, Messages.text("map.selection.clear"));
        return clear;
    }

    private void point(int tile) {
        model.points().hoveredProperty().set(tile >= 0 && tile < selected.length ? selected[tile] : -1);
    }

    private void show(PointSelection selection) {
        Optional<ShownMap> map = model.mapProperty().get();
        if (map.isEmpty() || selection.isEmpty()) {
            selected = new int[0];
            grid.show(ImageTiles.none());
            return;
        }
        selected = selection.indices();
        ImageSet test = map.get().mapped().data().test();
        int[] images = Arrays.stream(selected)
                .limit(MOST)
                .map(map.get().sample()::testIndex)
                .toArray();
        grid.scale(images.length <= 16 ? 2 : 1);
        grid.show(Greys.tiles(test, images));
        words.setText(Messages.text("map.selection", Numbers.count(selected.length), classes(map.get(), test)));
    }

    /** The classes among them, most frequent first. */
    private String classes(ShownMap map, ImageSet test) {
        int[] counts = new int[test.classCount()];
        Arrays.stream(selected).forEach(point -> counts[map.sample().label(point)]++);
        List<Integer> labels = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                labels.add(i);
            }
        }
        labels.sort((one, other) -> Integer.compare(counts[other], counts[one]));
        return String.join(
                ", ",
                labels.stream()
                        .map(label -> Numbers.count(counts[label]) + " "
                                + test.classNames().get(label))
                        .toList());
    }
}
