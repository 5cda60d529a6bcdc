package hourglass.ui.denoise;

import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Brush;
import hourglass.ui.kit.CanvasPane;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/** The error over the noise level; the current level can be dragged here too. */
final class LevelCurve extends CanvasPane {
    private static final double STEP = 0.01;

    private final DenoiseModel model;

    LevelCurve(DenoiseModel model, Appearance appearance) {
        super(appearance);
        this.model = model;
        setId("denoise-curve");
        getStyleClass().add("denoise-curve");
        setFocusTraversable(true);
        setMinSize(200, 180);
        setPrefSize(300, 300);
        setCursor(Cursor.H_RESIZE);
        model.curvesProperty().addListener((observed, before, now) -> repaint());
        model.levelProperty().addListener((observed, before, now) -> repaint());
        model.comparedProperty().addListener((observed, before, now) -> repaint());
        setOnMousePressed(event -> {
            requestFocus();
            follow(event);
        });
        setOnMouseDragged(this::follow);
        setOnKeyPressed(this::pressed);
    }

    @Override
    protected void paint(Brush brush) {
        new LevelCurvePainter(
                        brush,
                        model.curvesProperty().get(),
                        model.levelProperty().get())
                .paint(model.comparedProperty().get());
    }

    private void follow(MouseEvent event) {
        double x = sheet().sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
        set(LevelCurvePainter.levelAt(x, paintWidth(), em()));
    }

    private void pressed(KeyEvent event) {
        double now = model.levelProperty().get();
        switch (event.getCode()) {
            case LEFT, DOWN -> set(now - STEP);
            case RIGHT, UP -> set(now + STEP);
            case HOME -> set(0);
            case END -> set(DenoiseModel.HIGHEST);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void set(double level) {
        model.levelProperty().set(Math.max(0, Math.min(DenoiseModel.HIGHEST, level)));
    }
}
