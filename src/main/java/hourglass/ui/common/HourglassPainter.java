package hourglass.ui.common;

import hourglass.ui.common.HourglassGeometry.Part;
import hourglass.ui.common.HourglassGeometry.Spot;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** Draws an hourglass: ribbons, bars, sizes, and the buttons of the chosen layer. */
final class HourglassPainter {
    private final Brush brush;
    private final HourglassShape shape;
    private final HourglassGeometry place;
    private final int selected;
    private final @Nullable Spot hovered;

    HourglassPainter(Brush brush, HourglassShape shape, int selected, @Nullable Spot hovered) {
        this.brush = brush;
        this.shape = shape;
        this.selected = selected;
        this.hovered = hovered;
        place = new HourglassGeometry(shape, brush.width(), brush.height(), brush.em());
    }

    void paintShape() {
        for (int layer = 0; layer < shape.layerCount() - 1; layer++) {
            ribbon(layer);
        }
        for (int layer = 0; layer < shape.layerCount(); layer++) {
            bar(layer);
            words(layer);
        }
    }

    void paintButtons() {
        for (Spot spot : place.spots(selected, brush.em())) {
            if (spot.part() != Part.LAYER) {
                button(spot);
            }
        }
    }

    private void ribbon(int layer) {
        GraphicsContext g = brush.g();
        double left = place.x(layer) + place.barWidth() / 2;
        double right = place.x(layer + 1) - place.barWidth() / 2;
        double middle = place.middle();
        double a = place.barHeight(layer) / 2;
        double b = place.barHeight(layer + 1) / 2;
        double bend = (left + right) / 2;
        g.setFill(ribbonPaint(layer, left, right));
        g.beginPath();
        g.moveTo(left, middle - a);
        g.bezierCurveTo(bend, middle - a, bend, middle - b, right, middle - b);
        g.lineTo(right, middle + b);
        g.bezierCurveTo(bend, middle + b, bend, middle + a, left, middle + a);
        g.closePath();
        g.fill();
    }

    private LinearGradient ribbonPaint(int layer, double left, double right) {
        Color outer = brush.colors().of(Token.INK_FAINT, 0.22);
        Color waist = brush.colors().of(Token.ACCENT, 0.30);
        double codeIndex = shape.codeIndex();
        Color from = outer.interpolate(waist, 1 - Math.abs(layer - codeIndex) / codeIndex);
        Color to = outer.interpolate(waist, 1 - Math.abs(layer + 1 - codeIndex) / codeIndex);
        return new LinearGradient(left, 0, right, 0, false, CycleMethod.NO_CYCLE, new Stop(0, from), new Stop(1, to));
    }

    private void bar(int layer) {
        double w = place.barWidth();
        double h = place.barHeight(layer);
        double x = place.x(layer) - w / 2;
        double y = place.middle() - h / 2;
        boolean code = layer == shape.codeIndex();
        boolean touched = hovered != null && hovered.part() == Part.LAYER && isPair(layer, hovered.layer());
        Token fill = code ? Token.ACCENT : touched ? Token.INK : Token.INK_FAINT;
        brush.g().setFill(brush.color(fill));
        brush.roundRect(x, y, w, h, Math.min(6, Math.min(w, h) / 2));
        if (layer == selected || (selected >= 0 && shape.mirrorOf(layer) == selected)) {
            brush.g().setStroke(brush.color(layer == selected ? Token.ACCENT : Token.BORDER_STRONG));
            brush.g().setLineWidth(2);
            brush.g().strokeRoundRect(x - 4, y - 4, w + 8, h + 8, 18, 18);
        }
    }

    private boolean isPair(int layer, int other) {
        return layer == other || shape.mirrorOf(layer) == other;
    }

    private void words(int layer) {
        boolean code = layer == shape.codeIndex();
        boolean tight = place.step() < brush.em() * 3.2;
        double size = code ? Math.round(brush.em() * 1.43) : Math.round(brush.em() * (tight ? 0.86 : 1.07));
        brush.g().setFill(brush.color(code ? Token.ACCENT : Token.INK));
        String neurons = Integer.toString(shape.neurons(layer));
        // Four digits are wider than the step of a deep network, so every second number stands one line lower.
        boolean lower = tight && Math.floorMod(layer - shape.codeIndex(), 2) == 1;
        double y = lower ? place.wordY(brush.em()) : place.sizeY();
        brush.text(neurons, place.x(layer), y, Fonts.strongNumbers(size), TextAlignment.CENTER);
        String word = word(layer);
        if (!word.isEmpty() && place.step() >= brush.em() * 3.6) {
            brush.g().setFill(brush.color(Token.INK_SOFT));
            brush.text(word, place.x(layer), place.wordY(brush.em()), Fonts.words(brush.small()), TextAlignment.CENTER);
        }
    }

    private String word(int layer) {
        if (layer == 0) {
            return Messages.text("hourglass.input");
        }
        if (layer == shape.layerCount() - 1) {
            return Messages.text("hourglass.output");
        }
        return layer == shape.codeIndex() ? Messages.text("hourglass.code") : Messages.text("hourglass.hidden");
    }

    private void button(Spot spot) {
        boolean hot = spot.equals(hovered);
        boolean insert = spot.part() == Part.INSERT;
        GraphicsContext g = brush.g();
        double r = insert && !hot ? 7 : HourglassGeometry.BUTTON_RADIUS;
        g.setFill(brush.color(hot ? Token.ACCENT : insert ? Token.SURFACE : Token.RAISED));
        g.fillOval(spot.x() - r, spot.y() - r, 2 * r, 2 * r);
        g.setStroke(brush.color(hot ? Token.ACCENT : Token.BORDER_STRONG));
        g.setLineWidth(1);
        g.strokeOval(spot.x() - r, spot.y() - r, 2 * r, 2 * r);
        g.setStroke(brush.color(hot ? Token.ON_ACCENT : Token.INK_SOFT));
        g.setLineWidth(1.5);
        sign(spot, r * 0.45);
    }

    private void sign(Spot spot, double arm) {
        GraphicsContext g = brush.g();
        double x = spot.x();
        double y = spot.y();
        switch (spot.part()) {
            case LESS -> g.strokeLine(x - arm, y, x + arm, y);
            case MORE, INSERT -> {
                g.strokeLine(x - arm, y, x + arm, y);
                g.strokeLine(x, y - arm, x, y + arm);
            }
            case REMOVE -> {
                g.strokeLine(x - arm, y - arm, x + arm, y + arm);
                g.strokeLine(x - arm, y + arm, x + arm, y - arm);
            }
            case LAYER -> {}
        }
    }
}
