package hourglass.ui.latent;

import hourglass.session.look.Origin;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.ClassChips;
import hourglass.ui.kit.Icons;
import hourglass.ui.kit.LookWords;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.NetworkBox;
import hourglass.ui.kit.Section;
import hourglass.ui.kit.SegmentedChoice;
import hourglass.ui.kit.Tips;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The large left part: which network, what the plane shows, the plane itself, the classes, the epochs. */
final class SpacePane {
    private final LatentModel model;
    private final PlanePane plane;
    private final QuantilePane quantiles;
    private final PlanePane besidePlane;
    private final QuantilePane besideQuantiles;
    private final NumbersBoard board;
    private final HBox planes = new HBox(16);
    private final Section section;

    SpacePane(LatentModel model, Appearance appearance, Supplier<Tool> tool) {
        this.model = model;
        plane = new PlanePane(
                appearance,
                model.space(),
                model.manifold(),
                model.holes(),
                PlaneMarks.of(model, tool),
                spot -> model.moveTo(spot.x(), spot.y()));
        quantiles =
                new QuantilePane(appearance, model.space(), model.manifold(), spot -> model.moveTo(spot.x(), spot.y()));
        besidePlane = new PlanePane(
                appearance,
                model.besideSpace(),
                model.besideManifold(),
                model.besideHoles(),
                PlaneMarks.none(model.besideSpace()),
                spot -> model.moveBeside(spot.x(), spot.y()));
        besideQuantiles = new QuantilePane(
                appearance, model.besideSpace(), model.besideManifold(), spot -> model.moveBeside(spot.x(), spot.y()));
        board = new NumbersBoard(model, appearance);
        section = new Section(
                Messages.text("latent.space"),
                new VBox(12, bar(), body(), classes(), new EpochRow(model).node(), speed(appearance)));
        section.tools(new NetworkBox(model.networks(), "latent-network"));
        VBox.setVgrow(section, Priority.ALWAYS);
        connect();
        arrange();
        show(model.backdropProperty().get());
    }

    Node node() {
        return section;
    }

    PlanePane plane() {
        return plane;
    }

    /** The decoded plane alone has no codes to show. */
    private Node classes() {
        Node chips = ClassChips.legend(
                model.classNamesProperty(), model.isolatedProperty(), name -> Messages.text("latent.class.tip", name));
        chips.disableProperty().bind(model.backdropProperty().isEqualTo(Backdrop.QUANTILES));
        return chips;
    }

    /** In a place of its own, or each change of its words would lay out the window anew and be measured too. */
    private Node speed(Appearance appearance) {
        Label words = new Label();
        words.setId("latent-speed");
        words.getStyleClass().addAll("soft", "small", "numbers");
        words.textProperty().bind(model.speedProperty());
        Island place = new Island(words, 100, Math.rint(appearance.em() * 1.5));
        place.visibleProperty().bind(model.measuringProperty());
        place.managedProperty().bind(model.measuringProperty());
        return place;
    }

    private void connect() {
        plane.setId("latent-plane");
        plane.setAccessibleText(Messages.text("latent.plane"));
        Tips.add(plane, Messages.text("latent.plane.help"));
        for (PlanePane each : List.of(plane, besidePlane)) {
            each.isolatedClassProperty().bind(model.isolatedProperty());
        }
        plane.onPick(model.pick()::pickNearest);
        model.backdropProperty().addListener((observed, before, now) -> show(now));
        model.besideProperty().addListener((observed, before, now) -> arrange());
        model.space().mapProperty().addListener((observed, before, now) -> describe(now));
        model.path().startProperty().addListener((observed, before, now) -> plane.repaint());
        model.path().endProperty().addListener((observed, before, now) -> plane.repaint());
        model.pick().pickedProperty().addListener((observed, before, now) -> plane.repaint());
        model.dice().drawnProperty().addListener((observed, before, now) -> plane.repaint());
        model.pick().magnifiedProperty().addListener((observed, before, now) -> plane.repaint());
        model.direction().alteredProperty().addListener((observed, before, now) -> plane.repaint());
    }

    /** A shipped network is named by the choice already. */
    private void describe(Optional<LatentMap> map) {
        section.detailProperty()
                .set(map.map(LatentMap::look)
                        .filter(look -> look.origin() != Origin.SHIPPED)
                        .map(LookWords::line)
                        .orElse(""));
    }

