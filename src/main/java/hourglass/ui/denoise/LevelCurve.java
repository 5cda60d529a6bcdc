package hourglass.ui.denoise;

import hourglass.figures.CurveContent;
import hourglass.figures.CurvePainter;
import hourglass.figures.CurveScale;
import hourglass.figures.NoiseCurve;
import hourglass.session.look.Look;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Brush;
import hourglass.ui.kit.CanvasPane;
import hourglass.ui.kit.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** The error over the noise level; the current level can be dragged here too. */
final class LevelCurve extends CanvasPane {
    private static final double STEP = 0.01;

    private final DenoiseModel model;
    private @Nullable CurvePainter drawn;

    LevelCurve(DenoiseModel model, Appearance appearance) {
        super(appearance);
        this.model = model;
        setId("denoise-curve");
        getStyleClass().add("denoise-curve");
        setFocusTraversable(true);
        // Names above and a drawing below, however large the text is.
        minHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.max(240, 17 * appearance.em()), appearance.textSizeProperty()));
        setMinWidth(200);
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
        CurvePainter painter = painter(brush, model, model.levelProperty().get());
        painter.paint();
        drawn = painter;
    }

    static CurvePainter painter(Brush brush, DenoiseModel model, double level) {
        CurveContent content = curve(model, look -> Messages.text("denoise.curve.own"), Words::rivalRow)
                .map(known ->
                        known.content(Messages.text("denoise.curve.nothing"), Messages.text("denoise.curve.median")))
                .orElse(new CurveContent(List.of(), List.of(), List.of(), DenoiseModel.HIGHEST));
        return CurvePainter.of(
                        brush,
                        content.withHand(level),
                        new CurvePainter.Place(brush.width(), brush.height(), "", CurveScale.Kind.LINEAR))
                .get(0);
    }

    /** The curves as far as they are measured, for a page of their own. */
    static Optional<NoiseCurve> curve(DenoiseModel model) {
        return curve(model, Words::curveName, Words::curveName);
    }

    private static Optional<NoiseCurve> curve(
            DenoiseModel model, Function<Look, String> ownName, Function<Look, String> rivalName) {
        Curves curves = model.curvesProperty().get();
        return model.comparedProperty().get().flatMap(compared -> curves.network()
                .map(own -> new NoiseCurve(
                        new NoiseCurve.Network(ownName.apply(compared.look()), own),
                        curves.rival().flatMap(other -> compared.rival()
                                .map(rival -> new NoiseCurve.Network(rivalName.apply(rival), other))),
                        NoiseCurve.trained(compared.trainedWith(), own.kind()))));
    }

    private void follow(MouseEvent event) {
        if (drawn != null) {
            set(drawn.valueAt(
                    sheet().sceneToLocal(event.getSceneX(), event.getSceneY()).getX()));
        }
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
