package hourglass.ui.shell;

import hourglass.core.color.GreyMap;
import hourglass.core.data.ImageBlock;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Section;
import hourglass.ui.kit.Tips;
import hourglass.ui.pictures.ImageGridView;
import hourglass.ui.pictures.ImageTiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The list of kept work above the view: one row each, with a strip of images, and the room it takes. */
final class KeptPane extends VBox {
    private static final double GAP = 4;
    private static final double STRIP = 10 * (28 + GAP);
    private static final double MOST_HEIGHT = 300;

    private final ShellModel model;
    private final Appearance appearance;
    private final VBox rows = new VBox();

    KeptPane(ShellModel model, Appearance appearance) {
        this.model = model;
        this.appearance = appearance;
        setId("kept");
        getStyleClass().add("kept");
        rows.getStyleClass().add("kept-rows");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(MOST_HEIGHT);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        Label note = label("section-detail");
        note.textProperty().bind(model.keptNoteProperty());
        Button close = new Button("", Icons.DISMISS.node());
        close.getStyleClass().addAll("button-icon", "flat");
        close.setId("kept-close");
        close.setAccessibleText(Messages.text("kept.close"));
        Tips.add(close, Messages.text("kept.close"));
        close.setOnAction(event -> model.keptShownProperty().set(false));
        getChildren().add(new Section(Messages.text("kept.title"), new VBox(8, scroll, note)).tools(close));
        visibleProperty().bind(model.keptShownProperty());
        managedProperty().bind(visibleProperty());
        model.keptChoices().addListener((ListChangeListener<KeptChoice>) change -> fill());
        fill();
    }

    private void fill() {
        rows.getChildren().setAll(model.keptChoices().stream().map(this::row).toList());
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private Node row(KeptChoice choice) {
        Label title = label("network-name");
        title.setText(choice.title());
        Label facts = label("network-facts");
        facts.setText(choice.facts());
        VBox words = new VBox(title, facts);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(16, strip(choice), words);
        row.getStyleClass().add("kept-row");
        row.setAlignment(Pos.CENTER_LEFT);
        row.getChildren().addAll(buttons(choice));
        return row;
    }

    private List<Button> buttons(KeptChoice choice) {
        List<Button> buttons = new ArrayList<>();
        buttons.add(button("kept-bring", Messages.text("kept.bring"), choice.bring()));
        Runnable best = choice.bringBest();
        if (best != null) {
            buttons.add(button("kept-bring-best", choice.bestText(), best));
        }
        Button forget = button("kept-forget", Messages.text("kept.forget"), choice.forget());
        Tips.add(forget, Messages.text("kept.forget.tip"));
        buttons.add(forget);
        return buttons;
    }

    private static Button button(String style, String words, Runnable action) {
        Button button = new Button(words);
        button.getStyleClass().add(style);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private Node strip(KeptChoice choice) {
        ImageGridView strip = new ImageGridView(appearance).rows(1).scale(1).gap(GAP);
        strip.getStyleClass().add("kept-strip");
        strip.setMinWidth(STRIP);
        strip.setPrefWidth(STRIP);
        choice.picture().addListener((observed, before, now) -> strip.show(tiles(now)));
        strip.show(tiles(choice.picture().get()));
        return strip;
    }

    private static ImageTiles tiles(Optional<ImageBlock> images) {
        return images.map(block -> ImageTiles.of(argb(block), block.width(), block.height()))
                .orElseGet(ImageTiles::none);
    }

    private static List<int[]> argb(ImageBlock block) {
        List<int[]> images = new ArrayList<>();
        for (int i = 0; i < block.count(); i++) {
            int[] pixels = new int[block.pixelsPerImage()];
            for (int p = 0; p < pixels.length; p++) {
                pixels[p] = GreyMap.argb(block.get(i, p));
            }
            images.add(pixels);
        }
        return images;
    }
}
