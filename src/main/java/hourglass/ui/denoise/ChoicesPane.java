package hourglass.ui.denoise;

import hourglass.ui.kit.ClassFilter;
import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.SegmentedChoice;
import hourglass.ui.kit.Tips;
import hourglass.ui.pictures.BrushTip;
import hourglass.ui.pictures.OwnImageModel;
import hourglass.ui.pictures.OwnImagePane;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What is shown and what the hand leaves on it: who repairs, which images, the brush. */
final class ChoicesPane {
    private final DenoiseModel model;
    private final SegmentedChoice<BrushTip.Ink> ink =
            new SegmentedChoice<>(List.of(BrushTip.Ink.values()), ChoicesPane::words);
    private final SegmentedChoice<Integer> size =
            new SegmentedChoice<>(List.of(BrushTip.SMALL, BrushTip.MEDIUM, BrushTip.LARGE), ChoicesPane::words);
    private final Node comparison;
    private final VBox pane;

    ChoicesPane(DenoiseModel model, OwnImageModel own) {
        this.model = model;
        comparison = comparison();
        pane = new VBox(10, repairedBy(), brush(), images(own), comparison);
        pane.setMinHeight(Region.USE_PREF_SIZE);
    }

    Region node() {
        return pane;
    }

    /** Which networks these are, in words, where there is room for them. */
    BooleanProperty wordyProperty() {
        return comparison.visibleProperty();
    }

    private static FlowPane row(Node... nodes) {
        FlowPane row = new FlowPane(8, 8, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node repairedBy() {
        ComboBox<PictureRow> by = new ComboBox<>();
        by.setId("denoise-by");
        by.getItems().setAll(PictureRow.DENOISED, PictureRow.MEDIAN, PictureRow.RIVAL);
        by.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable PictureRow row) {
                return row == null ? "" : words(row);
            }

            @Override
            public PictureRow fromString(String words) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        });
        by.valueProperty().bindBidirectional(model.repairedByProperty());
        by.setMinWidth(Region.USE_PREF_SIZE);
        by.setAccessibleText(Messages.text("denoise.by.tip"));
        Tips.add(by, Messages.text("denoise.by.tip"));
        return row(by);
    }

    private static String words(PictureRow row) {
        return switch (row) {
            case MEDIAN -> Messages.text("denoise.by.median");
            case RIVAL -> Messages.text("denoise.by.other");
            default -> Messages.text("denoise.by.network");
        };
    }

    private Node brush() {
        ink.valueProperty().set(model.brushProperty().get().ink());
        size.valueProperty().set(model.brushProperty().get().size());
        ink.valueProperty().addListener((observed, before, now) -> changed());
        size.valueProperty().addListener((observed, before, now) -> changed());
        Tips.add(ink, Messages.text("denoise.draw.ink.tip"));
        Tips.add(size, Messages.text("denoise.draw.size.tip") + " " + Messages.text("denoise.draw.note"));
        Button clear = new Button(Messages.text("denoise.draw.clear"), Icons.DISMISS.node());
        clear.setId("denoise-clear");
        clear.setMinWidth(Region.USE_PREF_SIZE);
        clear.getStyleClass().add("flat");
        clear.setOnAction(event -> model.clearDrawing());
        Tips.add(clear, Messages.text("denoise.draw.clear.tip"));
        return row(ink, size, clear);
    }

    private void changed() {
        model.brushProperty()
                .set(new BrushTip(
                        ink.valueProperty().get(), size.valueProperty().get()));
    }

    private static String words(BrushTip.Ink ink) {
        return switch (ink) {
            case BLACK -> Messages.text("denoise.draw.black");
            case WHITE -> Messages.text("denoise.draw.white");
        };
    }

    private static String words(int size) {
        return Integer.toString(size);
    }

    private Node images(OwnImageModel own) {
        Button shuffle = new Button(Messages.text("denoise.shuffle"), Icons.SHUFFLE.node());
        shuffle.setId("denoise-shuffle");
        shuffle.setMinWidth(Region.USE_PREF_SIZE);
        shuffle.getStyleClass().add("flat");
        shuffle.setOnAction(event -> model.shuffleImages());
        Tips.add(shuffle, Messages.text("denoise.shuffle.tip"));
        return row(classes(), shuffle, OwnImagePane.button(own), seed());
    }

    private Node seed() {
        Label seed = new Label();
        seed.getStyleClass().add("soft");
        seed.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Messages.text(
                                "denoise.seed",
                                Long.toString(model.noiseSeedProperty().get())),
                        model.noiseSeedProperty()));
        return seed;
    }

    private Node classes() {
        return ClassFilter.box(
                "denoise-class",
                Messages.text("denoise.class.tip"),
                model.comparedProperty()
                        .map(compared ->
                                compared.map(known -> known.test().classNames()).orElse(List.of())),
                model.labelProperty());
    }

    private Node comparison() {
        Label codes = new Label();
        codes.getStyleClass().addAll("soft", "small");
        codes.setWrapText(true);
        codes.setMinHeight(Region.USE_PREF_SIZE);
        codes.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.comparedProperty()
                                .get()
                                .map(Words::comparison)
                                .orElse(""),
                        model.comparedProperty()));
        codes.managedProperty().bind(codes.visibleProperty());
        Tips.add(codes, Messages.text("denoise.code.tip"));
        return codes;
    }
}
