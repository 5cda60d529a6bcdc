package hourglass.ui.hourglass;

import hourglass.core.spec.edit.HourglassLayer;
import hourglass.core.spec.edit.HourglassShape;
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
    private final List<HourglassLayer> layers;
    private final double width;
    private final double top;
    private final double bottom;
    private final double step;
    private final double barWidth;
    private final int largest;

    HourglassGeometry(HourglassShape shape, double width, double height, double em) {
        this.shape = shape;
        this.width = width;
        layers = shape.layers();
        double room = height - 8 - Math.round(em * 5.2);
        // Wider than tall, or the funnel reads as a column.
        double tall = Math.min(room, width * (shape.isConvolutional() ? 0.62 : 0.85));
        top = 8 + Math.floor((room - tall) / 2);
        bottom = top + tall;
        int gaps = layers.size() - 1;
        barWidth = Math.max(10, Math.min(28, Math.floor(width / (layers.size() * 2.4))));
        double edge = Math.max(barWidth, em * (shape.isConvolutional() ? 4.6 : 4));
        step = Math.min(176, (width - edge) / gaps);
        largest = shape.layerSizes().stream().mapToInt(Integer::intValue).max().orElse(1);
    }

    HourglassLayer layer(int index) {
        return layers.get(index);
    }

    int layerCount() {
        return layers.size();
    }

    double barWidth() {
        return barWidth;
    }

    double step() {
        return step;
    }

    double x(int layer) {
        return Math.round(width / 2 + (layer - (layers.size() - 1) / 2.0) * step);
    }

    double middle() {
        return Math.round((top + bottom) / 2);
    }

    /** Square root of the neurons, so that 2 beside 784 can still be seen; a feature map as high as its image. */
    double layerHeight(int index) {
        HourglassLayer layer = layers.get(index);
        double share = layer.isVolume()
                ? (double) layer.height() / shape.image().height()
                : Math.sqrt((double) shape.neurons(index) / largest);
        return Math.max(8, Math.round(share * (bottom - top - skew(shape.image().height())) / 2) * 2);
    }

    private double skew(int rows) {
        return shape.isConvolutional()
                ? sheetWidth(bottom - top) * 0.4 * rows / shape.image().height()
                : 0;
    }

    /** Width of one feature map, seen at a slant. */
    private double sheetWidth(double height) {
        return Math.max(4, Math.min(height * 0.34, step * 0.42));
    }

    /** The feature maps of a volume as sheets behind each other. */
    Sheets sheets(int index) {
        HourglassLayer layer = layers.get(index);
        double h = layerHeight(index);
        double w = sheetWidth(h);
        int count = 1 + (int) Math.round(1.2 * Math.log(layer.amount()) / Math.log(2));
        double apart = count == 1 ? 0 : Math.min(4.5, step * 0.38 / (count - 1));
        return new Sheets(count, w, h, w * 0.4, apart);
    }

    /**
     * A stack of slanted sheets.
     *
     * @param count sheets drawn
     * @param width of one
     * @param height of its upright edges
     * @param skew by which its right edge stands higher than its left
     * @param apart from one to the next
     */
    record Sheets(int count, double width, double height, double skew, double apart) {
        double whole() {
            return width + (count - 1) * apart;
        }
    }

    double layerWidth(int index) {
        return layers.get(index).isVolume() ? sheets(index).whole() : barWidth;
    }

    /** Height with the slant of a volume. */
    double wholeHeight(int index) {
        return layers.get(index).isVolume()
                ? sheets(index).height() + sheets(index).skew()
                : pairHeight(index);
    }

    /** Whether this layer is drawn as a mean and a standard deviation. */
    boolean isPair(int index) {
        return shape.code() == HourglassShape.Code.DISTRIBUTION && index == shape.codeIndex();
    }

    private double pairHeight(int index) {
        return isPair(index) ? 2 * pairBarHeight(index) + PAIR_GAP : layerHeight(index);
    }

    /** Between mean and standard deviation. */
    static final double PAIR_GAP = 10;

    double pairBarHeight(int index) {
        return Math.max(20, layerHeight(index) * 0.7);
    }

    /** Where the sample drawn from mean and standard deviation is put; 0 where there is no room for it. */
    double sampleOffset() {
        return step >= 72 ? Math.min(40, step * 0.42) : 0;
    }

    double rightEdge(int index) {
        return x(index) + (isPair(index) ? Math.max(barWidth / 2, sampleOffset()) : layerWidth(index) / 2);
    }

    double rightHeight(int index) {
        return isPair(index) && sampleOffset() > 0 ? 12 : pairHeight(index);
    }

    double leftEdge(int index) {
        return x(index) - layerWidth(index) / 2;
    }

    double leftHeight(int index) {
        return pairHeight(index);
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
        for (int layer = 0; layer < layers.size() - 1; layer++) {
            if (shape.canInsert(layer)) {
                double x = (rightEdge(layer) + leftEdge(layer + 1)) / 2;
                spots.add(new Spot(Part.INSERT, layer, x, middle(), BUTTON_RADIUS + 2, BUTTON_RADIUS + 2));
            }
        }
        for (int layer = 0; layer < layers.size(); layer++) {
            double reach = Math.max(barWidth / 2 + 4, step / 2 - BUTTON_RADIUS);
            double half = (bottom - top) / 2 + em * 1.6;
            spots.add(new Spot(Part.LAYER, layer, x(layer), top + half, reach, half + 8));
        }
        return spots;
    }

    private void addButtons(List<Spot> spots, int selected, double em) {
        if (selected < 0 || selected >= layers.size() || !shape.canResize(selected)) {
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
