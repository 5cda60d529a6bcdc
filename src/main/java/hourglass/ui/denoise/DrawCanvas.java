package hourglass.ui.denoise;

import hourglass.core.color.GreyMap;
import hourglass.core.color.Token;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Brush;
import hourglass.ui.kit.CanvasPane;
import hourglass.ui.kit.Fonts;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.TextAlignment;

/** The chosen image as the network sees it, large and to be painted on, and what the network makes of it. */
final class DrawCanvas extends CanvasPane {
    /** Between the two pictures, with an arrow in it. */
    static final int GAP = 40;

    private final DenoiseModel model;
    private int side = 28;
    private int high = 28;
    private int cursorX = 14;
    private int cursorY = 14;
    private boolean pointed;

    DrawCanvas(DenoiseModel model, Appearance appearance) {
        super(appearance);
        this.model = model;
        setId("denoise-canvas");
        getStyleClass().add("denoise-canvas");
        setFocusTraversable(true);
        setCursor(Cursor.CROSSHAIR);
        appearance.textSizeProperty().addListener((observed, before, now) -> requestLayout());
        model.picturesProperty().addListener((observed, before, now) -> repaint());
        model.selectedProperty().addListener((observed, before, now) -> repaint());
        model.brushProperty().addListener((observed, before, now) -> repaint());
        model.repairedByProperty().addListener((observed, before, now) -> repaint());
        focusedProperty().addListener((observed, before, now) -> repaint());
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseMoved(this::pointed);
        setOnMouseExited(event -> leave());
        setOnKeyPressed(this::typed);
    }

    private double scale() {
        double width = (paintWidth() - GAP) / 2 / side;
        return Math.max(1, Math.floor(Math.min(width, (paintHeight() - captionHeight()) / high)));
    }

    private double captionHeight() {
        return Math.round(em() * 2);
    }

    @Override
    protected double computePrefHeight(double width) {
        double scale = Math.max(1, Math.floor((width - GAP) / 2 / side));
        return (width < 0 ? 5 : scale) * high + captionHeight();
    }

    @Override
    protected double computeMinHeight(double width) {
        return 4 * high + captionHeight();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected void paint(Brush brush) {
        Optional<DenoisePictures> known = model.picturesProperty().get();
        int column = model.selectedProperty().get();
        if (known.isEmpty() || column >= known.get().columns()) {
            return;
        }
        DenoisePictures pictures = known.get();
        side = pictures.compared().test().width();
        high = pictures.compared().test().height();
        double scale = scale();
        picture(brush, pictures, PictureRow.NOISY, column, 0);
        picture(brush, pictures, model.shownRow(), column, side * scale + GAP);
        arrow(brush, side * scale + GAP / 2.0, high * scale / 2);
        if (isFocused() || pointed) {
            outlineBrush(brush, scale);
        }
    }

    private void picture(Brush brush, DenoisePictures pictures, PictureRow row, int column, double left) {
        float[] pixels = pictures.pixels(row, column);
        int[] argb = new int[pixels.length];
        GreyMap.fill(pixels, 0, pixels.length, argb, 0);
        WritableImage image = new WritableImage(side, high);
        image.getPixelWriter().setPixels(0, 0, side, high, PixelFormat.getIntArgbInstance(), argb, 0, side);
        double scale = scale();
        brush.g().setImageSmoothing(false);
        brush.g().drawImage(image, left, 0, side * scale, high * scale);
        double line = high * scale + captionHeight() / 2;
        double size = Math.rint(brush.em() * 1.25);
        brush.g().setFill(brush.color(Token.INK));
        brush.text(Words.row(row, pictures.compared()), left, line, Fonts.strongWords(size), TextAlignment.LEFT);
        brush.g().setFill(brush.color(color(row)));
        brush.text(
                Words.error(pictures.error(row, column)),
                left + side * scale,
                line,
                Fonts.strongNumbers(size),
                TextAlignment.RIGHT);
    }

    /** As its curve has it. */
    private static Token color(PictureRow row) {
        return switch (row) {
            case ORIGINAL, NOISY -> Token.INK_SOFT;
            case DENOISED -> Token.CURVE_VALIDATION;
            case MEDIAN -> Token.CURVE_PCA;
            case RIVAL -> Token.SECOND;
        };
    }

    private static void arrow(Brush brush, double x, double y) {
        brush.g().setStroke(brush.color(Token.INK_SOFT));
        brush.g().setLineWidth(2);
        brush.g().strokeLine(x - 12, y, x + 12, y);
        brush.g().strokePolyline(new double[] {x + 5, x + 12, x + 5}, new double[] {y - 7, y, y + 7}, 3);
    }

    private void outlineBrush(Brush brush, double scale) {
        int size = model.brushProperty().get().size();
        int first = -(size - 1) / 2;
        brush.g().setStroke(brush.color(Token.SELECTION));
        brush.g().setLineWidth(2);
        brush.g().strokeRect((cursorX + first) * scale, (cursorY + first) * scale, size * scale, size * scale);
    }

    private boolean moveTo(MouseEvent event) {
        Point2D point = sheet().sceneToLocal(event.getSceneX(), event.getSceneY());
        double scale = scale();
        int x = (int) Math.floor(point.getX() / scale);
        int y = (int) Math.floor(point.getY() / scale);
        cursorX = Math.max(0, Math.min(side - 1, x));
        cursorY = Math.max(0, Math.min(high - 1, y));
        repaint();
        return x == cursorX && y == cursorY;
    }

    private void pointed(MouseEvent event) {
        pointed = moveTo(event);
    }

    private void leave() {
        pointed = false;
        repaint();
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        pointed = moveTo(event);
        if (pointed) {
            model.paint(cursorX, cursorY, cursorX, cursorY);
        }
    }

    private void dragged(MouseEvent event) {
        if (pointed) {
            int fromX = cursorX;
            int fromY = cursorY;
            moveTo(event);
            model.paint(fromX, fromY, cursorX, cursorY);
        }
    }

    private void typed(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> step(-1, 0, event);
            case RIGHT -> step(1, 0, event);
            case UP -> step(0, -1, event);
            case DOWN -> step(0, 1, event);
            case ENTER, SPACE -> model.paint(cursorX, cursorY, cursorX, cursorY);
            case DELETE, BACK_SPACE -> model.clearDrawing();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** With Shift the brush paints on its way. */
    private void step(int dx, int dy, KeyEvent event) {
        int fromX = cursorX;
        int fromY = cursorY;
        cursorX = Math.max(0, Math.min(side - 1, cursorX + dx));
        cursorY = Math.max(0, Math.min(high - 1, cursorY + dy));
        repaint();
        if (event.isShiftDown()) {
            model.paint(fromX, fromY, cursorX, cursorY);
        }
    }
}
