package hourglass.ui.reconstruct;

import hourglass.session.measure.ImageChoice.Order;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.ClassFilter;
import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.SegmentedChoice;
import hourglass.ui.kit.Tips;
import hourglass.ui.pictures.ImageGridView;
import hourglass.ui.pictures.ImageTiles;
import hourglass.ui.pictures.OwnImageModel;
import hourglass.ui.pictures.OwnImagePane;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Test images to pick from, and which of them come first. */
final class GalleryPane {
    private static final int SCALE = 3;

    private final ReconstructModel model;
    private final ImageGridView strip;
    private final VBox pane;

    GalleryPane(ReconstructModel model, Appearance appearance, OwnImageModel own) {
        this.model = model;
        strip = new ImageGridView(appearance).rows(1).scale(SCALE).gap(8).onClick(this::clicked);
        strip.setId("reconstruct-picker");
        strip.setFocusTraversable(true);
        strip.getStyleClass().add("image-table");
        strip.setAccessibleText(Messages.text("reconstruct.grid.tip"));
        strip.setOnKeyPressed(this::pressed);
        HBox.setHgrow(strip, Priority.ALWAYS);
        pane = new VBox(head(), new HBox(8, strip, OwnImagePane.tile(own)));
        pane.getStyleClass().add("reconstruct-gallery");
        pane.setMinHeight(Region.USE_PREF_SIZE);
        model.picturesProperty().addListener((observed, before, now) -> show(now));
        model.selectedProperty().addListener((observed, before, now) -> mark());
        show(model.picturesProperty().get());
    }

    Node node() {
        return pane;
    }

    private Node head() {
        Label title = new Label(Messages.text("reconstruct.images"));
        title.getStyleClass().add("strong");
        FlowPane head = new FlowPane(12, 8, title, orderChoice(), drawButton(), classes(), summary(), note());
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private SegmentedChoice<Order> orderChoice() {
        SegmentedChoice<Order> choice = new SegmentedChoice<>(List.of(Order.values()), GalleryPane::words);
        choice.valueProperty().bindBidirectional(model.orderProperty());
        Tips.add(choice, Messages.text("reconstruct.order.tip"));
        return choice;
    }

    private static String words(Order order) {
        return switch (order) {
            case IN_ORDER -> Messages.text("reconstruct.order.in-order");
            case RANDOM -> Messages.text("reconstruct.order.random");
            case BEST -> Messages.text("reconstruct.order.best");
            case WORST -> Messages.text("reconstruct.order.worst");
        };
    }

    private Button drawButton() {
        Button button = new Button(Messages.text("reconstruct.draw"), Icons.RESTART_NEW.node());
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().addAll("flat", "small", "reconstruct-draw");
        button.setOnAction(event -> model.drawAgain());
        button.visibleProperty().bind(model.orderProperty().isEqualTo(Order.RANDOM));
        button.managedProperty().bind(button.visibleProperty());
        Tips.add(button, Messages.text("reconstruct.draw.tip"));
        return button;
    }

    private Node note() {
        Label note = new Label();
        note.getStyleClass().add("soft");
        note.textProperty()
                .bind(Bindings.createStringBinding(
                        this::noted,
                        model.orderProperty(),
                        model.waitingProperty(),
                        model.drawSeedProperty(),
                        model.picturesProperty()));
        return note;
    }

    private String noted() {
        if (model.waitingProperty().get()) {
            return Messages.text("reconstruct.note.ranking");
        }
        if (model.picturesProperty().get().filter(now -> now.columns() == 0).isPresent()) {
            return Messages.text("reconstruct.note.none");
        }
        return switch (model.orderProperty().get()) {
            case IN_ORDER -> "";
            case RANDOM ->
                Messages.text(
                        "reconstruct.note.random",
                        Long.toString(model.drawSeedProperty().get()));
            case BEST -> Messages.text("reconstruct.note.best");
            case WORST -> Messages.text("reconstruct.note.worst");
        };
    }

    private void show(Optional<Pictures> pictures) {
        strip.show(pictures.map(Pictures::tiles).orElse(ImageTiles.none()));
        mark();
    }

    private void mark() {
        int column = model.picturesProperty()
                .get()
                .flatMap(now -> model.selectedProperty().get().map(chosen -> now.columnOf(chosen.index())))
                .orElse(-1);
        strip.selectedProperty().set(column);
    }

    private void clicked(int tile) {
        strip.requestFocus();
        model.select(tile);
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> move(-1);
            case RIGHT -> move(1);
            case HOME -> model.select(0);
            case END -> move(strip.columnsShown());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int columns) {
        model.moveSelection(columns, strip.columnsShown());
    }

    private Node classes() {
        return ClassFilter.box(
                "reconstruct-class",
                Messages.text("reconstruct.class.tip"),
                model.classNamesProperty(),
                model.labelProperty());
    }

    private Node summary() {
        Label words = new Label();
        words.setId("reconstruct-summary");
        words.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Words.summary(model),
                        model.errors().summaryProperty(),
                        model.inputProperty(),
                        model.errors().problemProperty(),
                        model.problemProperty()));
        Tips.add(words, Messages.text("reconstruct.all.tip"));
        return words;
    }
}
