package hourglass.ui.inside;

import hourglass.core.color.Token;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Brush;
import hourglass.ui.kit.CanvasPane;
import hourglass.ui.kit.Fonts;
import hourglass.ui.kit.Messages;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.TextAlignment;

/** The numbers of the code as bars that are dragged; behind each as it was. */
final class KnifePane extends CanvasPane {
    private static final double PAD = 12;
    private static final double WIDEST = 56;
    /** Beyond the largest number there is still room to drag to. */
    private static final double ROOM = 1.4;

    private final SurgeryModel model;
    private double reach = 1;

    KnifePane(SurgeryModel model, Appearance appearance) {
        super(appearance);
        this.model = model;
        setId("inside-knife");
        getStyleClass().add("inside-walk");
        setFocusTraversable(true);
        setCursor(Cursor.V_RESIZE);
        setAccessibleText(Messages.text("inside.knife.tip"));
        setMinHeight(160);
        setPrefHeight(220);
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(event -> fit());
        setOnKeyPressed(this::typed);
        model.codeProperty().addListener((observed, before, now) -> follow(before, now));
        model.selectedProperty().addListener((observed, before, now) -> repaint());
        fit();
    }

    private void follow(float[] before, float[] now) {
        if (before.length != now.length) {
            fit();
        }
        repaint();
    }

    /** The scale stands still while a bar is dragged. */
    private void fit() {
        double most = 0;
        float[] code = model.codeProperty().get();
        for (int i = 0; i < code.length; i++) {
            most = Math.max(most, Math.max(Math.abs(code[i]), Math.abs(model.own(i))));
        }
        reach = most > 0 ? ROOM * most : 1;
        repaint();
    }

    private double step() {
        return Math.min(WIDEST, paintWidth() / Math.max(1, model.codeProperty().get().length));
    }

    private double left() {
        return (paintWidth() - step() * model.codeProperty().get().length) / 2;
    }

    private boolean isSigned() {
        float[] code = model.codeProperty().get();
        for (int i = 0; i < code.length; i++) {
            if (code[i] < 0 || model.own(i) < 0) {
                return true;
            }
        }
        return false;
    }

    private double zero(double height) {
        double bottom = height - 1.6 * em();
        return isSigned() ? Math.round((PAD + bottom) / 2) : bottom;
    }

    private double unit(double height) {
        return (zero(height) - PAD) / reach;
    }

    @Override
    protected void paint(Brush brush) {
        float[] code = model.codeProperty().get();
        double zero = zero(brush.height());
        for (int i = 0; i < code.length; i++) {
            bar(brush, i, code[i], zero);
        }
        brush.g().setStroke(brush.color(Token.BORDER_STRONG));
        brush.hairline(0, zero, brush.width(), zero);
        int chosen = model.selectedProperty().get();
        if (chosen < code.length) {
            chosen(brush, chosen, code[chosen], zero);
        }
    }

    private void bar(Brush brush, int index, float value, double zero) {
        double x = left() + index * step();
        double wide = Math.max(1, step() - (step() >= 6 ? 3 : step() >= 3 ? 1 : 0));
        double was = model.own(index) * unit(brush.height());
        double is = value * unit(brush.height());
        brush.g().setFill(brush.color(value < 0 ? Token.NEGATIVE : Token.ACCENT));
        brush.g().fillRect(x, Math.min(zero, zero - is), wide, Math.abs(is));
        if (value != model.own(index)) {
            brush.g().setStroke(brush.color(Token.INK_SOFT));
            brush.g().setLineWidth(1);
            brush.g().strokeRect(x + 0.5, Math.min(zero, zero - was) + 0.5, Math.max(1, wide - 1), Math.abs(was));
        }
    }

    /** A handle at the end of the bar, and its number. */
    private void chosen(Brush brush, int index, float value, double zero) {
        double x = left() + index * step();
        double wide = Math.max(3, step() - 3);
        double end = zero - value * unit(brush.height());
        brush.g().setFill(brush.color(Token.SELECTION));
        brush.roundRect(x - 3, end - 3, wide + 6, 6, 3);
        brush.g().setFill(brush.color(Token.INK));
        double middle = Math.max(4 * em(), Math.min(brush.width() - 4 * em(), x + wide / 2));
        brush.text(
                Messages.text("inside.knife.number", Integer.toString(index + 1), Words.number(value)),
                middle,
                brush.height() - 0.7 * em(),
                Fonts.words(em()),
                TextAlignment.CENTER);
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        Point2D point = sheet().sceneToLocal(event.getSceneX(), event.getSceneY());
        int index = (int) Math.floor((point.getX() - left()) / step());
        if (index < 0 || index >= model.codeProperty().get().length) {
            return;
        }
        model.selectedProperty().set(index);
        if (event.getButton() == MouseButton.SECONDARY || event.getClickCount() == 2) {
            model.silence(index);
        }
    }

    private void drag(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        Point2D point = sheet().sceneToLocal(event.getSceneX(), event.getSceneY());
        double value = (zero(paintHeight()) - point.getY()) / unit(paintHeight());
        model.set(model.selectedProperty().get(), (float)
                Math.max(isSigned() ? -reach : -0.2 * reach, Math.min(reach, value)));
    }

    private void typed(KeyEvent event) {
        int chosen = model.selectedProperty().get();
        int count = model.codeProperty().get().length;
        if (count == 0) {
            return;
        }
        float now = model.codeProperty().get()[chosen];
        switch (event.getCode()) {
            case LEFT -> model.selectedProperty().set(Math.max(0, chosen - 1));
            case RIGHT -> model.selectedProperty().set(Math.min(count - 1, chosen + 1));
            case HOME -> model.selectedProperty().set(0);
            case END -> model.selectedProperty().set(count - 1);
            case UP -> model.set(chosen, (float) (now + reach / 40));
            case DOWN -> model.set(chosen, (float) (now - reach / 40));
            case DELETE -> model.silence(chosen);
            case BACK_SPACE -> model.restore(chosen);
            default -> {
                return;
            }
        }
        event.consume();
    }
}
