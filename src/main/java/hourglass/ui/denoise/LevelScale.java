package hourglass.ui.denoise;

import hourglass.core.color.Token;
import hourglass.core.spec.NoiseSpec;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Brush;
import hourglass.ui.kit.CanvasPane;
import hourglass.ui.kit.Fonts;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.text.TextAlignment;

/** Below the slider: its numbers, and the mark where the network was trained. */
final class LevelScale extends CanvasPane {
    private static final int TICKS = 6;

    private final Slider slider;
    private final DenoiseModel model;

    LevelScale(Appearance appearance, Slider slider, DenoiseModel model) {
        super(appearance);
        this.slider = slider;
        this.model = model;
        appearance.textSizeProperty().addListener((observed, before, now) -> resize());
        model.comparedProperty().addListener((observed, before, now) -> repaint());
        model.kindProperty().addListener((observed, before, now) -> repaint());
        slider.widthProperty().addListener((observed, before, now) -> repaint());
        setMouseTransparent(true);
        resize();
    }

    private void resize() {
        setMinHeight(Math.rint(em() * 2.55));
        setPrefHeight(Math.rint(em() * 2.55));
        repaint();
    }

    /** The thumb's middle never reaches the ends of the slider. */
    private double inset() {
        Node thumb = slider.lookup(".thumb");
        return thumb == null ? 0 : thumb.getLayoutBounds().getWidth() / 2;
    }

    @Override
    protected void paint(Brush brush) {
        double left = inset();
        double width = brush.width() - 2 * left;
        double line = Math.round(brush.em() * 0.9);
        for (int i = 0; i <= TICKS; i++) {
            double x = left + width * i / TICKS;
            brush.g().setStroke(brush.color(Token.BORDER_STRONG));
            brush.hairline(x, 0, x, 4);
            brush.g().setFill(brush.color(Token.INK_SOFT));
            TextAlignment side = i == 0 ? TextAlignment.LEFT : i == TICKS ? TextAlignment.RIGHT : TextAlignment.CENTER;
            double at = i == 0 ? 0 : i == TICKS ? brush.width() : x;
            brush.text(
                    String.format(Locale.ROOT, "%.1f", DenoiseModel.HIGHEST * i / TICKS),
                    at,
                    line,
                    Fonts.numbers(brush.small()),
                    side);
        }
        trained().ifPresent(noise -> mark(brush, noise, left, width));
    }

    /** The noise the network learnt from, where the slider is about the same kind. */
    private Optional<NoiseSpec> trained() {
        return model.comparedProperty()
                .get()
                .map(Compared::trainedWith)
                .filter(noise -> noise.isNoisy()
                        && noise.kind() == model.kindProperty().get()
                        && noise.level() <= DenoiseModel.HIGHEST);
    }

    private void mark(Brush brush, NoiseSpec noise, double left, double width) {
        double x = left + width * noise.level() / DenoiseModel.HIGHEST;
        double from = left + width * noise.lowest() / DenoiseModel.HIGHEST;
        double line = Math.round(brush.em() * 2.1);
        brush.g().setFill(brush.color(Token.CURVE_TRAIN));
        brush.g().fillRect(Math.rint(from) - 1.5, 0, Math.rint(x - from) + 3, 4);
        double tip = Math.round(brush.em() * 1.4);
        brush.g().fillPolygon(new double[] {x - 5, x + 5, x}, new double[] {tip + 7, tip + 7, tip}, 3);
        brush.text(Words.trainedMark(noise), x + 10, line, Fonts.words(brush.small()), TextAlignment.LEFT);
    }
}
