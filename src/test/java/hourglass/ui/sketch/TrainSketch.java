package hourglass.ui.sketch;

import hourglass.ui.hourglass.HourglassDiagram;
import hourglass.ui.hourglass.HourglassModel;
import hourglass.ui.hourglass.HourglassShape;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Field;
import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Section;
import hourglass.ui.pictures.ImageGridView;
import hourglass.ui.pictures.ImageTiles;
import hourglass.ui.pictures.RowLabels;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Train: the hourglass and its settings on the left, the curve and the living test images on the right. */
final class TrainSketch {
    private final Appearance appearance;
    private final StandIn data;

    TrainSketch(Appearance appearance, StandIn data) {
        this.appearance = appearance;
        this.data = data;
    }

    Node node() {
        VBox left = new VBox(hourglass(), settings());
        left.getStyleClass().add("editor-panel");
        VBox right = new VBox(CurveSketch.section(appearance), strip());
        right.getStyleClass().add("wide-column");
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox view = new HBox(left, right);
        view.getStyleClass().add("view");
        return view;
    }

    private Node hourglass() {
        HourglassModel model = new HourglassModel(
                Boolean.getBoolean("sketch.deep")
                        ? HourglassShape.dense(784, List.of(1280, 1024, 512, 256, 128, 64), 32)
                        : HourglassShape.dense(784, List.of(100), 30));
        HourglassDiagram diagram = new HourglassDiagram(appearance, model);
        Section section = new Section("Network", diagram);
        section.detailProperty().set("163 814 weights");
        section.tools(combo("Stacked 30", "Dense 64", "Dense 2", "Custom"));
        VBox.setVgrow(section, Priority.ALWAYS);
        return section;
    }

    private static ComboBox<String> combo(String... values) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().addAll(values);
        box.getSelectionModel().select(0);
        return box;
    }

    private static Field field(String name, Region control) {
        return new Field(name, name, control);
    }

    private Node settings() {
        GridPane form = new GridPane();
        form.getStyleClass().add("form");
        for (int i = 0; i < 3; i++) {
            ColumnConstraints third = new ColumnConstraints();
            third.setPercentWidth(new double[] {30, 30, 40}[i]);
            form.getColumnConstraints().add(third);
        }
        Field code = field("Code size", new TextField("30"));
        code.staleProperty().set(true);
        form.addRow(0, code, field("Hidden layers", new TextField("1")), field("Neurons", new TextField("100")));
        form.addRow(
                1,
                field("Activation", combo("ReLU", "tanh")),
                field("Code", combo("ReLU", "linear")),
                field("Loss", combo("squared error", "cross-entropy")));
        form.addRow(
                2,
                field("Learning rate", new TextField("0.001")),
                field("Batch size", new TextField("32")),
                field("Epochs", new TextField("10")));
        Label words = new Label("Code size differs from the running network.", Icons.STALE.node());
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button apply = new Button("Restart");
        apply.setMinWidth(Region.USE_PREF_SIZE);
        HBox note = new HBox(words, apply);
        note.getStyleClass().add("stale-note");
        Section section = new Section("Settings", new VBox(12, form, note));
        section.detailProperty().set("Adam, seed 7");
        section.setMinHeight(Region.USE_PREF_SIZE);
        return section;
    }

    private Node strip() {
        List<Integer> chosen = data.onePerClass(20);
        List<int[]> tiles = new ArrayList<>();
        for (int rounds : new int[] {0, 1, 3}) {
            chosen.forEach(image -> tiles.add(StandIn.grey(StandIn.blur(data.image(image), rounds))));
        }
        ImageGridView grid = new ImageGridView(appearance).rows(3).scale(3).gap(8);
        grid.show(ImageTiles.of(tiles, 28, 28));
        HBox.setHgrow(grid, Priority.ALWAYS);
        RowLabels labels = new RowLabels(appearance, grid);
        labels.show(List.of(
                new RowLabels.Row("Original", ""),
                new RowLabels.Row("Network", "0.0123"),
                new RowLabels.Row("PCA", "0.0179")));
        Section section = new Section("Test images, live", new HBox(8, labels, grid));
        section.detailProperty().set("mean squared error per pixel");
        section.setMinHeight(Region.USE_PREF_SIZE);
        return section;
    }
}
