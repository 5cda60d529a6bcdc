package hourglass.ui.denoise;

import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Section;
import hourglass.ui.kit.SegmentedChoice;
import hourglass.ui.kit.Tips;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The chosen image large, to rub out or draw on, repaired while the hand moves. */
final class DrawPane {
    private final DenoiseModel model;
    private final Section section;
    private final SegmentedChoice<BrushTip.Ink> ink =
            new SegmentedChoice<>(List.of(BrushTip.Ink.values()), DrawPane::words);
    private final SegmentedChoice<Integer> size =
            new SegmentedChoice<>(List.of(BrushTip.SMALL, BrushTip.MEDIUM, BrushTip.LARGE), DrawPane::words);

    DrawPane(DenoiseModel model, Appearance appearance) {
        this.model = model;
        DrawCanvas canvas = new DrawCanvas(model, appearance);
        canvas.setAccessibleText(Messages.text("denoise.draw.tip"));
        Label note = new Label(Messages.text("denoise.draw.note"));
        note.getStyleClass().addAll("soft", "small");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        section = new Section(Messages.text("denoise.draw"), new VBox(10, canvas, brush(), note));
        section.tools(clear());
        section.setMinHeight(Region.USE_PREF_SIZE);
        model.picturesProperty().addListener((observed, before, now) -> name(now));
        model.selectedProperty()
                .addListener(
                        (observed, before, now) -> name(model.picturesProperty().get()));
        name(model.picturesProperty().get());
    }

    Node node() {
        return section;
    }

    private void name(Optional<DenoisePictures> pictures) {
        int column = model.selectedProperty().get();
        section.detailProperty()
                .set(pictures.filter(all -> column < all.columns())
                        .map(all -> all.compared().test().className(all.image(column)))
                        .orElse(""));
    }

    private Node brush() {
        ink.valueProperty().set(model.brushProperty().get().ink());
        size.valueProperty().set(model.brushProperty().get().size());
        ink.valueProperty().addListener((observed, before, now) -> changed());
        size.valueProperty().addListener((observed, before, now) -> changed());
        Tips.add(ink, Messages.text("denoise.draw.ink.tip"));
        Tips.add(size, Messages.text("denoise.draw.size.tip"));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label unit = new Label(Messages.text("denoise.draw.unit"));
        unit.getStyleClass().addAll("soft", "small");
        unit.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(8, ink, space, size, unit);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
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

    private Node clear() {
        Button button = new Button(Messages.text("denoise.draw.clear"), Icons.DISMISS.node());
        button.setId("denoise-clear");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().addAll("flat", "small", "denoise-small");
        button.setOnAction(event -> model.clearDrawing());
        Tips.add(button, Messages.text("denoise.draw.clear.tip"));
        return button;
    }
}
