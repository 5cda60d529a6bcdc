package hourglass.ui.inside;

import hourglass.core.color.GreyMap;
import hourglass.core.spec.listing.Idea;
import hourglass.session.measure.Units.Order;
import hourglass.ui.inside.InsideModel.Inside;
import hourglass.ui.inside.InsideModel.Mode;
import hourglass.ui.inside.WalkPlaces.Place;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.ClassFilter;
import hourglass.ui.kit.Explain;
import hourglass.ui.kit.Exportable;
import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.ReparametrisationWords;
import hourglass.ui.kit.SegmentedChoice;
import hourglass.ui.kit.Tips;
import hourglass.ui.pictures.ImageGridView;
import hourglass.ui.pictures.ImageTiles;
import hourglass.ui.pictures.OwnImageModel;
import hourglass.ui.pictures.OwnImagePane;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Inside: an image walks through the network, its code is changed by hand, its units show what they draw, a batch is trained slowly. */
public final class InsideView extends VBox {
    private final InsideModel model;
    private final Appearance appearance;
    private final OwnImageModel own;

    /**
     * Shows {@code model}, which computes only while its {@code shownProperty} says so; {@code own} makes images of one's
     * own.
     */
    public InsideView(InsideModel model, Appearance appearance, OwnImageModel own) {
        this.model = model;
        this.appearance = appearance;
        this.own = own;
        getStyleClass().addAll("view", "inside-view");
        StackPane stage = new StackPane();
        stage.setAlignment(Pos.TOP_LEFT);
        for (Mode mode : Mode.values()) {
            Node pane = pane(mode);
            pane.visibleProperty()
                    .bind(Bindings.createBooleanBinding(
                            () -> model.modeProperty().get() == mode
                                    && model.insideProperty().get().isPresent(),
                            model.modeProperty(),
                            model.insideProperty()));
            pane.managedProperty().bind(pane.visibleProperty());
            stage.getChildren().add(pane);
        }
        stage.getChildren().add(waiting());
        VBox.setVgrow(stage, Priority.ALWAYS);
        getChildren().addAll(bar(), stage);
    }

    private Node pane(Mode mode) {
        return switch (mode) {
            case WALK -> new WalkMode(model, appearance).node();
            case SURGERY -> new SurgeryPane(model, appearance).node();
            case UNITS -> new UnitsPane(model, appearance).node();
            case SLOW_MOTION -> new SlowPane(model, appearance).node();
        };
    }

    /** Nothing of it gives way to a low window: one scrolls. */
    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    private Node bar() {
        SegmentedChoice<Mode> modes = new SegmentedChoice<>(List.of(Mode.values()), Words::mode);
        modes.setId("inside-modes");
        modes.valueProperty().bindBidirectional(model.modeProperty());
        Tips.add(modes, Messages.text("inside.mode.tip"));
        FlowPane bar = new FlowPane(8, 8, modes);
        List<Node> choosing = new ArrayList<>(picker());
        choosing.add(given());
        choosing.forEach(node -> {
            node.visibleProperty().bind(model.modeProperty().isNotEqualTo(Mode.SLOW_MOTION));
            node.managedProperty().bind(node.visibleProperty());
        });
        bar.getChildren().addAll(choosing);
        bar.setAlignment(Pos.CENTER_LEFT);
        // Among the others, so that each finds room however large the text is.
        bar.getChildren()
                .addAll(
                        order(),
                        draw(),
                        play(),
                        Explain.button(
                                this::facts, Idea.TRANSPOSED_CONVOLUTION, Idea.REPARAMETRISATION, Idea.DIVERGENCE));
        bar.setMinHeight(Region.USE_PREF_SIZE);
        return bar;
    }

    /** µ, σ and ε of the image that is walked through. */
    private String facts(Idea idea) {
        return model.insideProperty()
                .get()
                .filter(now -> idea == Idea.REPARAMETRISATION)
                .flatMap(now -> now.walk().draw())
                .map(draw -> ReparametrisationWords.of(draw.mean(), d -> draw.deviation()[d], draw.code()))
                .orElse("");
    }

    private List<Node> picker() {
        ImageGridView thumbnail =
                new ImageGridView(appearance).columns(1).rows(1).scale(1).gap(0);
        thumbnail.setAccessibleText(Messages.text("inside.image.tip"));
        Tips.add(thumbnail, Messages.text("inside.image.tip"));
        model.insideProperty()
                .addListener((observed, before, now) ->
                        thumbnail.show(now.map(InsideView::thumbnail).orElse(ImageTiles.none())));
        Node box = ClassFilter.box(
                "inside-class", Messages.text("inside.class.tip"), model.classNamesProperty(), model.labelProperty());
        return List.of(
                thumbnail,
                box,
                step("inside-back", Messages.text("inside.back"), Messages.text("inside.back.tip"), -1),
                step("inside-next", Messages.text("inside.next"), Messages.text("inside.next.tip"), 1),
                number(),
                OwnImagePane.button(own));
    }

    private static ImageTiles thumbnail(Inside now) {
        float[] pixels = now.walk().original();
        int[] argb = new int[pixels.length];
        GreyMap.fill(pixels, 0, pixels.length, argb, 0);
        return ImageTiles.ofPacked(
                argb, now.look().test().width(), now.look().test().height());
    }

