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
import hourglass.ui.pictures.ImageGridView.Caption;
import hourglass.ui.pictures.ImageTable;
import hourglass.ui.pictures.ImageTiles;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The grid: one column per test image, four rows of pictures with their errors, and the choice of images above it. */
final class GalleryPane {
    private final ReconstructModel model;
    private final ImageTable table;
    private final Section section;

    GalleryPane(ReconstructModel model, Appearance appearance) {
        this.model = model;
        table = new ImageTable(appearance, PictureRow.values().length, 8)
                .spoken(Messages.text("reconstruct.grid.tip"))
                .problem(model.problemProperty())
                .onChoose(model::select, columns -> model.moveSelection(columns, visible()));
        section =
                new Section(Messages.text("reconstruct.images"), new VBox(12, classes(model), table, foot(appearance)));
        section.tools(orderChoice());
        section.detailProperty().bind(model.networkProperty());
        VBox.setVgrow(section, Priority.ALWAYS);
        model.picturesProperty().addListener((observed, before, now) -> show(now));
        model.selectedProperty().addListener((observed, before, now) -> mark());
        show(model.picturesProperty().get());
    }

    Node node() {
        return section;
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
        table.show(
                pictures.map(GalleryPane::rows).orElse(List.of()),
                pictures.map(Pictures::tiles).orElse(ImageTiles.none()));
        mark();
    }

    private static List<ImageTable.Row> rows(Pictures now) {
        String size = Counts.numbers(now.look().codeSize());
        List<String> names = now.look().test().classNames();
        return List.of(
                new ImageTable.Row(
                        Messages.text("reconstruct.row.original"),
                        "",
                        captions(now, each -> new Caption(names.get(each.label()), Token.ofClass(each.label())))),
                new ImageTable.Row(
                        Messages.text("reconstruct.row.network"),
                        size,
                        captions(now, each -> new Caption(Words.error(each.networkError()), null))),
                new ImageTable.Row(
                        Messages.text("reconstruct.row.pca"),
                        size,
                        captions(now, each -> new Caption(Words.error(each.pcaError(), Words.COMING), null))),
                new ImageTable.Row(
                        Messages.text("reconstruct.row.error"), Messages.text("reconstruct.row.error.of"), List.of()));
    }

    private static List<Caption> captions(Pictures pictures, Function<Comparison, Caption> caption) {
        return pictures.inGrid().stream().map(caption).toList();
    }

    private int visible() {
        return table.columnsShown();
    }

    private void mark() {
        int column = model.picturesProperty()
                .get()
                .flatMap(all -> model.selectedProperty().get().map(chosen -> all.columnOf(chosen.index())))
                .orElse(-1);
        table.selectedProperty().set(column);
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
