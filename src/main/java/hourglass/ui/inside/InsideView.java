package hourglass.ui.inside;

import hourglass.core.color.GreyMap;
import hourglass.session.measure.Units.Order;
import hourglass.ui.inside.InsideModel.Inside;
import hourglass.ui.inside.InsideModel.Mode;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.ClassFilter;
import hourglass.ui.kit.Exportable;
import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.SegmentedChoice;
import hourglass.ui.kit.Tips;
import hourglass.ui.pictures.ImageGridView;
import hourglass.ui.pictures.ImageTiles;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Inside: an image walks through the network, its code is changed by hand, its units show what they draw, a batch is trained slowly. */
public final class InsideView extends VBox {
    private final InsideModel model;
    private final Appearance appearance;

    /** Shows {@code model}, which computes only while its {@code shownProperty} says so. */
    public InsideView(InsideModel model, Appearance appearance) {
        this.model = model;
        this.appearance = appearance;
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
            case SLOW_MOTION -> new Label();
        };
    }

    /** Nothing of it gives way to a low window: one scrolls. */
    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    private Node bar() {
        List<Mode> whole = List.of(Mode.WALK, Mode.SURGERY, Mode.UNITS);
        SegmentedChoice<Mode> modes = new SegmentedChoice<>(whole, Words::mode);
        modes.setId("inside-modes");
        modes.valueProperty().bindBidirectional(model.modeProperty());
        Tips.add(modes, Messages.text("inside.mode.tip"));
        FlowPane left = new FlowPane(12, 8, modes);
        left.getChildren().addAll(picker());
        left.getChildren().add(given());
        left.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox bar = new HBox(16, left, order(), play());
        bar.setMinHeight(Region.USE_PREF_SIZE);
        return bar;
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
                number());
    }

    private static ImageTiles thumbnail(Inside now) {
        float[] pixels = now.walk().original();
        int[] argb = new int[pixels.length];
        GreyMap.fill(pixels, 0, pixels.length, argb, 0);
        return ImageTiles.ofPacked(
                argb, now.look().test().width(), now.look().test().height());
    }

    private Button step(String id, String words, String tip, int direction) {
        Button button = new Button(words);
        button.setId(id);
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
}
