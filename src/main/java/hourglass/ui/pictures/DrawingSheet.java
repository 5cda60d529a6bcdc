package hourglass.ui.pictures;

import hourglass.core.color.Token;
import hourglass.core.data.ImageBlock;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Brush;
import hourglass.ui.kit.CanvasPane;
import hourglass.ui.kit.Messages;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** What one draws on with mouse or keys; a picture that is no sheet is only shown. */
final class DrawingSheet extends CanvasPane {
    static final int SIDE = 280;

    private final OwnImageModel model;
    private int size = BrushTip.MEDIUM;
    private int x = 14;
    private int y = 14;

    DrawingSheet(OwnImageModel model, Appearance appearance) {
        super(appearance);
        this.model = model;
        setId("own-sheet");
        // Space draws.
        getStyleClass().addAll("own-sheet", "takes-space");
        setFocusTraversable(true);
        setCursor(Cursor.CROSSHAIR);
        setAccessibleText(Messages.text("own.sheet.tip"));
        setMinSize(SIDE, SIDE);
        setPrefSize(SIDE, SIDE);
        setMaxSize(SIDE, SIDE);
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnKeyPressed(this::typed);
        focusedProperty().addListener((observed, before, now) -> repaint());
        model.pictureProperty().addListener((observed, before, now) -> repaint());
    }

    /** Draws with a brush of this side. */
    void brush(int pixels) {
        size = pixels;
    }

    private ImageBlock picture() {
        return model.pictureProperty().get();
    }

    private double scale() {
        return (double) SIDE / Math.max(picture().width(), picture().height());
    }

    @Override
    protected void paint(Brush brush) {
        ImageBlock now = picture();
        double wide = now.width() * scale();
        double high = now.height() * scale();
        brush.g().setImageSmoothing(!model.isSheet());
        brush.g().drawImage(OwnImagePane.image(now), (SIDE - wide) / 2, (SIDE - high) / 2, wide, high);
        if (isFocused() && model.isSheet()) {
            double scale = scale();
            int first = -(size - 1) / 2;
            brush.g().setStroke(brush.color(Token.SELECTION));
            brush.g().setLineWidth(1);
            brush.g().strokeRect((x + first) * scale, (y + first) * scale, size * scale, size * scale);
        }
    }

    private void moveTo(MouseEvent event) {
        Point2D point = sheet().sceneToLocal(event.getSceneX(), event.getSceneY());
        x = within((int) Math.floor(point.getX() / scale()), picture().width());
        y = within((int) Math.floor(point.getY() / scale()), picture().height());
    }

    private static int within(int place, int side) {
        return Math.max(0, Math.min(side - 1, place));
    }

    private BrushTip tip(BrushTip.Ink ink) {
        return new BrushTip(ink, size);
    }

    private BrushTip tip(MouseEvent event) {
        boolean rubs = event.getButton() == MouseButton.SECONDARY || event.isShiftDown();
        return tip(rubs ? BrushTip.Ink.BLACK : BrushTip.Ink.WHITE);
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        moveTo(event);
        model.stroke(x, y, x, y, tip(event));
        event.consume();
    }

    private void dragged(MouseEvent event) {
        int fromX = x;
        int fromY = y;
        moveTo(event);
        model.stroke(fromX, fromY, x, y, tip(event));
        event.consume();
    }

    private void typed(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> x = within(x - 1, picture().width());
            case RIGHT -> x = within(x + 1, picture().width());
            case UP -> y = within(y - 1, picture().height());
            case DOWN -> y = within(y + 1, picture().height());
            case SPACE -> model.stroke(x, y, x, y, tip(BrushTip.Ink.WHITE));
            case DELETE, BACK_SPACE -> model.stroke(x, y, x, y, tip(BrushTip.Ink.BLACK));
            default -> {
                return;
            }
        }
        repaint();
        event.consume();
    }
}
