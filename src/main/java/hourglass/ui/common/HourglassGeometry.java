package hourglass.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the parts of a drawn hourglass lie, for painting and for the mouse. */
final class HourglassGeometry {
    /** Something that can be clicked. */
    enum Part {
        LAYER,
        INSERT,
        LESS,
        MORE,
        REMOVE
    }

    /** A clickable part of a layer, or of the gap to its right, around a point. */
    record Spot(Part part, int layer, double x, double y, double reachX, double reachY) {
        boolean contains(double px, double py) {
            return Math.abs(px - x) <= reachX && Math.abs(py - y) <= reachY;
        }
    }

    static final double BUTTON_RADIUS = 10;

    private final HourglassShape shape;
    private final double width;
    private final double top;
    private final double bottom;
    private final double step;
    private final double barWidth;

    HourglassGeometry(HourglassShape shape, double width, double height, double em) {
        this.shape = shape;
        this.width = width;
        double room = height - 8 - Math.round(em * 5.2);
        // Wider than tall, or the funnel reads as a column.
        double tall = Math.min(room, width * 0.85);
        top = 8 + Math.floor((room - tall) / 2);
        bottom = top + tall;
        int gaps = shape.layerCount() - 1;
        barWidth = Math.max(10, Math.min(28, Math.floor(width / (shape.layerCount() * 2.4))));
        double edge = Math.max(barWidth, em * 4);
        step = Math.min(176, (width - edge) / gaps);
    }

    double barWidth() {
        return barWidth;
    }

    double step() {
        return step;
    }

    double x(int layer) {
        return Math.round(width / 2 + (layer - shape.codeIndex()) * step);
    }

    double middle() {
        return Math.round((top + bottom) / 2);
    }

    /** Square root of the neurons, so that 2 beside 784 can still be seen and areas stay honest to the eye. */
    double barHeight(int layer) {
        int largest =
                shape.layerSizes().stream().mapToInt(Integer::intValue).max().orElse(1);
        double share = Math.sqrt((double) shape.neurons(layer) / largest);
        return Math.max(8, Math.round(share * (bottom - top) / 2) * 2);
    }

    double sizeY() {
        return bottom + 16;
    }

    double wordY(double em) {
        return sizeY() + Math.round(em * 1.3);
    }

    double buttonY(double em) {
        return wordY(em) + Math.round(em * 0.9) + BUTTON_RADIUS;
    }

    List<Spot> spots(int selected, double em) {
        List<Spot> spots = new ArrayList<>();
        addButtons(spots, selected, em);
        for (int layer = 0; layer < shape.layerCount() - 1 && shape.canInsert(); layer++) {
            double x = (x(layer) + x(layer + 1)) / 2;
            spots.add(new Spot(Part.INSERT, layer, x, middle(), BUTTON_RADIUS + 2, BUTTON_RADIUS + 2));
        }
        for (int layer = 0; layer < shape.layerCount(); layer++) {
            double reach = Math.max(barWidth / 2 + 4, step / 2 - BUTTON_RADIUS);
            double half = (bottom - top) / 2 + em * 1.6;
            spots.add(new Spot(Part.LAYER, layer, x(layer), top + half, reach, half + 8));
        }
        return spots;
    }

    private void addButtons(List<Spot> spots, int selected, double em) {
        if (selected < 0 || !shape.canResize(selected)) {
            return;
        }
        boolean removable = shape.canRemove(selected);
        double spread = BUTTON_RADIUS * 2 + 6;
        double y = buttonY(em);
        double span = removable ? spread : spread / 2;
        double x = Math.max(span + BUTTON_RADIUS + 2, Math.min(width - span - BUTTON_RADIUS - 2, x(selected)));
        spots.add(button(Part.LESS, selected, x - span, y));
        spots.add(button(Part.MORE, selected, x + (removable ? 0 : span), y));
        if (removable) {
            spots.add(button(Part.REMOVE, selected, x + span, y));
        }
    }

    private static Spot button(Part part, int layer, double x, double y) {
        return new Spot(part, layer, x, y, BUTTON_RADIUS + 1, BUTTON_RADIUS + 1);
    }

    Optional<Spot> at(double x, double y, int selected, double em) {
        return spots(selected, em).stream().filter(spot -> spot.contains(x, y)).findFirst();
    }
}
