package hourglass.ui.hourglass;

import hourglass.core.color.Token;
import hourglass.core.spec.edit.HourglassLayer;
import hourglass.core.spec.edit.HourglassLayer.Kind;
import hourglass.core.spec.edit.HourglassShape;
import hourglass.ui.hourglass.HourglassGeometry.Part;
import hourglass.ui.hourglass.HourglassGeometry.Spot;
import hourglass.ui.kit.Brush;
import hourglass.ui.kit.Fonts;
import hourglass.ui.kit.Messages;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** Draws an hourglass: ribbons, bars, volumes, sizes, and the buttons of the chosen layer. */
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
        for (int layer = 0; layer < place.layerCount() - 1; layer++) {
            ribbon(layer);
        }
        for (int layer = 0; layer < place.layerCount(); layer++) {
            layer(layer);
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
        double left = place.rightEdge(layer);
        double right = place.leftEdge(layer + 1);
        double middle = place.middle();
        double a = place.rightHeight(layer) / 2;
        double b = place.leftHeight(layer + 1) / 2;
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
        Color from = outer.interpolate(waist, nearness(layer));
        Color to = outer.interpolate(waist, nearness(layer + 1));
        return new LinearGradient(left, 0, right, 0, false, CycleMethod.NO_CYCLE, new Stop(0, from), new Stop(1, to));
    }

    /** 1 at the waist, 0 at the images. */
    private double nearness(int layer) {
        int code = shape.codeIndex();
        double reach = layer < code ? code : place.layerCount() - 1 - code;
        return 1 - Math.abs(layer - code) / reach;
    }

    private void layer(int layer) {
        if (place.layer(layer).isVolume()) {
            volume(layer);
        } else if (place.isPair(layer)) {
            pair(layer);
        } else {
            bar(layer, place.middle() - place.layerHeight(layer) / 2, place.layerHeight(layer));
        }
        outline(layer);
    }

    private void bar(int layer, double y, double h) {
        double w = place.barWidth();
        brush.g().setFill(brush.color(fill(layer)));
        brush.roundRect(place.x(layer) - w / 2, y, w, h, Math.min(6, Math.min(w, h) / 2));
    }

    private Token fill(int layer) {
        boolean touched = hovered != null && hovered.part() == Part.LAYER && shape.isPair(layer, hovered.layer());
        return layer == shape.codeIndex() ? Token.ACCENT : touched ? Token.INK : Token.INK_FAINT;
    }

    private void outline(int layer) {
        if (selected < 0 || selected >= place.layerCount() || !shape.isPair(layer, selected)) {
            return;
        }
        double w = place.layerWidth(layer);
        double h = place.wholeHeight(layer);
        brush.g().setStroke(brush.color(layer == selected ? Token.SELECTION : Token.BORDER_STRONG));
        brush.g().setLineWidth(2);
        brush.g().strokeRoundRect(place.x(layer) - w / 2 - 4, place.middle() - h / 2 - 4, w + 8, h + 8, 18, 18);
    }

    /** Feature maps as slanted sheets, the last one in front. */
    private void volume(int layer) {
        GraphicsContext g = brush.g();
        HourglassGeometry.Sheets sheets = place.sheets(layer);
        double left = place.x(layer) - sheets.whole() / 2;
        Color front = brush.color(fill(layer));
        Color ground = brush.color(Token.SURFACE);
        for (int i = 0; i < sheets.count(); i++) {
            double depth = sheets.count() == 1 ? 1 : (double) i / (sheets.count() - 1);
            g.setFill(ground.interpolate(front, 0.55 + 0.45 * depth));
            sheet(left + i * sheets.apart(), sheets);
            g.fill();
            g.setStroke(ground);
            g.setLineWidth(1);
            g.stroke();
        }
    }

    private void sheet(double x, HourglassGeometry.Sheets sheets) {
        GraphicsContext g = brush.g();
        double top = place.middle() - sheets.height() / 2;
        double rise = sheets.skew() / 2;
        g.beginPath();
        g.moveTo(x, top + rise);
        g.lineTo(x + sheets.width(), top - rise);
        g.lineTo(x + sheets.width(), top - rise + sheets.height());
        g.lineTo(x, top + rise + sheets.height());
        g.closePath();
    }

    /** Mean above, standard deviation below, and the sample drawn from both. */
    private void pair(int layer) {
        GraphicsContext g = brush.g();
        double x = place.x(layer);
        double h = place.pairBarHeight(layer);
        double half = HourglassGeometry.PAIR_GAP / 2;
        double w = place.barWidth();
        double middle = place.middle();
        bar(layer, middle - half - h, h);
        g.setStroke(brush.color(Token.ACCENT));
        g.setLineWidth(2);
        g.setFill(brush.color(Token.SURFACE));
        brush.roundRect(x - w / 2, middle + half, w, h, 6);
        g.strokeRoundRect(x - w / 2 + 1, middle + half + 1, w - 2, h - 2, 10, 10);
        if (w >= 14) {
            g.setFill(brush.color(Token.ON_ACCENT));
            brush.text("μ", x, middle - half - h / 2, Fonts.strongWords(brush.small()), TextAlignment.CENTER);
            g.setFill(brush.color(Token.ACCENT));
            brush.text("σ", x, middle + half + h / 2, Fonts.strongWords(brush.small()), TextAlignment.CENTER);
        }
        sample(x, w, half + h / 2);
    }

    private void sample(double x, double w, double reach) {
        if (place.sampleOffset() == 0) {
            return;
        }
        GraphicsContext g = brush.g();
        double end = x + place.sampleOffset();
        double middle = place.middle();
        g.setStroke(brush.color(Token.ACCENT));
        g.setLineWidth(1.5);
        g.strokeLine(x + w / 2, middle - reach, end, middle);
        g.strokeLine(x + w / 2, middle + reach, end, middle);
        g.setFill(brush.color(Token.ACCENT));
        g.fillOval(end - 6, middle - 6, 12, 12);
    }

    private void words(int layer) {
        boolean code = layer == shape.codeIndex();
        boolean tight = place.step() < brush.em() * 3.2;
        double size = code ? Math.round(brush.em() * 1.43) : Math.round(brush.em() * (tight ? 0.86 : 1.07));
        brush.g().setFill(brush.color(code ? Token.ACCENT : Token.INK));
        // Four digits are wider than the step of a deep network, so every second number stands one line lower.
        boolean lower = tight && Math.floorMod(layer - shape.codeIndex(), 2) == 1;
        double y = lower ? place.wordY(brush.em()) : place.sizeY();
        brush.text(size(layer), place.x(layer), y, Fonts.strongNumbers(size), TextAlignment.CENTER);
        String word = word(layer);
        if (!word.isEmpty() && place.step() >= brush.em() * (place.layer(layer).isVolume() ? 3 : 3.6)) {
            brush.g().setFill(brush.color(Token.INK_SOFT));
            brush.text(word, place.x(layer), place.wordY(brush.em()), Fonts.words(brush.small()), TextAlignment.CENTER);
        }
    }

    private String size(int layer) {
        HourglassLayer found = place.layer(layer);
        return found.kind() == Kind.IMAGE && found.isVolume() ? sides(found) : Integer.toString(found.amount());
    }

    private static String sides(HourglassLayer layer) {
        return layer.width() + "×" + layer.height();
    }

    private String word(int layer) {
        if (layer == 0) {
            return Messages.text("hourglass.input");
        }
        if (layer == place.layerCount() - 1) {
            return Messages.text("hourglass.output");
        }
        HourglassLayer found = place.layer(layer);
        if (found.isVolume()) {
            boolean room = place.step() >= brush.em() * 4.6;
            return layer == shape.codeIndex() && room
                    ? Messages.text("hourglass.code-volume", sides(found))
                    : sides(found);
        }
        if (found.kind() == Kind.HIDDEN) {
            return Messages.text("hourglass.hidden");
        }
        return place.isPair(layer) ? Messages.text("hourglass.latent") : Messages.text("hourglass.code");
    }

    private void button(Spot spot) {
        boolean hot = spot.equals(hovered);
        boolean insert = spot.part() == Part.INSERT;
        GraphicsContext g = brush.g();
        double r = insert && !hot ? 7 : HourglassGeometry.BUTTON_RADIUS;
        g.setFill(brush.color(hot ? Token.SELECTION : insert ? Token.SURFACE : Token.RAISED));
        g.fillOval(spot.x() - r, spot.y() - r, 2 * r, 2 * r);
        g.setStroke(brush.color(hot ? Token.SELECTION : Token.BORDER_STRONG));
        g.setLineWidth(1);
        g.strokeOval(spot.x() - r, spot.y() - r, 2 * r, 2 * r);
        g.setStroke(brush.color(hot ? Token.ON_SELECTION : Token.INK_SOFT));
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
