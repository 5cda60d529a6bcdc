package hourglass.ui.data;

import hourglass.core.color.Token;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Section;
import hourglass.ui.kit.SegmentedChoice;
import hourglass.ui.kit.Tips;
import hourglass.ui.pictures.ImageGridView;
import hourglass.ui.pictures.ImageGridView.Caption;
import hourglass.ui.pictures.ImageTiles;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The page of samples with everything to turn it. */
final class SamplesPane {
    private static final double TILE = 84;

    private final DataModel model;
    private final SampleBrowser samples;
    private final ImageGridView grid;
    private final Label position = new Label();
    private final Label note = new Label();

    SamplesPane(Appearance appearance, DataModel model) {
        this.model = model;
        samples = model.samples();
        grid = new ImageGridView(appearance).gap(8).onHover(samples::hover).onClick(this::clicked);
        grid.setMinHeight(240);
        grid.setPrefHeight(240);
        grid.setFocusTraversable(true);
        grid.setAccessibleText(Messages.text("data.samples"));
        grid.setOnKeyPressed(this::keyed);
        grid.capacityProperty().addListener((observed, before, now) -> samples.fit(now.intValue()));
        samples.pageProperty().addListener((observed, before, now) -> showPage(now));
        samples.chosenProperty().addListener((observed, before, now) -> markChosen());
        samples.drawProperty().addListener((observed, before, now) -> showNote());
        showPage(samples.pageProperty().get());
        showNote();
    }

    Section node() {
        position.getStyleClass().addAll("numbers", "soft");
        position.setMinWidth(Region.USE_PREF_SIZE);
        note.getStyleClass().addAll("soft", "small");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        VBox.setVgrow(grid, Priority.ALWAYS);
        VBox content = new VBox(grid, note);
        content.getStyleClass().add("column");
        Section section = new Section(Messages.text("data.samples"), content);
        return section.tools(position, pager(), partChoice());
    }

    ImageGridView grid() {
        return grid;
    }

    private Node pager() {
        Button previous = button(Icons.PREVIOUS, Messages.text("data.previous"), samples::previous);
        Button next = button(Icons.NEXT, Messages.text("data.next"), samples::next);
        Button another = button(Icons.SHUFFLE, Messages.text("data.another"), samples::drawAnother);
        Button order = button(Icons.IN_ORDER, Messages.text("data.in-order"), samples::inFileOrder);
        Tips.add(previous, Messages.text("data.previous.tip"), Messages.text("key.page-up"));
        Tips.add(next, Messages.text("data.next.tip"), Messages.text("key.page-down"));
        Tips.add(another, Messages.text("data.another.tip"));
        Tips.add(order, Messages.text("data.in-order.tip"));
        previous.disableProperty().bind(samples.pageProperty().map(page -> !page.hasPrevious()));
        next.disableProperty().bind(samples.pageProperty().map(page -> !page.hasNext()));
        order.disableProperty().bind(samples.drawProperty().isEqualTo(0));
        HBox box = new HBox(previous, next, another, order);
        box.getStyleClass().add("tools");
        return box;
    }

    private static Button button(Icons icon, String name, Runnable action) {
        Button button = new Button("", icon.node());
        button.getStyleClass().addAll("button-icon", "flat");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(name);
        button.setOnAction(event -> action.run());
        return button;
    }

    private Node partChoice() {
        SegmentedChoice<Part> choice = new SegmentedChoice<>(List.of(Part.TEST, Part.TRAINING), DataWords::part);
        choice.valueProperty().bindBidirectional(model.partProperty());
        Tips.add(choice, Messages.text("data.part.tip"));
        return choice;
    }

    private void showPage(Page page) {
        int width = samples.images().width();
        grid.scale((int) Math.max(1, Math.round(TILE / width)));
        grid.show(tiles(page));
        grid.captions(page.images().stream().map(this::caption).toList());
        position.setText(DataWords.position(page));
        markChosen();
    }

    private Caption caption(int image) {
        return new Caption(
                samples.images().className(image),
                Token.ofClass(samples.images().label(image)));
    }

    private ImageTiles tiles(Page page) {
        int n = samples.images().pixelsPerImage();
        int[] argb = new int[page.images().size() * n];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xFF000000 | samples.images().rawPixel(page.images().get(i / n), i % n) * 0x010101;
        }
        return ImageTiles.ofPacked(
                argb, samples.images().width(), samples.images().height());
    }

    private void markChosen() {
        grid.selectedProperty().set(samples.chosenPlace());
    }

    private void showNote() {
        note.setText(DataWords.order(samples.drawProperty().get()) + " " + Messages.text("data.lesson"));
    }

    private void clicked(int place) {
        grid.requestFocus();
        samples.choose(place);
    }

    private void keyed(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> samples.move(-1);
            case RIGHT -> samples.move(1);
            case UP -> samples.move(-grid.columnsShown());
            case DOWN -> samples.move(grid.columnsShown());
            case HOME -> samples.toStart();
            case END -> samples.toEnd();
            default -> {
                return;
            }
        }
        event.consume();
    }
}
