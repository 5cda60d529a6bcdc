package hourglass.ui.denoise;

import hourglass.core.color.Token;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.ClassChips;
import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.NetworkBox;
import hourglass.ui.kit.Section;
import hourglass.ui.kit.Tips;
import hourglass.ui.pictures.ImageGridView.Caption;
import hourglass.ui.pictures.ImageTable;
import hourglass.ui.pictures.ImageTiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The grid: ten test images in columns, original, noisy and repaired in three ways, with their errors. */
final class GalleryPane {
    private final DenoiseModel model;
    private final ImageTable table;
    private final Section section;

    GalleryPane(DenoiseModel model, Appearance appearance) {
        this.model = model;
        table = new ImageTable(appearance, PictureRow.values().length, 6)
                .spoken(Messages.text("denoise.grid.tip"))
                .problem(model.problemProperty())
                .onChoose(
                        model::select,
                        columns -> model.select(model.selectedProperty().get() + columns));
        section = new Section(Messages.text("denoise.images"), new VBox(8, classes(model), table, foot()));
        section.tools(shuffle(), new NetworkBox(model.networks(), "denoise-network"));
        VBox.setVgrow(section, Priority.ALWAYS);
        model.picturesProperty().addListener((observed, before, now) -> show(now));
        model.selectedProperty().addListener((observed, before, now) -> mark());
        show(model.picturesProperty().get());
    }

    Node node() {
        return section;
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
        Optional<DenoisePictures> now = pictures.filter(all -> all.columns() > 0);
        table.show(
                now.map(GalleryPane::rows).orElse(List.of()),
                now.map(DenoisePictures::tiles).orElse(ImageTiles.none()));
        mark();
    }

    private static List<ImageTable.Row> rows(DenoisePictures now) {
        List<String> names = now.compared().test().classNames();
        List<Caption> originals = IntStream.range(0, now.columns())
                .map(now::label)
                .mapToObj(label -> new Caption(names.get(label), Token.ofClass(label)))
                .toList();
        List<ImageTable.Row> rows = new ArrayList<>();
        rows.add(new ImageTable.Row(Messages.text("denoise.row.original"), "", originals));
        rows.add(row(Messages.text("denoise.row.noisy"), now, PictureRow.NOISY));
        rows.add(row(Messages.text("denoise.row.denoised"), now, PictureRow.DENOISED));
        rows.add(row(Messages.text("denoise.row.median"), now, PictureRow.MEDIAN));
        now.compared()
                .rival()
                .filter(rival -> now.has(PictureRow.RIVAL))
                .ifPresent(rival -> rows.add(row(Words.rivalRow(rival), now, PictureRow.RIVAL)));
        return rows;
    }

    private static ImageTable.Row row(String name, DenoisePictures now, PictureRow row) {
        List<Caption> errors = IntStream.range(0, now.columns())
                .mapToObj(column -> new Caption(Words.error(now.error(row, column)), null))
                .toList();
        return new ImageTable.Row(name, Words.error(now.meanError(row)), errors);
    }

    private void mark() {
        table.selectedProperty().set(model.selectedProperty().get());
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
