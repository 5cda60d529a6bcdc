package hourglass.ui.reconstruct;

import hourglass.core.color.Token;
import hourglass.session.measure.ImageChoice.Order;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.ClassChips;
import hourglass.ui.kit.Counts;
import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Section;
import hourglass.ui.kit.SegmentedChoice;
import hourglass.ui.kit.Tips;
import hourglass.ui.pictures.ImageGridView;
import hourglass.ui.pictures.ImageGridView.Caption;
import hourglass.ui.pictures.ImageTiles;
import hourglass.ui.pictures.RowLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The grid: one column per test image, four rows of pictures with their errors, and the choice of images above it. */
final class GalleryPane {
    private static final int ROWS = PictureRow.values().length;

    private final ReconstructModel model;
    private final ImageGridView grid;
    private final RowLabels labels;
    private final Section section;

    GalleryPane(ReconstructModel model, Appearance appearance) {
        this.model = model;
        grid = new ImageGridView(appearance).rows(ROWS).scale(0).gap(8).onClick(this::clicked);
        labels = new RowLabels(appearance, grid);
        section = new Section(
                Messages.text("reconstruct.images"), new VBox(12, classes(model), body(), foot(appearance)));
        section.tools(orderChoice());
        section.detailProperty().bind(model.networkProperty());
        VBox.setVgrow(section, Priority.ALWAYS);
        // Room for every row at double size.
        grid.minHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> ROWS * (64 + Math.rint(appearance.em() * 1.5)), appearance.textSizeProperty()));
        model.picturesProperty().addListener((observed, before, now) -> show(now));
        model.selectedProperty().addListener((observed, before, now) -> mark());
        show(model.picturesProperty().get());
    }

    Node node() {
        return section;
    }

    ImageGridView grid() {
        return grid;
    }

    RowLabels labels() {
        return labels;
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

    private Node body() {
        grid.setFocusTraversable(true);
        grid.getStyleClass().add("reconstruct-grid");
        grid.setAccessibleText(Messages.text("reconstruct.grid.tip"));
        grid.setOnKeyPressed(this::pressed);
        HBox.setHgrow(grid, Priority.ALWAYS);
        HBox pictures = new HBox(8, labels, grid);
        pictures.visibleProperty().bind(model.problemProperty().isEmpty());
        Label words = new Label("", Icons.WARNING.node());
        words.textProperty().bind(model.problemProperty());
        words.setWrapText(true);
        HBox note = new HBox(words);
        note.getStyleClass().add("stale-note");
        note.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        note.visibleProperty().bind(model.problemProperty().isNotEmpty());
        StackPane body = new StackPane(pictures, note);
        VBox.setVgrow(body, Priority.ALWAYS);
        return body;
    }

    private Node foot(Appearance appearance) {
        Label note = new Label();
        note.getStyleClass().addAll("soft", "small");
        note.textProperty()
                .bind(Bindings.createStringBinding(
                        this::note,
                        model.orderProperty(),
                        model.waitingProperty(),
                        model.drawSeedProperty(),
                        model.picturesProperty()));
        note.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(note, Priority.ALWAYS);
        HBox foot = new HBox(16, drawButton(), note, new ErrorLegend(appearance, model));
        foot.getStyleClass().add("reconstruct-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private String note() {
        if (model.waitingProperty().get()) {
            return Messages.text("reconstruct.note.ranking");
        }
        if (model.picturesProperty().get().filter(all -> all.columns() == 0).isPresent()) {
            return Messages.text("reconstruct.note.none");
        }
        return switch (model.orderProperty().get()) {
            case IN_ORDER -> Messages.text("reconstruct.note.in-order");
            case RANDOM ->
                Messages.text(
                        "reconstruct.note.random",
                        Long.toString(model.drawSeedProperty().get()));
            case BEST -> Messages.text("reconstruct.note.best");
            case WORST -> Messages.text("reconstruct.note.worst");
        };
    }

    private void show(Optional<Pictures> pictures) {
        if (pictures.isEmpty()) {
            grid.show(ImageTiles.none());
            grid.captions(List.of());
            labels.show(List.of());
            return;
        }
        Pictures now = pictures.get();
        grid.show(now.tiles());
        grid.captions(captions(now));
        String size = Counts.numbers(now.look().codeSize());
        labels.show(List.of(
                new RowLabels.Row(Messages.text("reconstruct.row.original"), ""),
                new RowLabels.Row(Messages.text("reconstruct.row.network"), size),
                new RowLabels.Row(Messages.text("reconstruct.row.pca"), size),
                new RowLabels.Row(Messages.text("reconstruct.row.error"), Messages.text("reconstruct.row.error.of"))));
        mark();
    }

    private static List<Caption> captions(Pictures pictures) {
        List<String> names = pictures.look().test().classNames();
        List<Caption> captions = new ArrayList<>();
        for (PictureRow row : PictureRow.values()) {
            for (Comparison each : pictures.inGrid()) {
                captions.add(
                        switch (row) {
                            case ORIGINAL -> new Caption(names.get(each.label()), Token.ofClass(each.label()));
                            case NETWORK -> new Caption(Words.error(each.networkError()), null);
                            case PCA -> new Caption(Words.error(each.pcaError(), Words.COMING), null);
                            case ERROR -> new Caption("", null);
                        });
            }
        }
        return captions;
    }

    private void mark() {
        int column = model.picturesProperty()
                .get()
                .flatMap(all -> model.selectedProperty().get().map(chosen -> all.columnOf(chosen.index())))
                .orElse(-1);
        grid.selectedProperty().set(column);
    }

    private void clicked(int tile) {
        grid.requestFocus();
        model.picturesProperty().get().ifPresent(all -> model.select(tile % all.columns()));
    }

    private void pressed(KeyEvent event) {
        int visible = grid.capacityProperty().get() / ROWS;
        switch (event.getCode()) {
            case LEFT -> model.moveSelection(-1, visible);
            case RIGHT -> model.moveSelection(1, visible);
            case HOME -> model.select(0);
            case END -> model.moveSelection(visible, visible);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private static ClassChips classes(ReconstructModel model) {
        return ClassChips.withAll(
                model.classNamesProperty(),
                model.labelProperty(),
                new ClassChips.AllClasses(
                        Messages.text("reconstruct.all-classes"), Messages.text("reconstruct.all-classes.tip")),
                name -> Messages.text("reconstruct.class.tip", name));
    }
}
