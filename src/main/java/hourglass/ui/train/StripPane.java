package hourglass.ui.train;

import hourglass.core.spec.listing.Idea;
import hourglass.figures.Attribution;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Counts;
import hourglass.ui.kit.Explain;
import hourglass.ui.kit.Exportable;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Section;
import hourglass.ui.kit.Tips;
import hourglass.ui.pictures.ImageGridView;
import hourglass.ui.pictures.RowLabels;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The test images in rows with the error of each row. */
final class StripPane {
    private static final double GAP = 8;

    private final StripModel model;
    private final ImageGridView grid;
    private final RowLabels labels;
    private final Section section;
    private int hovered = -1;
    private int rowCount = 3;

    StripPane(Appearance appearance, StripModel model) {
        this.model = model;
        grid = new ImageGridView(appearance).rows(3).scale(3).gap(GAP).onHover(this::hover);
        grid.setId("train-strip");
        labels = new RowLabels(appearance, grid);
        HBox.setHgrow(grid, Priority.ALWAYS);
        section = new Section(Messages.text("train.strip"), new HBox(GAP, labels, grid))
                .explain(Explain.button(Idea.SQUARED_ERROR));
        section.setMinHeight(Region.USE_PREF_SIZE);
        Tips.add(section.lookup(".section-title"), Messages.text("train.strip.tip"));
        model.contentProperty().addListener((observed, before, now) -> show(now));
        show(model.contentProperty().get());
    }

    private void show(StripContent content) {
        if (content.rows().size() != rowCount) {
            rowCount = content.rows().size();
            grid.rows(rowCount);
        }
        grid.show(content.tiles());
        labels.show(rows(content));
        showDetail(content);
    }

    private static List<RowLabels.Row> rows(StripContent content) {
        return IntStream.range(0, content.rows().size())
                .mapToObj(
                        row -> new RowLabels.Row(content.rows().get(row).words(), row == 0 ? "" : content.errorOf(row)))
                .toList();
    }

    private void hover(int tile) {
        hovered = tile;
        showDetail(model.contentProperty().get());
    }

    private void showDetail(StripContent content) {
        section.detailProperty()
                .set(
                        hovered >= 0
                                ? model.describe(hovered)
                                : Messages.text("train.strip.detail", Counts.images(content.columns())));
    }

    Section section() {
        return section;
    }

    List<Exportable> exports(Supplier<Attribution> origin) {
        return List.of(new Exportable(
                Messages.text("train.export.strip"), "test-images.png", () -> Optional.of(model.figure(origin.get()))));
    }
}
