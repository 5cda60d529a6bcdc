package hourglass.ui.latent;

import hourglass.core.latent.LocalDensity;
import hourglass.core.latent.Spot;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.LookWords;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Tips;
import hourglass.ui.pictures.ImageTiles;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What one network draws at the handle, and what lies around it in words. */
final class LookPane {
    /** Height of the words in em. */
    private static final double WORDS = 9.7;

    private final LatentModel model;
    private final SpaceModel space;
    private final Appearance appearance;
    private final LargeImage image;
    private final Label name = label("strong");
    private final Label place = label("numbers");
    private final Label neighbours = label("");
    private final Label density = label("soft");
    private boolean narrow;
    private long painted;

    LookPane(LatentModel model, SpaceModel space, Appearance appearance) {
        this.model = model;
        this.space = space;
        this.appearance = appearance;
        image = new LargeImage(appearance, this::painted);
        image.setAccessibleText(Messages.text("latent.look.image"));
        Tips.add(image, Messages.text("latent.look.tip"));
        Tips.add(density, Messages.text("latent.density.tip"));
        space.decodedProperty().addListener((observed, before, now) -> show(now));
        space.spotProperty().addListener((observed, before, now) -> describe());
        space.mapProperty().addListener((observed, before, now) -> describe());
        space.cutProperty().addListener((observed, before, now) -> describe());
        show(space.decodedProperty().get());
        describe();
    }

    private static Label label(String style) {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        if (!style.isEmpty()) {
            label.getStyleClass().add(style);
        }
        return label;
    }

    /** The image beside its words. */
    Pane wide(double side) {
        narrow = false;
        describe();
        size(side);
        VBox words = new VBox(10, place, neighbours, density);
        Island island = new Island(words, 100, side);
        HBox.setHgrow(island, Priority.ALWAYS);
        return new HBox(16, image, island);
    }

    /** The image above its words. */
    Pane narrow(double side) {
        narrow = true;
        describe();
        size(side);
        Island words = new Island(new VBox(6, name, place, neighbours, density), side, WORDS * appearance.em());
        return new VBox(8, image, words);
    }

    private void size(double side) {
        image.setMinSize(side, side);
        image.setPrefSize(side, side);
        image.setMaxSize(side, side);
    }

    private void show(Optional<Decoded> now) {
        image.show(now.map(Decoded::image).orElse(ImageTiles.none()));
    }

    private void painted() {
        space.decodedProperty()
                .get()
                .map(Decoded::asked)
                .filter(asked -> asked > painted)
                .ifPresent(asked -> {
                    painted = asked;
                    model.painted(asked, System.nanoTime());
                });
    }

    private void describe() {
        Optional<LatentMap> map = space.mapProperty().get();
        name.setText(map.map(known -> LookWords.line(known.look())).orElse(""));
        if (map.isEmpty()) {
            place.setText("");
            neighbours.setText(Messages.text("latent.place.nothing"));
            density.setText("");
            return;
        }
        Spot spot = space.spotProperty().get();
        LocalDensity.Place around = map.get()
                .codes()
                .around(space.code().orElseGet(() -> map.get().codes().plane().base()));
        List<String> classes = map.get().look().test().classNames();
        String x = Words.number(spot.x());
        String y = Words.number(spot.y());
        place.setText(narrow ? Messages.text("latent.place.line", x, y) : Messages.text("latent.place.at", x, y));
        neighbours.setText(Words.neighbours(around, classes));
        density.setText(map.get().codes().dimension() == 2 ? Words.density(around) : Words.nearest(around));
    }
}
