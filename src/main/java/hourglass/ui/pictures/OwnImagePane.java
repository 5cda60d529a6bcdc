package hourglass.ui.pictures;

import hourglass.core.color.Argb;
import hourglass.core.color.GreyMap;
import hourglass.core.data.ImageBlock;
import hourglass.core.data.Preparation.Step;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.SegmentedChoice;
import hourglass.ui.kit.Tips;
import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Over any view: a sheet to draw on or a picture, and beside it what the networks will see of it. */
public final class OwnImagePane extends StackPane {
    /** The longer side of what is looked at; more of a huge picture would tell no more. */
    private static final int MOST = 512;

    private static final int THUMB = 28;
    private static final int TILE = 292;
    private static final int WIDE = 2 * DrawingSheet.SIDE + 32;

    private final OwnImageModel model;
    private final DrawingSheet sheet;
    private final VBox box = new VBox();

    /** Makes an image with {@code model}; {@code chooseFile} asks for a picture file. */
    public OwnImagePane(OwnImageModel model, Appearance appearance, Supplier<Optional<File>> chooseFile) {
        this.model = model;
        sheet = new DrawingSheet(model, appearance);
        setId("own");
        getStyleClass().add("keys-pane");
        Label title = new Label(Messages.text("own.title"));
        title.getStyleClass().add("headline");
        FlowPane pictures =
                row(under(Messages.text("own.picture"), sheet), under(Messages.text("own.seen"), seen(appearance)));
        pictures.setHgap(32);
        VBox content = new VBox(
                12, words("own-how", Messages.text("own.how")), tools(chooseFile), pictures, steps(), problem());
        content.setMaxWidth(Region.USE_PREF_SIZE);
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("keys-scroll");
        box.getChildren().addAll(title, scroll, foot());
        box.getStyleClass().add("keys-box");
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        box.setOnMouseClicked(event -> event.consume());
        getChildren().add(box);
        setOnMouseClicked(event -> model.shownProperty().set(false));
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        visibleProperty().bind(model.shownProperty());
        managedProperty().bind(visibleProperty());
        model.shownProperty().addListener((observed, before, now) -> opened(now));
    }

