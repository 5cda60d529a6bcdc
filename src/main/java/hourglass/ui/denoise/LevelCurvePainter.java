package hourglass.ui.denoise;

import hourglass.core.color.Token;
import hourglass.core.plot.NiceTicks;
import hourglass.core.plot.Range;
import hourglass.core.plot.Tick;
import hourglass.core.spec.NoiseSpec;
import hourglass.session.measure.DenoisingCurve;
import hourglass.session.measure.DenoisingErrors;
import hourglass.session.measure.NoiseErrors.Method;
import hourglass.ui.kit.Brush;
import hourglass.ui.kit.Fonts;
import hourglass.ui.kit.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** Draws the curves with their names and values at the current level above them. */
final class LevelCurvePainter {
    private static final int TICKS = 6;

    private final Brush brush;
    private final Curves curves;
    private final double level;
    private final double left;
    private final double right;
    private final double bottom;
    private double top;
    private double highest;

    /** One line of the drawing. */
    private record Line(String name, DenoisingCurve curve, Method method, Token color, Dash dash) {}

    /** So that the lines differ in more than colour. */
    private enum Dash {
        NONE,
        DOTTED,
        DASHED;

        void on(GraphicsContext g) {
            switch (this) {
                case NONE -> g.setLineDashes();
                case DOTTED -> g.setLineDashes(2, 4);
                case DASHED -> g.setLineDashes(8, 5);
            }
        }
    }

    LevelCurvePainter(Brush brush, Curves curves, double level) {
        this.brush = brush;
        this.curves = curves;
        this.level = level;
        left = left(brush.em());
        right = right(brush.width(), brush.em());
        bottom = brush.height() - Math.round(brush.em() * 2);
    }

    private static double left(double em) {
        return Math.round(em * 3.2);
    }

    private static double right(double width, double em) {
        return width - Math.round(em * 0.8);
    }

    /** The level below a point of the drawing. */
    static double levelAt(double x, double width, double em) {
        return (x - left(em)) / (right(width, em) - left(em)) * DenoiseModel.HIGHEST;
    }

    void paint(Optional<Compared> compared) {
        List<Line> lines = compared.map(this::lines).orElse(List.of());
        top = Math.round(brush.em() * (1.55 * Math.max(4, lines.size()) + 1.1));
        highest = highest(lines);
        axes();
        compared.map(Compared::trainedWith).ifPresent(this::trained);
        marker();
        lines.forEach(this::line);
        legend(lines);
    }

    private List<Line> lines(Compared compared) {
        List<Line> lines = new ArrayList<>();
        curves.network().ifPresent(curve -> {
            lines.add(new Line(
                    Messages.text("denoise.curve.nothing"), curve, Method.NOTHING, Token.INK_SOFT, Dash.DOTTED));
            lines.add(new Line(
                    Messages.text("denoise.curve.median"), curve, Method.MEDIAN, Token.CURVE_PCA, Dash.DASHED));
        });
        curves.rival().ifPresent(curve -> compared.rival()
                .ifPresent(rival -> lines.add(
                        new Line(Words.curveName(rival), curve, Method.NETWORK, Token.CURVE_VALIDATION, Dash.NONE))));
        curves.network()
                .ifPresent(curve -> lines.add(new Line(
                        Words.curveName(compared.look()), curve, Method.NETWORK, Token.CURVE_TRAIN, Dash.NONE)));
        return lines;
    }

    private static double highest(List<Line> lines) {
        double most = 0.02;
        for (Line line : lines) {
            for (int i = 0; i < DenoisingErrors.LEVELS; i++) {
                double value = line.curve().at(line.method(), i);
                most = Double.isNaN(value) ? most : Math.max(most, value);
            }
        }
        return most * 1.06;
    }

    private double x(double at) {
        return left + (right - left) * at / DenoiseModel.HIGHEST;
    }

    private double y(double error) {
        return bottom - (bottom - top) * error / highest;
    }

    private void axes() {
        GraphicsContext g = brush.g();
        for (Tick tick :
                NiceTicks.linear(new Range(0, highest), (int) Math.max(3, (bottom - top) / (brush.em() * 3)))) {
            g.setStroke(brush.color(Token.GRID));
            brush.hairline(left, y(tick.value()), right, y(tick.value()));
            g.setFill(brush.color(Token.INK_SOFT));
            brush.text(tick.label(), left - 8, y(tick.value()), Fonts.numbers(brush.small()), TextAlignment.RIGHT);
        }
        g.setStroke(brush.color(Token.BORDER_STRONG));
        brush.hairline(left, bottom, right, bottom);
        double below = bottom + Math.round(brush.em());
        g.setFill(brush.color(Token.INK_SOFT));
        for (int i = 0; i <= TICKS; i++) {
            double value = DenoiseModel.HIGHEST * i / TICKS;
            brush.text(
                    String.format(Locale.ROOT, "%.1f", value),
                    x(value),
                    below,
                    Fonts.numbers(brush.small()),
                    TextAlignment.CENTER);
        }
    }

    private void trained(NoiseSpec noise) {
        boolean here =
                curves.network().filter(curve -> curve.kind() == noise.kind()).isPresent();
        if (noise.isNoisy() && here && noise.level() <= DenoiseModel.HIGHEST) {
            brush.g().setFill(brush.color(Token.CURVE_TRAIN));
            double x = x(noise.level());
            brush.g().fillPolygon(new double[] {x - 5, x + 5, x}, new double[] {bottom + 7, bottom + 7, bottom}, 3);
        }
    }

    private void marker() {
        GraphicsContext g = brush.g();
        g.setStroke(brush.color(Token.INK));
        brush.hairline(x(level), top - 4, x(level), bottom);
        g.setFill(brush.color(Token.INK));
        brush.roundRect(x(level) - 4, top - 10, 9, 12, 3);
    }

    private void line(Line line) {
        GraphicsContext g = brush.g();
        g.setStroke(brush.color(line.color()));
        g.setFill(brush.color(line.color()));
        g.setLineWidth(2.2);
        line.dash().on(g);
        double beforeX = Double.NaN;
        double beforeY = Double.NaN;
        for (int i = 0; i < DenoisingErrors.LEVELS; i++) {
            double value = line.curve().at(line.method(), i);
            if (!Double.isNaN(value)) {
                double px = x(DenoisingErrors.level(i));
                if (!Double.isNaN(beforeX)) {
                    g.strokeLine(beforeX, beforeY, px, y(value));
                }
                beforeX = px;
                beforeY = y(value);
            }
        }
        g.setLineDashes();
        dot(line);
    }

    private void dot(Line line) {
        double value = line.curve().at(line.method(), level);
        if (!Double.isNaN(value)) {
            brush.g().fillOval(x(level) - 4, y(value) - 4, 9, 9);
        }
    }

    /** Names on the left, values at the current level on the right. */
    private void legend(List<Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            double at = Math.round(brush.em() * (0.8 + 1.55 * i));
            GraphicsContext g = brush.g();
            g.setStroke(brush.color(line.color()));
            g.setLineWidth(2.5);
            line.dash().on(g);
            g.strokeLine(2, at, 22, at);
            g.setLineDashes();
            g.setFill(brush.color(Token.INK));
            double room = right - 30 - brush.em() * 4;
            brush.text(line.name(), 30, at, room, Fonts.words(brush.em()));
            g.setFill(brush.color(line.color()));
            brush.text(Words.error(value(line)), right, at, Fonts.strongNumbers(brush.em()), TextAlignment.RIGHT);
        }
    }

    private double value(Line line) {
        return line.curve().at(line.method(), level);
    }
}
