package hourglass.ui.latent;

import hourglass.core.color.Token;
import hourglass.core.data.ImageBlock;
import hourglass.core.data.ImageSet;
import hourglass.session.measure.Dice;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Counts;
import hourglass.ui.kit.LookWords;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.SegmentedChoice;
import hourglass.ui.kit.Tips;
import hourglass.ui.latent.DiceModel.Drawn;
import hourglass.ui.latent.DiceModel.Source;
import hourglass.ui.pictures.ImageGridView;
import hourglass.ui.pictures.ImageTiles;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** New garments drawn at random, the chosen one beside the training image nearest to it, and the same of the network beside. */
final class DicePane {
    private static final int COLUMNS = 8;

    private final DiceModel dice;
    private final ImageGridView grid;
    private final ImageGridView pair;
    private final Label title = label("strong");
    private final Label nearest = label("strong");
    private final Label distance = label("");
    private final Label note = label("soft");
    private final VBox content;

    DicePane(LatentModel model, Appearance appearance) {
        dice = model.dice();
        grid = grid(appearance, "latent-dice").onClick(dice::select);
        grid.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
                dice.select(dice.selectedProperty().get() + (event.getCode() == KeyCode.LEFT ? -1 : 1));
                event.consume();
            }
        });
        pair = new ImageGridView(appearance).columns(2).scale(2).gap(8);
        pair.setAccessibleText(Messages.text("latent.dice.pair"));
        VBox words = new VBox(4, nearest, distance);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox chosen = new HBox(16, pair, words);
        pair.setMinWidth(2 * 56 + 8);
        content = new VBox(10, settings(), title, grid, chosen, beside(model, appearance), note);
        dice.drawnProperty().addListener((observed, before, now) -> show(now));
        dice.selectedProperty()
                .addListener(
                        (observed, before, now) -> show(dice.drawnProperty().get()));
        show(dice.drawnProperty().get());
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

    private static ImageGridView grid(Appearance appearance, String id) {
        ImageGridView grid =
                new ImageGridView(appearance).columns(COLUMNS).scale(2).gap(2);
        grid.setId(id);
        grid.setAccessibleText(Messages.text("latent.dice.grid"));
        grid.setFocusTraversable(true);
        grid.getStyleClass().add("latent-grid");
        Tips.add(grid, Messages.text("latent.dice.grid.tip"));
        return grid;
    }

    Node node() {
        return content;
    }

    Label note() {
        return note;
    }

    private Node settings() {
        SegmentedChoice<Source> source = new SegmentedChoice<>(List.of(Source.values()), DicePane::words);
        source.valueProperty().bindBidirectional(dice.sourceProperty());
        Tips.add(source, Messages.text("latent.dice.source.tip"));
        Label name = new Label(Messages.text("latent.dice.temperature"));
        name.setMinWidth(Region.USE_PREF_SIZE);
        Slider slider = new Slider(0, 2, 1);
        slider.setId("latent-temperature");
        slider.setBlockIncrement(0.1);
        slider.setMinWidth(60);
        slider.setAccessibleText(name.getText());
        slider.valueProperty().bindBidirectional(dice.temperatureProperty());
        HBox.setHgrow(slider, Priority.ALWAYS);
        Label amount = new Label();
        amount.getStyleClass().addAll("numbers", "latent-number");
        amount.textProperty().bind(dice.temperatureProperty().map(value -> Words.number(value.doubleValue())));
        HBox row = new HBox(8, name, slider, amount);
        row.getStyleClass().add("row");
        Tips.add(row, Messages.text("latent.dice.temperature.tip"));
        return new VBox(8, source, row);
    }

    private static String words(Source source) {
        return switch (source) {
            case PRIOR -> Messages.text("latent.dice.prior");
            case FITTED -> Messages.text("latent.dice.fitted");
        };
    }

    /** The same seed thrown with the network beside. */
    private static Node beside(LatentModel model, Appearance appearance) {
        DiceModel other = model.dice().beside();
        Label name = label("strong");
        ImageGridView images = grid(appearance, "latent-dice-beside");
        VBox box = new VBox(8, name, images);
        box.visibleProperty().bind(model.besideProperty());
        box.managedProperty().bind(box.visibleProperty());
        other.drawnProperty().addListener((observed, before, now) -> {
            name.setText(now.map(drawn -> LookWords.shortName(drawn.look()) + ": " + from(drawn))
                    .orElse(""));
            images.show(tiles(now));
        });
        images.show(tiles(other.drawnProperty().get()));
        return box;
    }

    private static String from(Drawn drawn) {
        return drawn.source() == Source.PRIOR
                ? Messages.text("latent.dice.from-prior", Long.toString(drawn.seed()))
                : Messages.text("latent.dice.from-fitted", Long.toString(drawn.seed()));
    }

    private static ImageTiles tiles(Optional<Drawn> drawn) {
        return drawn.map(all -> Greys.tiles(all.thrown().images()))
                .orElseGet(() -> ImageTiles.ofPacked(new int[Dice.COUNT * 28 * 28], 28, 28));
    }

    private void show(Optional<Drawn> now) {
        grid.show(tiles(now));
        int chosen = dice.selectedProperty().get();
        grid.framed(Set.of(chosen), Token.SELECTION);
        title.setText(now.map(drawn -> Messages.text("latent.dice.title", Dice.COUNT, from(drawn)))
                .orElse(""));
        note.setText(now.map(DicePane::note).orElse(""));
        Optional<Dice.Nearest> found = now.flatMap(drawn -> drawn.thrown().nearest());
        pair.show(now.map(drawn -> pair(drawn, chosen)).orElseGet(() -> ImageTiles.ofPacked(new int[2 * 784], 28, 28)));
        if (now.isEmpty() || found.isEmpty()) {
            nearest.setText(Messages.text("latent.dice.looking"));
            distance.setText("");
            return;
        }
        ImageSet train = now.get().look().data().train();
        nearest.setText(Messages.text(
                "latent.dice.nearest",
                Counts.spaced(train.size()),
                train.className(found.get().image()[chosen])));
        distance.setText(
                Messages.text("latent.dice.distance", Words.error(found.get().error()[chosen])));
    }

    private static String note(Drawn drawn) {
        boolean prior = drawn.source() == Source.PRIOR;
        if (drawn.look().isVariational()) {
            return prior ? Messages.text("latent.dice.note.vae") : Messages.text("latent.dice.note.vae-fitted");
        }
        return prior ? Messages.text("latent.dice.note.plain-prior") : Messages.text("latent.dice.note.plain");
    }

    /** The draw and its neighbour, which is black until it is found. */
    private static ImageTiles pair(Drawn drawn, int chosen) {
        ImageBlock images = drawn.thrown().images();
        int size = images.pixelsPerImage();
        float[] both = new float[2 * size];
        System.arraycopy(images.image(chosen), 0, both, 0, size);
        ImageSet train = drawn.look().data().train();
        drawn.thrown()
                .nearest()
                .ifPresent(near -> System.arraycopy(train.image(near.image()[chosen]), 0, both, size, size));
        return Greys.tiles(ImageBlock.copyOf(images.width(), images.height(), both));
    }
}
