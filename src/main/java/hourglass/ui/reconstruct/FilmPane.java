package hourglass.ui.reconstruct;

import hourglass.session.measure.FedBack;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Tips;
import hourglass.ui.pictures.ImageGridView;
import hourglass.ui.pictures.ImageTiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The film strip of an image whose output goes in again and again. */
final class FilmPane {
    private static final int[] PASSES = {0, 1, 2, 3, 5, 8, 13, 20};
    private static final int SIDE = 84;
    private static final int SMALL = 56;
    private static final int GAP = 12;

    /** Of all frames side by side. */
    private static final double LONG = PASSES.length * SIDE + (PASSES.length - 1) * GAP;

    private final FilmModel film;
    private final FlowPane strip = new FlowPane(GAP, 8);
    private final Label progress = new Label();
    private final List<Frame> frames = new ArrayList<>();
    private final VBox pane;

    /** One picture of the strip. */
    private static final class Frame extends VBox {
        private final int pass;
        private final ImageGridView picture;
        private final Label error = new Label();

        Frame(Appearance appearance, int pass) {
            super(4);
            this.pass = pass;
            picture = new ImageGridView(appearance).columns(1).scale(0).gap(0);
            size(SIDE);
            Label name = new Label(pass == 0 ? "0" : pass + "×");
            name.getStyleClass().add("strong");
            name.setMinWidth(Region.USE_PREF_SIZE);
            error.getStyleClass().addAll("soft", "film-error");
            error.setMinWidth(Region.USE_PREF_SIZE);
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            HBox below = new HBox(name, space, error);
            below.getStyleClass().add("film-words");
            getChildren().addAll(picture, below);
        }

        void size(double side) {
            picture.setMinSize(side, side);
            picture.setPrefSize(side, side);
            picture.setMaxSize(side, side);
        }

        void show(FedBack made, int shown) {
            setVisible(pass <= shown);
            picture.show(ImageTiles.ofPacked(
                    Comparison.greys(made.images().image(pass)),
                    made.images().width(),
                    made.images().height()));
            error.setText(pass == 0 ? "" : Words.short3(made.errors().get(pass)));
        }
    }

    FilmPane(FilmModel film, Appearance appearance) {
        this.film = film;
        Label title = new Label(Messages.text("reconstruct.again"));
        title.getStyleClass().add("headline");
        progress.getStyleClass().add("soft");
        FlowPane head = new FlowPane(10, 0, title, progress);
        head.setRowValignment(VPos.BASELINE);
        strip.setPrefWrapLength(LONG);
        for (int pass : PASSES) {
            frames.add(new Frame(appearance, pass));
        }
        strip.getChildren().addAll(frames);
        pane = new VBox(head, strip);
        pane.setId("reconstruct-film");
        pane.getStyleClass().add("reconstruct-film");
        Tips.add(title, Messages.text("reconstruct.again.tip"));
        film.filmProperty().addListener((observed, before, now) -> show());
        film.passProperty().addListener((observed, before, now) -> show());
        show();
    }

    Node node() {
        return pane;
    }

    /** One row of frames where so much room is enough for it and {@code beside}; else two rows of smaller ones. */
    void fit(double room, double beside) {
        boolean row = room >= LONG + beside || room < LONG / 2 + beside;
        frames.forEach(frame -> frame.size(row ? SIDE : SMALL));
        double wide = row ? LONG : LONG / 2;
        strip.setPrefWrapLength(wide);
        strip.setMaxWidth(row ? Double.MAX_VALUE : wide);
    }

    private void show() {
        Optional<FedBack> made = film.filmProperty().get();
        int shown = film.passProperty().get();
        frames.forEach(frame -> made.ifPresentOrElse(known -> frame.show(known, shown), () -> frame.setVisible(false)));
        progress.setText(
                shown < FedBack.PASSES
                        ? Messages.text(
                                "reconstruct.again.pass", Integer.toString(shown), Integer.toString(FedBack.PASSES))
                        : Messages.text("reconstruct.again.detail"));
    }
}
