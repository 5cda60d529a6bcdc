package hourglass.ui.data;

import hourglass.core.color.Token;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Counts;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Section;
import hourglass.ui.kit.Tips;
import hourglass.ui.pictures.ImageGridView;
import hourglass.ui.pictures.ImageGridView.Caption;
import hourglass.ui.pictures.ImageTiles;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.layout.Region;

/** The mean image of each class, counted while one looks. */
final class MeansPane {
    private static final int COLUMNS = 4;
    private static final int MOST = 12;
    private static final double TILE_EM = 4;
    private static final double GAP = 8;

    private final Appearance appearance;
    private final DataModel model;
    private final ImageGridView grid;
    private final Section section;

    MeansPane(Appearance appearance, DataModel model) {
        this.appearance = appearance;
        this.model = model;
        grid = new ImageGridView(appearance).scale(2).gap(GAP).onClick(model.samples()::toggle);
        appearance.textSizeProperty().addListener((observed, before, now) -> size());
        section = new Section(Messages.text("data.means"), grid);
        section.setMinHeight(Region.USE_PREF_SIZE);
        Tips.add(grid, Messages.text("data.means.tip"));
        model.factsProperty().addListener((observed, before, now) -> show(now));
        show(model.factsProperty().get());
    }

    Section node() {
        return section;
    }

    /** Images grow with their words; and a grid that fills a place has no height of its own. */
    private void size() {
        ImageTiles means = model.factsProperty().get().means();
        int scale = (int) Math.max(1, Math.round(TILE_EM * appearance.em() / means.imageWidth()));
        int rows = (Math.min(MOST, means.count()) + COLUMNS - 1) / COLUMNS;
        double row = (double) scale * means.imageHeight() + Math.round(appearance.em() * 1.5) + GAP;
        grid.scale(scale);
        grid.setMinHeight(rows * row);
        grid.setPrefHeight(rows * row);
    }

    private void show(PartFacts facts) {
        int classes = Math.min(MOST, facts.means().count());
        grid.show(first(facts.means(), classes));
        grid.captions(captions(facts, classes));
        section.detailProperty().set(detail(facts, classes));
        size();
    }

    private static ImageTiles first(ImageTiles all, int count) {
        int width = all.imageWidth();
        int height = all.imageHeight();
        int[] argb = new int[count * width * height];
        for (int i = 0; i < argb.length; i++) {
            int pixel = i % (width * height);
            argb[i] = all.argb(i / (width * height), pixel % width, pixel / width);
        }
        return ImageTiles.ofPacked(argb, width, height);
    }

    static List<Caption> captions(PartFacts facts, int classes) {
        return IntStream.range(0, classes)
                .mapToObj(c -> new Caption(facts.classNames().get(c), Token.ofClass(c)))
                .toList();
    }

    private static String detail(PartFacts facts, int classes) {
        if (!facts.isComplete()) {
            return Messages.text(
                    "data.means.counting", DataWords.number(facts.seen()), DataWords.number(facts.total()));
        }
        int all = facts.means().count();
        return classes < all
                ? Messages.text("data.means.some", Integer.toString(classes), Integer.toString(all))
                : Counts.images(facts.total());
    }
}