    /** A button for any view that opens it. */
    public static Button button(OwnImageModel model) {
        Button button = new Button(Messages.text("own.open"), Icons.DRAW.node());
        button.setId("own-open");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> model.shownProperty().set(true));
        Tips.add(button, Messages.text("own.open.tip"), "Ctrl I");
        return button;
    }

    /** The same as large as a test image beside it, with the image that is used. */
    public static Button tile(OwnImageModel model) {
        Button tile = button(model);
        tile.setText(Messages.text("own.tile"));
        tile.setWrapText(true);
        tile.getStyleClass().add("own-tile");
        tile.setMinSize(TILE, DrawingSheet.SIDE * 0.3);
        tile.setPrefWidth(TILE);
        // Not a canvas: one whose place is inside a button would ask for a layout while it is laid out.
        ImageView picture = new ImageView();
        picture.setFitHeight(2.0 * THUMB);
        picture.setPreserveRatio(true);
        picture.setSmooth(false);
        Node icon = Icons.DRAW.node();
        model.usedProperty().addListener((observed, before, now) -> {
            picture.setImage(image(model.preparedProperty().get()));
            tile.setGraphic(now.isPresent() ? picture : icon);
        });
        return tile;
    }

    /** Opens it with what is in a clipboard, or was dropped: a picture, or the file of one. */
    public static void paste(OwnImageModel model, Clipboard clipboard) {
        Image image = clipboard.hasImage() ? clipboard.getImage() : null;
        if (image != null && image.getWidth() >= 1 && image.getHeight() >= 1) {
            model.paste(grey(image));
        } else if (clipboard.hasFiles()) {
            model.open(clipboard.getFiles());
        } else {
            model.nothingToPaste();
        }
    }

    /** What can be seen of it on black; of a huge one every second, third … pixel. */
    private static ImageBlock grey(Image image) {
        int step = (int) Math.max(1, Math.ceil(Math.max(image.getWidth(), image.getHeight()) / MOST));
        int width = Math.max(1, (int) image.getWidth() / step);
        int height = Math.max(1, (int) image.getHeight() / step);
        float[] pixels = new float[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = Argb.brightness(image.getPixelReader().getArgb(x * step, y * step));
            }
        }
        return ImageBlock.copyOf(width, height, pixels);
    }

    static WritableImage image(ImageBlock block) {
        int[] argb = new int[block.pixelsPerImage()];
        GreyMap.fill(block.image(0), 0, argb.length, argb, 0);
        return PicturePaints.image(argb, block.width());
    }

    private static FlowPane row(Node... nodes) {
        FlowPane row = new FlowPane(12, 8, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setPrefWrapLength(WIDE);
        row.setMinHeight(Region.USE_PREF_SIZE);
        return row;
    }

    private static Label words(String id, String text) {
        Label words = new Label(text);
        words.setId(id);
        words.setWrapText(true);
        words.setPrefWidth(WIDE);
        words.setMinHeight(Region.USE_PREF_SIZE);
        return words;
    }

    private static Node under(String title, Node picture) {
        Label label = new Label(title);
        label.getStyleClass().add("strong");
        label.setWrapText(true);
        label.setMaxWidth(DrawingSheet.SIDE);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return new VBox(8, label, picture);
    }

    private Node seen(Appearance appearance) {
        ImageGridView view =
                new ImageGridView(appearance).columns(1).rows(1).scale(0).gap(0);
        view.setId("own-seen");
        view.setMinSize(DrawingSheet.SIDE, DrawingSheet.SIDE);
        view.setPrefSize(DrawingSheet.SIDE, DrawingSheet.SIDE);
        view.setAccessibleText(Messages.text("own.seen"));
        Tips.add(view, Messages.text("own.seen.tip"));
        model.preparedProperty().addListener((observed, before, now) -> view.show(ImageTiles.ofGreys(now)));
        view.show(ImageTiles.ofGreys(model.preparedProperty().get()));
        return view;
    }

    private Node steps() {
        FlowPane row = row();
        for (Step step : Step.values()) {
            CheckBox box = new CheckBox(words(step));
            box.setId("own-" + step.name().toLowerCase(Locale.ROOT));
            box.setMinWidth(Region.USE_PREF_SIZE);
            box.setOnAction(event -> model.toggle(step));
            model.preparationProperty()
                    .addListener((observed, before, now) ->
                            box.setSelected(now.steps().contains(step)));
            box.setSelected(model.preparationProperty().get().steps().contains(step));
            Tips.add(box, tip(step));
            row.getChildren().add(box);
        }
        return row;
    }

    private static String words(Step step) {
        return switch (step) {
            case CROP -> Messages.text("own.crop");
            case INVERT -> Messages.text("own.invert");
            case CENTRE -> Messages.text("own.centre");
        };
    }

    private static String tip(Step step) {
        return switch (step) {
            case CROP -> Messages.text("own.crop.tip");
            case INVERT -> Messages.text("own.invert.tip");
            case CENTRE -> Messages.text("own.centre.tip");
        };
    }

    private static Button button(String id, Icons icon, String words, String tip, Runnable action) {
        Button button = new Button(words, icon.node());
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        Tips.add(button, tip);
        return button;
    }

    private Node tools(Supplier<Optional<File>> chooseFile) {
        SegmentedChoice<Integer> size = new SegmentedChoice<>(
                List.of(BrushTip.SMALL, BrushTip.MEDIUM, BrushTip.LARGE), pixels -> Integer.toString(pixels));
        size.setId("own-brush");
        size.valueProperty().set(BrushTip.MEDIUM);
        size.valueProperty().addListener((observed, before, now) -> sheet.brush(now));
        Tips.add(size, Messages.text("own.brush.tip"));
        return row(
                button(
                        "own-file",
                        Icons.OPEN,
                        Messages.text("own.file"),
                        Messages.text("own.file.tip"),
                        () -> chooseFile.get().ifPresent(file -> model.open(List.of(file)))),
                button(
                        "own-paste",
                        Icons.CLIPBOARD,
                        Messages.text("own.paste"),
                        Messages.text("own.paste.tip"),
                        () -> paste(model, Clipboard.getSystemClipboard())),
                button(
                        "own-clear",
                        Icons.RESTART,
                        Messages.text("own.clear"),
                        Messages.text("own.clear.tip"),
                        model::clear),
                size);
    }

    private Node problem() {
        Label problem = words("own-problem", "");
        problem.textProperty().bind(model.problemProperty());
        problem.getStyleClass().add("oddities-problem");
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        return problem;
    }

    private Node foot() {
        Button use = button("own-use", Icons.CHECK, Messages.text("own.use"), Messages.text("own.use.tip"), model::use);
        use.getStyleClass().add("accent");
        Button cancel = button(
                "own-cancel",
                Icons.DISMISS,
                Messages.text("own.cancel"),
                Messages.text("own.cancel.tip"),
                () -> model.shownProperty().set(false));
        Button forget = button(
                "own-forget",
                Icons.DELETE,
                Messages.text("own.forget"),
                Messages.text("own.forget.tip"),
                model::forget);
        forget.visibleProperty().bind(model.usedProperty().map(Optional::isPresent));
        forget.managedProperty().bind(forget.visibleProperty());
        cancel.getStyleClass().add("flat");
        forget.getStyleClass().add("flat");
        return row(use, cancel, forget);
    }

    private void opened(boolean shown) {
        if (shown) {
            sheet.requestFocus();
        } else if (getScene() != null) {
            getScene().getRoot().requestFocus();
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !(event.getTarget() instanceof Button)) {
            model.use();
            event.consume();
        }
    }
}
