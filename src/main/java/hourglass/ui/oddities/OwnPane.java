package hourglass.ui.oddities;

import hourglass.core.color.GreyMap;
import hourglass.core.color.Token;
import hourglass.core.data.ImageBlock;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Brush;
import hourglass.ui.kit.CanvasPane;
import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Messages;
import hourglass.ui.pictures.BrushTip;
import hourglass.ui.pictures.Drawing;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Draws an image of one’s own, by mouse or keys, and says how odd it looks among the test images. */
final class OwnPane {
    private static final int SCALE = 6;
    private static final BrushTip WHITE = new BrushTip(BrushTip.Ink.WHITE, BrushTip.MEDIUM);
    private static final BrushTip BLACK = new BrushTip(BrushTip.Ink.BLACK, BrushTip.MEDIUM);

    private final OdditiesModel model;
    private final Sheet sheet;
    private final Label words = new Label();
    private final FlowPane pane;
    /** What is drawn on: black, or an image. */
    private ImageBlock ground = ImageBlock.copyOf(1, 1, new float[1]);

    private Drawing drawing = Drawing.blank(1, 1);

    OwnPane(OdditiesModel model, Appearance appearance) {
        this.model = model;
        sheet = new Sheet(appearance);
        words.setId("oddities-own-words");
        words.setWrapText(true);
        words.setPrefWidth(160);
        words.setMinHeight(Region.USE_PREF_SIZE);
        VBox side = new VBox(
                8,
                words,
                button(
                        Messages.text("oddities.own.from"),
                        "oddities-own-from",
                        () -> begin(model.portraitProperty().get().map(portrait -> portrait.pixels()
                                .image(0)))),
                button(Messages.text("oddities.own.clear"), "oddities-own-clear", () -> begin(Optional.empty())));
        pane = new FlowPane(16, 12, sheet, side);
        InvalidationListener tell = changed -> tell();
        model.ownProperty().addListener(tell);
        model.foundProperty().addListener(tell);
        model.lookProperty().addListener((observed, before, now) -> fit());
        fit();
        tell();
    }

    Node node() {
        return pane;
    }

    private static Button button(String says, String id, Runnable action) {
        Button button = new Button(says, Icons.RESTART.node());
        button.setId(id);
        button.getStyleClass().addAll("flat", "small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** A sheet of the size of the test images; what was drawn for another size is gone. */
    private void fit() {
        model.lookProperty().get().map(look -> look.test()).ifPresent(test -> {
            if (!drawing.fits(test.width(), test.height())) {
                ground = ImageBlock.copyOf(test.width(), test.height(), new float[test.pixelsPerImage()]);
                drawing = Drawing.blank(test.width(), test.height());
                model.draw(Optional.empty());
                sheet.repaint();
            }
        });
    }

    /** On an image of the same size, or on black. */
    private void begin(Optional<float[]> pixels) {
        float[] from = pixels.orElseGet(() -> new float[ground.pixelsPerImage()]);
        ground = ImageBlock.copyOf(ground.width(), ground.height(), from);
        drawing = Drawing.blank(ground.width(), ground.height());
        changed(pixels.map(given -> image()));
    }

    private ImageBlock image() {
        float[] pixels = ground.image(0);
        drawing.over(pixels, 0);
        return ImageBlock.copyOf(ground.width(), ground.height(), pixels);
    }

    private void stroke(int fromX, int fromY, int toX, int toY, BrushTip tip) {
        drawing = drawing.with(fromX, fromY, toX, toY, tip);
        changed(Optional.of(image()));
    }

    private void changed(Optional<ImageBlock> now) {
        model.draw(now);
        sheet.repaint();
    }

    private void tell() {
        words.setText(model.foundProperty()
                .get()
                .flatMap(found -> model.ownProperty().get().map(own -> Words.own(found, own.error())))
                .orElse(Messages.text("oddities.own.how")));
    }

    /** What is drawn on. */
    private final class Sheet extends CanvasPane {
        private int x = 14;
        private int y = 14;

        Sheet(Appearance appearance) {
            super(appearance);
            setId("oddities-sheet");
            getStyleClass().add("oddities-sheet");
            setFocusTraversable(true);
            setCursor(Cursor.CROSSHAIR);
            setAccessibleText(Messages.text("oddities.own.tip"));
            setOnMousePressed(this::pressed);
            setOnMouseDragged(this::dragged);
            setOnKeyPressed(this::typed);
            focusedProperty().addListener((observed, before, now) -> repaint());
        }

        @Override
        protected double computePrefWidth(double height) {
            return ground.width() * SCALE;
        }

        @Override
        protected double computePrefHeight(double width) {
            return ground.height() * SCALE;
        }

        @Override
        protected void paint(Brush brush) {
            float[] pixels = image().image(0);
            int[] argb = new int[pixels.length];
            GreyMap.fill(pixels, 0, pixels.length, argb, 0);
            int width = ground.width();
            int height = ground.height();
            WritableImage picture = new WritableImage(width, height);
            picture.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
            brush.g().setImageSmoothing(false);
            brush.g().drawImage(picture, 0, 0, width * SCALE, height * SCALE);
            if (isFocused()) {
                brush.g().setStroke(brush.color(Token.SELECTION));
                brush.g().setLineWidth(1);
                brush.g().strokeRect((x - 1) * SCALE, (y - 1) * SCALE, 3 * SCALE, 3 * SCALE);
            }
        }

        private void moveTo(MouseEvent event) {
            Point2D point = sheet().sceneToLocal(event.getSceneX(), event.getSceneY());
            x = Math.max(0, Math.min(ground.width() - 1, (int) Math.floor(point.getX() / SCALE)));
            y = Math.max(0, Math.min(ground.height() - 1, (int) Math.floor(point.getY() / SCALE)));
        }

        private static BrushTip tip(MouseEvent event) {
            return event.getButton() == MouseButton.SECONDARY || event.isShiftDown() ? BLACK : WHITE;
        }

        private void pressed(MouseEvent event) {
            requestFocus();
            moveTo(event);
            stroke(x, y, x, y, tip(event));
        }

        private void dragged(MouseEvent event) {
            int fromX = x;
            int fromY = y;
            moveTo(event);
            stroke(fromX, fromY, x, y, tip(event));
        }

        private void typed(KeyEvent event) {
            switch (event.getCode()) {
                case LEFT -> x = Math.max(0, x - 1);
                case RIGHT -> x = Math.min(ground.width() - 1, x + 1);
                case UP -> y = Math.max(0, y - 1);
                case DOWN -> y = Math.min(ground.height() - 1, y + 1);
                case ENTER, SPACE -> stroke(x, y, x, y, WHITE);
                case DELETE, BACK_SPACE -> stroke(x, y, x, y, BLACK);
                default -> {
                    return;
                }
            }
            repaint();
            event.consume();
        }
    }
}
