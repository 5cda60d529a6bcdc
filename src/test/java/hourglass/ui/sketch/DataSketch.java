package hourglass.ui.sketch;

import hourglass.core.color.Token;
import hourglass.ui.chart.Metric;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Section;
import hourglass.ui.kit.SegmentedChoice;
import hourglass.ui.pictures.ImageGridView;
import hourglass.ui.pictures.ImageGridView.Caption;
import hourglass.ui.pictures.ImageTiles;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Data: chips above, a labelled grid as large as the place, one large image and the class means beside it. */
final class DataSketch {
    private final Appearance appearance;
    private final StandIn data;

    DataSketch(Appearance appearance, StandIn data) {
        this.appearance = appearance;
        this.data = data;
    }

    Node node() {
        VBox side = new VBox(large(), means());
        side.getStyleClass().add("side-panel");
        VBox main = new VBox(chips(), grid());
        main.getStyleClass().add("wide-column");
        HBox.setHgrow(main, Priority.ALWAYS);
        HBox view = new HBox(main, side);
        view.getStyleClass().add("view");
        return view;
    }

    private Node chips() {
        FlowPane chips = new FlowPane(8, 8);
        chips.getChildren().add(chip("All", -1, 10_000));
        for (int c = 0; c < 10; c++) {
            chips.getChildren().add(chip(StandIn.CLASSES.get(c), c, 1000));
        }
        return chips;
    }

    private static Node chip(String word, int index, int count) {
        Label number = new Label(count == 10_000 ? "10 000" : "1 000");
        number.getStyleClass().addAll("numbers", "faint");
        HBox graphic = new HBox(8);
        graphic.setAlignment(Pos.CENTER_LEFT);
        if (index >= 0) {
            Region swatch = new Region();
            swatch.getStyleClass().addAll("swatch", "class-" + index);
            graphic.getChildren().add(swatch);
        }
        graphic.getChildren().addAll(new Label(word), number);
        ToggleButton chip = new ToggleButton("", graphic);
        chip.getStyleClass().add("chip");
        chip.setSelected(index < 0);
        return chip;
    }

    private Node grid() {
        ImageGridView grid = new ImageGridView(appearance).scale(3).gap(12);
        List<int[]> images = new ArrayList<>();
        List<Caption> captions = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            images.add(StandIn.grey(data.image(i)));
            captions.add(new Caption(StandIn.CLASSES.get(data.label(i)), Token.ofClass(data.label(i))));
        }
        grid.show(ImageTiles.of(images, 28, 28));
        grid.captions(captions);
        grid.selectedProperty().set(12);
        grid.setMinHeight(240);
        grid.setPrefHeight(200);
        Section section = new Section("Samples", grid);
        section.detailProperty().set("28 × 28 pixels, as the network sees them");
        section.tools(new SegmentedChoice<>(List.of("Test", "Training"), word -> word));
        VBox.setVgrow(section, Priority.ALWAYS);
        return section;
    }

    private Node large() {
        ImageGridView large = new ImageGridView(appearance).columns(1).scale(11);
        large.show(ImageTiles.of(List.of(StandIn.grey(data.image(12))), 28, 28));
        Metric value = new Metric("Pixel under the pointer", "row 12, column 7 · 0 is black, 1 is white").show("0.53");
        VBox box = new VBox(12, large, value);
        Section section = new Section("Sneaker", box);
        section.detailProperty().set("test image 12");
        return section;
    }

    private Node means() {
        ImageGridView means = new ImageGridView(appearance).columns(5).scale(2).gap(8);
        means.show(ImageTiles.of(
                IntStream.range(0, 10).mapToObj(c -> StandIn.grey(data.mean(c))).toList(), 28, 28));
        means.captions(
                StandIn.CLASSES.stream().map(word -> new Caption(word, null)).toList());
        Label source = new Label("Fashion-MNIST by Zalando Research, 2017, MIT licence. Read from this machine.");
        source.setWrapText(true);
        source.setMinHeight(Region.USE_PREF_SIZE);
        source.getStyleClass().addAll("soft", "small");
        BorderPane pane = new BorderPane(means);
        pane.setBottom(source);
        Section section = new Section("Mean of each class", pane);
        VBox.setVgrow(section, Priority.ALWAYS);
        return section;
    }
}
