package hourglass.ui.sketch;

import hourglass.ui.chart.Metric;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Section;
import hourglass.ui.kit.SegmentedChoice;
import hourglass.ui.pictures.CodeBars;
import hourglass.ui.pictures.ImageGridView;
import hourglass.ui.pictures.ImageGridView.Caption;
import hourglass.ui.pictures.ImageTiles;
import hourglass.ui.pictures.RowLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Reconstruct: ten columns of four pictures with their errors; the chosen column large with its code. */
final class ReconstructSketch {
    private static final int COLUMNS = 20;
    private final Appearance appearance;
    private final StandIn data;
    private final List<Integer> chosen;

    ReconstructSketch(Appearance appearance, StandIn data) {
        this.appearance = appearance;
        this.data = data;
        chosen = data.onePerClass(COLUMNS);
    }

    Node node() {
        VBox side = new VBox(large(), code());
        side.getStyleClass().add("side-panel");
        VBox main = new VBox(gallery(), metrics());
        main.getStyleClass().add("wide-column");
        HBox.setHgrow(main, Priority.ALWAYS);
        HBox view = new HBox(main, side);
        view.getStyleClass().add("view");
        return view;
    }

    private Node gallery() {
        ImageGridView grid = new ImageGridView(appearance).rows(4).scale(0).gap(8);
        List<int[]> tiles = new ArrayList<>();
        List<Caption> captions = new ArrayList<>();
        for (int row = 0; row < 4; row++) {
            for (int image : chosen) {
                float[] original = data.image(image);
                tiles.add(tile(original, row));
                captions.add(new Caption(caption(original, image, row), null));
            }
        }
        grid.show(ImageTiles.of(tiles, 28, 28));
        grid.captions(captions);
        grid.setMinHeight(300);
        grid.selectedProperty().set(2);
        HBox.setHgrow(grid, Priority.ALWAYS);
        RowLabels labels = new RowLabels(appearance, grid);
        labels.show(List.of(
                new RowLabels.Row("Original", ""),
                new RowLabels.Row("Network", "64 numbers"),
                new RowLabels.Row("PCA", "64 numbers"),
                new RowLabels.Row("Error", "network")));
        HBox body = new HBox(8, labels, grid);
        Section section = new Section("Test images", body);
        ComboBox<String> classes = new ComboBox<>();
        classes.getItems().addAll("All classes");
        classes.getItems().addAll(StandIn.CLASSES);
        classes.getSelectionModel().select(0);
        classes.setMinWidth(Region.USE_PREF_SIZE);
        section.tools(classes, new SegmentedChoice<>(List.of("In order", "Random", "Best", "Worst"), word -> word));
        VBox.setVgrow(section, Priority.ALWAYS);
        return section;
    }

    private static int[] tile(float[] original, int row) {
        return switch (row) {
            case 0 -> StandIn.grey(original);
            case 1 -> StandIn.grey(StandIn.blur(original, 1));
            case 2 -> StandIn.grey(StandIn.blur(original, 3));
            default -> StandIn.error(original, StandIn.blur(original, 1));
        };
    }

    private String caption(float[] original, int image, int row) {
        return switch (row) {
            case 0 -> StandIn.CLASSES.get(data.label(image));
            case 1 -> String.format(Locale.ROOT, "%.4f", StandIn.mse(original, StandIn.blur(original, 1)));
            case 2 -> String.format(Locale.ROOT, "%.4f", StandIn.mse(original, StandIn.blur(original, 3)));
            default -> "";
        };
    }

    private Node metrics() {
        HBox row = new HBox(
                40,
                new Metric("Network, all test images", "mean squared error per pixel")
                        .show("0.0089")
                        .kind("train"),
                new Metric("PCA with 64 numbers", "mean squared error per pixel")
                        .show("0.0104")
                        .kind("pca"),
                new Metric("Better than PCA by", "of PCA’s error").show("14 %"),
                new Metric("10 nearest neighbours", "of codes find the class").show("0.852"));
        Section section = new Section("All 10 000 test images", row);
        section.setMinHeight(Region.USE_PREF_SIZE);
        return section;
    }

    private Node large() {
        float[] original = data.image(chosen.get(2));
        ImageGridView grid = new ImageGridView(appearance).columns(2).scale(5).gap(24);
        grid.show(ImageTiles.of(
                List.of(tile(original, 0), tile(original, 1), tile(original, 2), tile(original, 3)), 28, 28));
        grid.captions(List.of(
                new Caption("Original", null),
                new Caption("Network", null),
                new Caption("PCA", null),
                new Caption("Error", null)));
        GridPane numbers = new GridPane();
        numbers.setHgap(24);
        numbers.getColumnConstraints().add(new ColumnConstraints(140));
        numbers.addRow(
                0,
                new Metric("Network", "").show("0.0071").kind("train"),
                new Metric("PCA", "").show("0.0098").kind("pca"));
        Section section = new Section("Pullover", new VBox(12, grid, numbers));
        section.detailProperty().set("test image 1");
        return section;
    }

    private Node code() {
        CodeBars bars = new CodeBars(appearance);
        float[] code = new float[64];
        Random random = new Random(7);
        for (int i = 0; i < code.length; i++) {
            double value = random.nextGaussian() * 2 + 2.4;
            code[i] = (float) (Boolean.getBoolean("sketch.deep") ? value - 2 : Math.max(0, value));
        }
        bars.show(code);
        bars.setMinHeight(60);
        VBox.setVgrow(bars, Priority.ALWAYS);
        Label note = new Label("784 pixels became these 64 numbers; the decoder drew the picture from them alone.");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.getStyleClass().addAll("soft", "small");
        Section section = new Section("Its code", new VBox(8, bars, note));
        section.detailProperty().set("64 numbers");
        VBox.setVgrow(section, Priority.ALWAYS);
        return section;
    }
}