    private Button step(String id, String words, String tip, int direction) {
        Button button = new Button("", (direction < 0 ? Icons.PREVIOUS : Icons.NEXT).node());
        button.setId(id);
        button.setAccessibleText(words);
        button.getStyleClass().add("button-icon");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> model.step(direction));
        Tips.add(button, tip);
        return button;
    }

    private Node number() {
        Label number = new Label();
        number.setId("inside-image");
        number.getStyleClass().add("soft");
        number.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.insideProperty().get().map(Words::image).orElse(""), model.insideProperty()));
        return number;
    }

    private Node given() {
        SegmentedChoice<Boolean> given = new SegmentedChoice<>(List.of(false, true), InsideView::words);
        given.setId("inside-given");
        given.valueProperty().set(model.spoilingProperty().get());
        given.valueProperty()
                .addListener((observed, before, now) -> model.spoilingProperty().set(now));
        model.spoilingProperty()
                .addListener((observed, before, now) -> given.valueProperty().set(now));
        Tips.add(given, Messages.text("inside.given.tip"));
        return given;
    }

    private static String words(boolean noisy) {
        return Messages.text(noisy ? "inside.given.noisy" : "inside.given.clean");
    }

    private Node order() {
        SegmentedChoice<Order> order = new SegmentedChoice<>(List.of(Order.values()), Words::order);
        order.setId("inside-units-order");
        order.valueProperty().bindBidirectional(model.units().orderProperty());
        order.visibleProperty().bind(model.modeProperty().isEqualTo(Mode.UNITS));
        order.managedProperty().bind(order.visibleProperty());
        Tips.add(order, Messages.text("inside.units.order.tip"));
        return order;
    }

    /** Where there is chance in the walk. */
    private Node draw() {
        Button draw = new Button(Messages.text("inside.draw"), Icons.SHUFFLE.node());
        draw.setId("inside-draw");
        draw.setMinWidth(Region.USE_PREF_SIZE);
        draw.setOnAction(event -> model.drawAgain());
        draw.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.modeProperty().get() == Mode.WALK
                                && model.insideProperty()
                                        .get()
                                        .filter(now -> now.look().isVariational())
                                        .isPresent(),
                        model.modeProperty(),
                        model.insideProperty()));
        draw.managedProperty().bind(draw.visibleProperty());
        Tips.add(draw, Messages.text("inside.draw.tip"));
        return draw;
    }

    private Node play() {
        Button play = new Button(Messages.text("inside.play"), Icons.PLAY.node());
        play.setId("inside-play");
        play.getStyleClass().add("accent");
        play.setMinWidth(Region.USE_PREF_SIZE);
        play.setOnAction(event -> model.play());
        play.visibleProperty().bind(model.modeProperty().isEqualTo(Mode.WALK));
        play.managedProperty().bind(play.visibleProperty());
        Tips.add(play, Messages.text("inside.play.tip"));
        return play;
    }

    /** In the place of all of it: why there is nothing, or that it is on its way. */
    private Node waiting() {
        Label words = new Label("", Icons.WARNING.node());
        words.setId("inside-problem");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.problemProperty().get().isEmpty()
                                ? Messages.text("inside.loading")
                                : model.problemProperty().get(),
                        model.problemProperty()));
        words.getGraphic().visibleProperty().bind(model.problemProperty().isNotEmpty());
        words.getGraphic().managedProperty().bind(words.getGraphic().visibleProperty());
        words.visibleProperty().bind(model.insideProperty().map(Optional::isEmpty));
        words.managedProperty().bind(words.visibleProperty());
        return words;
    }

    /** What can be saved from this view. */
    public List<Exportable> exports() {
        return InsideExports.of(model);
    }

    /** The walk above, and below it the sum that made the number pointed at. */
    private static final class WalkMode {
        private final InsideModel model;
        private final WalkPane walk;
        private final SumPane sum;
        private final Label title = new Label();
        private final Label detail = new Label();
        private final VBox pane;

        WalkMode(InsideModel model, Appearance appearance) {
            this.model = model;
            walk = new WalkPane(appearance);
            sum = new SumPane(appearance);
            title.getStyleClass().add("headline");
            title.setId("inside-sum-title");
            title.setWrapText(true);
            title.setMinHeight(Region.USE_PREF_SIZE);
            detail.getStyleClass().add("soft");
            detail.setId("inside-sum-detail");
            detail.setWrapText(true);
            detail.setMinHeight(Region.USE_PREF_SIZE);
            Tips.add(title, Messages.text("inside.sum.tip"));
            FlowPane head = new FlowPane(12, 0, title, detail);
            head.setMinHeight(Region.USE_PREF_SIZE);
            VBox band = new VBox(8, head, sum);
            band.getStyleClass().add("inside-band");
            VBox.setVgrow(walk, Priority.ALWAYS);
            pane = new VBox(8, walk, band);
            model.insideProperty().addListener((observed, before, now) -> show());
            model.litProperty().addListener((observed, before, now) -> walk.light(now.intValue()));
            walk.pointedProperty().addListener((observed, before, now) -> explain());
            show();
        }

        Node node() {
            return pane;
        }

        private void show() {
            walk.show(model.insideProperty().get());
            explain();
        }

        private void explain() {
            Optional<Place> place = walk.pointedProperty().get();
            Optional<Summands> made =
                    model.insideProperty().get().flatMap(now -> place.flatMap(at -> Summands.of(now, at)));
            title.setText(made.map(Summands::title).orElse(""));
            detail.setText(made.map(Summands::detail).orElse(""));
            sum.show(made);
        }
    }
}
