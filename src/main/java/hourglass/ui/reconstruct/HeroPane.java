package hourglass.ui.reconstruct;

import hourglass.core.color.SignedErrorMap;
import hourglass.core.data.ImageSet;
import hourglass.session.look.Look;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Counts;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Tips;
import hourglass.ui.pictures.ImageGridView;
import hourglass.ui.pictures.ImageTiles;
import hourglass.ui.reconstruct.Comparison.Coded;
import hourglass.ui.reconstruct.Comparison.Via;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;

/** The chosen image on its way: what goes in, its code, what comes back, and by how much that is wrong. */
final class HeroPane {
    private static final int TILES = 4;
    private static final int LEAST = 196;
    private static final int MOST = 364;

    private final ReconstructModel model;
    private final GridPane grid = new GridPane();
    private final Tile original;
    private final CodeTile code;
    private final Tile output;
    private final Tile error;
    private int side;

    /** A picture, its name above, more about it beside the name, a sentence below. */
    private static final class Tile {
        private final Label detail = new Label();
        private final Label title = new Label();
        private final Label caption = caption();
        private final ImageGridView picture;

        Tile(Appearance appearance) {
            picture = new ImageGridView(appearance).columns(1).scale(0).gap(0);
            picture.getStyleClass().add("hero-picture");
        }

        void show(int[] argb, ImageSet test) {
            picture.show(ImageTiles.ofPacked(argb, test.width(), test.height()));
        }

        void clear() {
            detail.setText("");
            caption.setText("");
            picture.show(ImageTiles.ofPacked(new int[28 * 28], 28, 28));
        }
    }

    HeroPane(ReconstructModel model, Appearance appearance) {
        this.model = model;
        original = new Tile(appearance);
        output = new Tile(appearance);
        error = new Tile(appearance);
        code = new CodeTile(appearance);
        grid.getStyleClass().add("reconstruct-hero");
        grid.setMinHeight(Region.USE_PREF_SIZE);
        // So that it shrinks with the window although its columns have a width.
        grid.setMinWidth(TILES * LEAST + 3 * 24);
        output.title.setText(Messages.text("reconstruct.hero.output"));
        error.title.setText(Messages.text("reconstruct.row.error"));
        Tips.add(output.caption, Messages.text("reconstruct.error.pca.tip"));
        Tips.add(error.detail, Messages.text("reconstruct.error.network.tip"));
        add(0, head(original.title, original.detail), original.picture, original.caption);
        add(1, head(code.title, code.detail), code.node(), code.caption);
        add(2, head(output.title, output.detail), output.picture, output.caption);
        add(3, head(error.title, error.detail), error.picture, new ErrorLegend(appearance, model));
        grid.add(between("→"), 1, 1);
        grid.add(between("→"), 3, 1);
        grid.add(between("−"), 5, 1);
        grid.widthProperty().addListener((observed, before, now) -> resize(now.doubleValue()));
        resize(TILES * 280 + 3 * 48);
        model.selectedProperty().addListener((observed, before, now) -> show());
        model.picturesProperty().addListener((observed, before, now) -> show());
        model.viaProperty().addListener((observed, before, now) -> show());
        model.groundProperty().addListener((observed, before, now) -> show());
        show();
    }

    Node node() {
        return grid;
    }

    private void add(int tile, Node head, Region picture, Node caption) {
        GridPane.setValignment(head, VPos.BOTTOM);
        grid.add(head, 2 * tile, 0);
        grid.add(picture, 2 * tile, 1);
        GridPane.setValignment(caption, VPos.TOP);
        grid.add(caption, 2 * tile, 2);
    }

    private static Node head(Label title, Label detail) {
        title.getStyleClass().add("headline");
        detail.getStyleClass().add("soft");
        FlowPane head = new FlowPane(10, 0, title, detail);
        head.setRowValignment(VPos.BASELINE);
        head.setPrefWrapLength(0);
        return head;
    }

    private static Label caption() {
        Label caption = new Label();
        caption.getStyleClass().add("soft");
        caption.setWrapText(true);
        caption.setMinHeight(Region.USE_PREF_SIZE);
        return caption;
    }

    private static Label between(String sign) {
        Label label = new Label(sign);
        label.getStyleClass().addAll("soft", "reconstruct-arrow");
        label.setTextAlignment(TextAlignment.CENTER);
        label.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setHalignment(label, HPos.CENTER);
        return label;
    }

    /** Side of a picture in so much room: whole multiples of 28, however large the text is. */
    static int side(double width) {
        int roomy = multiple((width - 3 * 40) / TILES);
        return Math.min(MOST, roomy >= LEAST ? roomy : Math.max(LEAST, multiple((width - 3 * 24) / TILES)));
    }

    private static int multiple(double room) {
        return 28 * (int) Math.floor(room / 28);
    }

    private void resize(double width) {
        int now = side(width);
        if (width <= 0 || now == side) {
            return;
        }
        side = now;
        // Beside the longest of the names there is no room for it on a small picture.
        output.detail.setManaged(now >= 252);
        output.detail.setVisible(now >= 252);
        grid.getColumnConstraints().clear();
        for (int column = 0; column < 2 * TILES - 1; column++) {
            ColumnConstraints each = column % 2 == 0
                    ? new ColumnConstraints(now, now, now)
                    : new ColumnConstraints(24, 24, Double.MAX_VALUE, Priority.ALWAYS, HPos.CENTER, true);
            grid.getColumnConstraints().add(each);
        }
        for (Region picture : new Region[] {original.picture, code.node(), output.picture, error.picture}) {
            picture.setMinSize(now, now);
            picture.setPrefSize(now, now);
            picture.setMaxSize(now, now);
        }
    }

    private void show() {
        Optional<Comparison> chosen = model.selectedProperty().get();
        Optional<Pictures> all = model.picturesProperty().get();
        if (chosen.isEmpty() || all.isEmpty()) {
            clear();
            return;
        }
        Comparison now = chosen.get();
        ImageSet test = all.get().look().test();
        boolean noisy = all.get().input().isNoisy();
        original.title.setText(Messages.text(noisy ? "reconstruct.hero.noisy" : "reconstruct.row.original"));
        original.detail.setText(Messages.text("reconstruct.hero.pixels", Counts.spaced(test.pixelsPerImage())));
        original.show(Comparison.greys(now.input()), test);
        original.caption.setText(Words.given(all.get(), now));
        Optional<Coded> made = now.by(model.viaProperty().get());
        if (made.isPresent()) {
            show(now, made.get(), all.get().look());
        } else {
            code.clear();
            output.clear();
            error.clear();
        }
    }

    private void show(Comparison now, Coded made, Look look) {
        code.show(made.code(), model.viaProperty().get() == Via.PCA ? Optional.empty() : Optional.of(look));
        output.detail.setText(Messages.text("reconstruct.hero.pixels", Counts.spaced(now.original().length)));
        output.show(Comparison.greys(made.picture()), look.test());
        output.caption.setText(Words.beside(now, model.viaProperty().get(), Words.missing(model)));
        error.detail.setText(Messages.text("reconstruct.hero.error", Words.error(made.error())));
        SignedErrorMap colors = SignedErrorMap.on(model.groundProperty().get(), ReconstructModel.ERROR_RANGE);
        error.show(now.errors(made, colors), look.test());
    }

    private void clear() {
        original.title.setText(Messages.text("reconstruct.row.original"));
        original.clear();
        code.clear();
        output.clear();
        error.clear();
    }
}
