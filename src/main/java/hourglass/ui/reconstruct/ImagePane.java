package hourglass.ui.reconstruct;

import hourglass.core.color.SignedErrorMap;
import hourglass.core.data.ImageSet;
import hourglass.ui.chart.Metric;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Section;
import hourglass.ui.kit.Tips;
import hourglass.ui.pictures.ImageGridView;
import hourglass.ui.pictures.ImageGridView.Caption;
import hourglass.ui.pictures.ImageTiles;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The chosen test image large, with its class, its number and its errors. */
final class ImagePane {
    private static final double GAP = 24;

    private final ReconstructModel model;
    private final ImageGridView grid;
    private final Metric network =
            metric(Messages.text("reconstruct.row.network")).kind("train");
    private final Metric pca = metric(Messages.text("reconstruct.row.pca")).kind("pca");
    private final Section section;

    ImagePane(ReconstructModel model, Appearance appearance) {
        this.model = model;
        grid = new ImageGridView(appearance).columns(2).scale(5).gap(GAP);
        section = new Section(Words.COMING, new VBox(12, grid, numbers()));
        section.setMinHeight(Region.USE_PREF_SIZE);
        Tips.add(network, Messages.text("reconstruct.error.network.tip"));
        Tips.add(pca, Messages.text("reconstruct.error.pca.tip"));
        model.selectedProperty().addListener((observed, before, now) -> show(now));
        model.groundProperty()
                .addListener(
                        (observed, before, now) -> show(model.selectedProperty().get()));
        show(model.selectedProperty().get());
    }

    private static Metric metric(String name) {
        return new Metric(name, Messages.text("reconstruct.unit.short"));
    }

    Node node() {
        return section;
    }

    private Node numbers() {
        GridPane numbers = new GridPane();
        // Below the pictures of the usual size.
        numbers.setHgap(GAP);
        numbers.getColumnConstraints().add(new ColumnConstraints(5 * 28));
        numbers.addRow(0, network, pca);
        return numbers;
    }

    private void show(Optional<Comparison> chosen) {
        if (chosen.isEmpty()) {
            section.titleProperty().set(model.missing());
            section.detailProperty().set("");
            // Of the usual size, so that the view does not jump when the first image comes.
            grid.show(ImageTiles.ofPacked(new int[4 * 28 * 28], 28, 28));
            network.show(model.missing());
            pca.show(model.missing());
            return;
        }
        Comparison now = chosen.get();
        network.show(Words.error(now.networkError()));
        pca.show(Words.error(now.pcaError(), Words.COMING));
        model.picturesProperty()
                .get()
                .ifPresent(all -> showPictures(now, all.look().test()));
    }

    private void showPictures(Comparison now, ImageSet test) {
        section.titleProperty().set(test.classNames().get(now.label()));
        section.detailProperty().set(Messages.text("reconstruct.test-image", Integer.toString(now.index())));
        SignedErrorMap colors = SignedErrorMap.on(model.groundProperty().get(), ReconstructModel.ERROR_RANGE);
        grid.show(ImageTiles.of(
                Arrays.stream(PictureRow.values())
                        .map(row -> now.pixels(row, colors))
                        .toList(),
                test.width(),
                test.height()));
        grid.captions(List.of(
                new Caption(Messages.text("reconstruct.row.original"), null),
                new Caption(Messages.text("reconstruct.row.network"), null),
                new Caption(Messages.text("reconstruct.row.pca"), null),
                new Caption(Messages.text("reconstruct.row.error"), null)));
    }
}
