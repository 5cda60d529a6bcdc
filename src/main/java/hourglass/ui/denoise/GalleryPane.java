package hourglass.ui.denoise;

import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Messages;
import hourglass.ui.pictures.ImageTable;
import hourglass.ui.pictures.ImageTiles;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Region;

/** Test images in columns: original, noisy, and repaired by whoever is chosen; the chosen column is shown large. */
final class GalleryPane {
    private static final int ROWS = 3;

    private final DenoiseModel model;
    private final ImageTable table;

    GalleryPane(DenoiseModel model, Appearance appearance) {
        this.model = model;
        table = new ImageTable(appearance, ROWS, 8)
                .spoken(Messages.text("denoise.grid.tip"))
                .problem(model.problemProperty())
                .onChoose(
                        model::select,
                        columns -> model.select(model.selectedProperty().get() + columns));
        model.picturesProperty().addListener((observed, before, now) -> show());
        model.repairedByProperty().addListener((observed, before, now) -> show());
        model.selectedProperty().addListener((observed, before, now) -> mark());
        show();
    }

    Region node() {
        return table;
    }

    private void show() {
        Optional<DenoisePictures> now = model.picturesProperty().get().filter(all -> all.columns() > 0);
        List<PictureRow> rows = List.of(PictureRow.ORIGINAL, PictureRow.NOISY, model.shownRow());
        table.show(
                now.map(all -> rows.stream()
                                .map(row -> new ImageTable.Row(Words.row(row, all.compared()), "", List.of()))
                                .toList())
                        .orElse(List.of()),
                now.map(all -> all.tiles()
                                .rows(
                                        all.columns(),
                                        rows.stream().map(PictureRow::index).toList()))
                        .orElse(ImageTiles.none()));
        mark();
    }

    private void mark() {
        table.selectedProperty().set(model.selectedProperty().get());
    }
}
