package hourglass.figures;

import hourglass.core.color.Ground;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** One map or several beside each other, points coloured by class, with the classes in words. No axes: units mean nothing. */
public final class MapFigure implements Figure {
    private static final int MOST_IN_A_ROW = 3;
    private static final int GAP = 24;
    private static final int INSET = 10;
    private static final int DOT = 10;
    /** So that no class always lies on top; the same at each drawing. */
    private static final long ORDER_SEED = 11;

    private final List<MapPanel> panels;
    private final List<String> classNames;
    private final String caption;

    /**
     * Of maps of the same classes.
     *
     * @param panels one or more
     * @param classNames by label
     */
    public MapFigure(List<MapPanel> panels, List<String> classNames, String caption) {
        if (panels.isEmpty() || classNames.isEmpty()) {
            throw new IllegalArgumentException("expected at least one map and one class");
        }
        this.panels = List.copyOf(panels);
        this.classNames = List.copyOf(classNames);
        this.caption = caption;
    }

    @Override
    public String caption() {
        return caption;
    }

    @Override
    public BufferedImage draw(FigureStyle style, int scale) {
        FigureType type = new FigureType(style, scale);
        int columns = Math.min(MOST_IN_A_ROW, panels.size());
        int rows = (panels.size() + columns - 1) / columns;
        int side = type.px(side(columns));
        int head = headHeight(type);
        int legend = type.px(DOT + 8) + type.widest(type.label, classNames);
        int maps = columns * side + (columns - 1) * type.px(GAP);
        int tall = Math.max(rows * (head + side) + (rows - 1) * type.px(GAP), head + legendHeight(type));
        try (FigureCanvas canvas = new FigureCanvas(style, type, maps + type.px(GAP) + legend, tall, caption)) {
            int margin = type.px(FigureCanvas.MARGIN);
            for (int i = 0; i < panels.size(); i++) {
                int x = margin + i % columns * (side + type.px(GAP));
                int y = margin + i / columns * (head + side + type.px(GAP));
                drawHead(canvas, panels.get(i), x, y);
                drawMap(canvas, panels.get(i), x, y + head, side);
            }
            drawLegend(canvas, margin + maps + type.px(GAP), margin + head);
            return canvas.image();
        }
    }

    private static int side(int columns) {
        return switch (columns) {
            case 1 -> 560;
            case 2 -> 420;
            default -> 300;
        };
    }

    private boolean hasNotes() {
        return panels.stream().anyMatch(panel -> !panel.note.isEmpty());
    }

    private int headHeight(FigureType type) {
        int note = hasNotes() ? type.height(type.number) + type.px(2) : 0;
        return type.height(type.label) + note + type.px(8);
    }

    private static void drawHead(FigureCanvas canvas, MapPanel panel, int x, int y) {
        FigureType type = canvas.type;
        canvas.text(type.label, canvas.style.ink(), panel.title, x, y);
        canvas.text(type.number, canvas.style.mutedInk(), panel.note, x, y + type.height(type.label) + type.px(2));
    }

    private void drawMap(FigureCanvas canvas, MapPanel panel, int x, int y, int side) {
        FigureType type = canvas.type;
        drawFrame(canvas, x, y, side);
        int inset = type.px(INSET);
        double[] places = panel.fitted(side - 2.0 * inset);
        double radius = type.scale * radius(panel.size(), (double) side / type.scale);
        for (int point : shuffled(panel.size())) {
            if (panel.shows(point)) {
                double centreX = x + inset + places[2 * point];
                double centreY = y + inset + places[2 * point + 1];
                dot(canvas, canvas.style.classColor(panel.label(point)), centreX, centreY, radius);
            }
        }
    }

    private static void drawFrame(FigureCanvas canvas, int x, int y, int side) {
        Color line = canvas.style.line();
        int thick = canvas.type.scale;
        canvas.fill(line, x, y, side, thick);
        canvas.fill(line, x, y + side - thick, side, thick);
        canvas.fill(line, x, y, thick, side);
        canvas.fill(line, x + side - thick, y, thick, side);
    }

    /** So that all points together would cover about an eighth of the square. */
    private static double radius(int points, double side) {
        return Math.max(1.2, Math.min(4, side * Math.sqrt(0.04 / Math.max(1, points))));
    }

    /** The light palette was made to be outlined. */
    private static void dot(FigureCanvas canvas, Color color, double x, double y, double radius) {
        Ellipse2D disc = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        canvas.graphics.setColor(color);
        canvas.graphics.fill(disc);
        if (canvas.style.ground() == Ground.LIGHT) {
            canvas.stroke(canvas.style.mutedInk(), 0.4, disc);
        }
    }

    private static int[] shuffled(int count) {
        int[] order = new int[count];
        Arrays.setAll(order, i -> i);
        SplittableRandom random = new SplittableRandom(ORDER_SEED);
        for (int i = count - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int held = order[i];
            order[i] = order[other];
            order[other] = held;
        }
        return order;
    }

    private static int lineHeight(FigureType type) {
        return type.height(type.label) + type.px(8);
    }

    private int legendHeight(FigureType type) {
        return classNames.size() * lineHeight(type);
    }

    private void drawLegend(FigureCanvas canvas, int x, int top) {
        FigureType type = canvas.type;
        double radius = type.px(DOT) / 2.0;
        for (int label = 0; label < classNames.size(); label++) {
            int y = top + label * lineHeight(type);
            double middle = y + type.height(type.label) / 2.0;
            dot(canvas, canvas.style.classColor(label), x + radius, middle, radius);
            canvas.text(type.label, canvas.style.ink(), classNames.get(label), x + type.px(DOT + 8), y);
        }
    }
}