    private Node bar() {
        SegmentedChoice<Backdrop> backdrop = new SegmentedChoice<>(List.of(Backdrop.values()), SpacePane::words);
        backdrop.valueProperty().bindBidirectional(model.backdropProperty());
        Tips.add(backdrop, Messages.text("latent.backdrop.tip"));
        ToggleButton beside = new ToggleButton(Messages.text("latent.beside"));
        beside.setId("latent-beside");
        beside.getStyleClass().add("chip");
        beside.setMinWidth(Region.USE_PREF_SIZE);
        beside.selectedProperty().bindBidirectional(model.besideProperty());
        Tips.add(beside, Messages.text("latent.beside.tip"));
        Button dice = new Button(Messages.text("latent.tool.dice"), Icons.DICE.node());
        dice.setId("latent-throw");
        dice.getStyleClass().add("accent");
        dice.setMinWidth(Region.USE_PREF_SIZE);
        dice.setOnAction(event -> model.throwDice());
        Tips.add(dice, Messages.text("latent.dice.tip"));
        FlowPane bar = new FlowPane(12, 8, backdrop, cells(), beside, dice);
        bar.setRowValignment(VPos.CENTER);
        return bar;
    }

    /** How many images the picture of its own has; that depends on the room there is. */
    private Label cells() {
        Label words = new Label();
        words.setId("latent-cells");
        words.getStyleClass().addAll("soft", "small");
        words.setMinWidth(0);
        words.textProperty().bind(model.manifold().pictureProperty().map(SpacePane::cells));
        words.visibleProperty().bind(model.backdropProperty().isEqualTo(Backdrop.QUANTILES));
        words.managedProperty().bind(words.visibleProperty());
        return words;
    }

    private static String cells(Optional<Manifold> picture) {
        return picture.map(Manifold::lattice)
                .map(lattice -> Messages.text(
                        "latent.quantiles.cells",
                        Integer.toString(lattice.columns()),
                        Integer.toString(lattice.rows())))
                .orElse("");
    }

    private static String words(Backdrop backdrop) {
        return switch (backdrop) {
            case CODES -> Messages.text("latent.backdrop.codes");
            case MANIFOLD -> Messages.text("latent.backdrop.manifold");
            case HOLES -> Messages.text("latent.backdrop.holes");
            case NUMBERS -> Messages.text("latent.backdrop.numbers");
            case QUANTILES -> Messages.text("latent.backdrop.quantiles");
        };
    }

    private Node body() {
        // A picture that failed does not hide those that did not.
        BooleanBinding mapped = Bindings.createBooleanBinding(
                () -> model.space().mapProperty().get().isPresent(),
                model.space().mapProperty());
        planes.visibleProperty().bind(model.problemProperty().isEmpty().or(mapped));
        planes.setMinHeight(280);
        Label words = new Label("", Icons.WARNING.node());
        words.textProperty().bind(model.problemProperty());
        words.setWrapText(true);
        HBox note = new HBox(words);
        note.getStyleClass().add("stale-note");
        note.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        note.visibleProperty().bind(model.problemProperty().isNotEmpty());
        StackPane body = new StackPane(planes, note);
        body.alignmentProperty().bind(Bindings.when(mapped).then(Pos.TOP_CENTER).otherwise(Pos.CENTER));
        VBox.setVgrow(body, Priority.ALWAYS);
        return body;
    }

    private void arrange() {
        planes.getChildren().setAll(new StackPane(plane, quantiles, board.node()));
        if (model.besideProperty().get()) {
            planes.getChildren().add(new StackPane(besidePlane, besideQuantiles));
        }
        planes.getChildren().forEach(each -> HBox.setHgrow(each, Priority.ALWAYS));
        // Of equal width, whatever their content.
        planes.getChildren().forEach(each -> ((Region) each).setPrefWidth(100));
    }

    private void show(Backdrop now) {
        boolean own = now == Backdrop.QUANTILES || now == Backdrop.NUMBERS;
        for (PlanePane each : List.of(plane, besidePlane)) {
            each.setVisible(!own);
            each.backdrop(now);
        }
        quantiles.setVisible(now == Backdrop.QUANTILES);
        besideQuantiles.setVisible(own);
        board.node().setVisible(now == Backdrop.NUMBERS);
    }
}
