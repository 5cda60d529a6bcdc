package hourglass.ui.denoise;

import hourglass.core.color.Token;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.ClassChips;
import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.NetworkBox;
import hourglass.ui.kit.Section;
import hourglass.ui.kit.Tips;
import hourglass.ui.pictures.ImageGridView;
import hourglass.ui.pictures.ImageGridView.Caption;
import hourglass.ui.pictures.ImageTiles;
import hourglass.ui.pictures.RowLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The grid: ten test images in columns, original, noisy and repaired in three ways, with their errors. */
final class GalleryPane {
    private final DenoiseModel model;
    private final ImageGridView grid;
    private final RowLabels labels;
    private final Section section;

    GalleryPane(DenoiseModel model, Appearance appearance) {
        this.model = model;
        grid = new ImageGridView(appearance)
                .rows(PictureRow.values().length)
                .scale(0)
                .gap(6)
                .onClick(this::clicked);
        labels = new RowLabels(appearance, grid);
        widenLabels(appearance.em());
        appearance.textSizeProperty().addListener((observed, before, now) -> widenLabels(now.doubleValue()));
        section = new Section(Messages.text("denoise.images"), new VBox(8, classes(model), body(), foot()));
        section.tools(shuffle(), new NetworkBox(model.networks(), "denoise-network"));
        VBox.setVgrow(section, Priority.ALWAYS);
        // Room for every row at double size.
        grid.minHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> PictureRow.values().length * (62 + Math.rint(appearance.em() * 1.5)) - 6,
                        appearance.textSizeProperty()));
        model.picturesProperty().addListener((observed, before, now) -> show(now));
        model.selectedProperty().addListener((observed, before, now) -> mark());
        show(model.picturesProperty().get());
    }

    /** Some of these words are longer than in other views. */
    private void widenLabels(double em) {
        labels.setMinWidth(Math.rint(em * 7.2));
        labels.setPrefWidth(Math.rint(em * 7.2));
    }

    Node node() {
        return section;
    }

    ImageGridView grid() {
        return grid;
    }

    RowLabels labels() {
        return labels;
    }

    private Node shuffle() {
        Button shuffle = new Button(Messages.text("denoise.shuffle"), Icons.SHUFFLE.node());
        shuffle.setId("denoise-shuffle");
        shuffle.setMinWidth(Region.USE_PREF_SIZE);
        shuffle.getStyleClass().add("flat");
        shuffle.setOnAction(event -> model.shuffleImages());
        Tips.add(shuffle, Messages.text("denoise.shuffle.tip"));
        return shuffle;
    }

    private Node body() {
        grid.setFocusTraversable(true);
        grid.getStyleClass().add("denoise-grid");
        grid.setAccessibleText(Messages.text("denoise.grid.tip"));
        grid.setOnKeyPressed(this::pressed);
        HBox.setHgrow(grid, Priority.ALWAYS);
        HBox pictures = new HBox(8, labels, grid);
        pictures.visibleProperty().bind(model.problemProperty().isEmpty());
        Label words = new Label("", Icons.WARNING.node());
        words.textProperty().bind(model.problemProperty());
        words.setWrapText(true);
        HBox note = new HBox(words);
        note.getStyleClass().add("stale-note");
        note.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        note.visibleProperty().bind(model.problemProperty().isNotEmpty());
        StackPane body = new StackPane(pictures, note);
        VBox.setVgrow(body, Priority.ALWAYS);
        return body;
    }

    private Node foot() {
        Label codes = new Label();
        codes.getStyleClass().addAll("soft", "small");
        codes.setWrapText(true);
        codes.setMinHeight(Region.USE_PREF_SIZE);
        codes.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.comparedProperty()
                                .get()
                                .map(Words::comparison)
                                .orElse(""),
                        model.comparedProperty()));
        Tips.add(codes, Messages.text("denoise.code.tip"));
        return codes;
    }

    private void show(Optional<DenoisePictures> pictures) {
        if (pictures.isEmpty() || pictures.get().columns() == 0) {
            grid.show(ImageTiles.none());
            grid.captions(List.of());
            labels.show(List.of());
            return;
        }
        DenoisePictures now = pictures.get();
        grid.rows(now.rowCount());
        grid.show(now.tiles());
        grid.captions(captions(now));
        labels.show(rowLabels(now));
        mark();
    }

    private static List<RowLabels.Row> rowLabels(DenoisePictures now) {
        Compared compared = now.compared();
        List<RowLabels.Row> rows = new ArrayList<>();
        rows.add(new RowLabels.Row(Messages.text("denoise.row.original"), ""));
        rows.add(new RowLabels.Row(Messages.text("denoise.row.noisy"), Words.error(now.meanError(PictureRow.NOISY))));
        rows.add(new RowLabels.Row(
                Messages.text("denoise.row.denoised"), Words.error(now.meanError(PictureRow.DENOISED))));
        rows.add(new RowLabels.Row(Messages.text("denoise.row.median"), Words.error(now.meanError(PictureRow.MEDIAN))));
        compared.rival()
                .filter(rival -> now.has(PictureRow.RIVAL))
                .ifPresent(rival -> rows.add(
                        new RowLabels.Row(Words.rivalRow(rival), Words.error(now.meanError(PictureRow.RIVAL)))));
        return rows;
    }

    private static List<Caption> captions(DenoisePictures pictures) {
        List<String> names = pictures.compared().test().classNames();
        List<Caption> captions = new ArrayList<>();
        for (PictureRow row : PictureRow.values()) {
            for (int i = 0; pictures.has(row) && i < pictures.columns(); i++) {
                int label = pictures.label(i);
                captions.add(
                        row == PictureRow.ORIGINAL
                                ? new Caption(names.get(label), Token.ofClass(label))
                                : new Caption(Words.error(pictures.error(row, i)), null));
            }
        }
        return captions;
    }

    private void mark() {
        grid.selectedProperty().set(model.selectedProperty().get());
    }

    private void clicked(int tile) {
        grid.requestFocus();
        model.picturesProperty().get().ifPresent(all -> model.select(tile % all.columns()));
    }

    private void pressed(KeyEvent event) {
        int now = model.selectedProperty().get();
        switch (event.getCode()) {
            case LEFT -> model.select(now - 1);
            case RIGHT -> model.select(now + 1);
            case HOME -> model.select(0);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private static ClassChips classes(DenoiseModel model) {
        return ClassChips.withAll(
                model.comparedProperty().map(GalleryPane::classNames),
                model.labelProperty(),
                new ClassChips.AllClasses(
                        Messages.text("denoise.all-classes"), Messages.text("denoise.all-classes.tip")),
                name -> Messages.text("denoise.class.tip", name));
    }

    private static List<String> classNames(Optional<Compared> compared) {
        return compared.map(known -> known.test().classNames()).orElse(List.of());
    }
}
