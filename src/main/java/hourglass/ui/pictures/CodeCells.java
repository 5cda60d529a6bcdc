package hourglass.ui.pictures;

import hourglass.core.color.Token;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Brush;
import hourglass.ui.kit.CanvasPane;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/** The numbers of a code as cells, or as the feature maps they are: the larger, the more of the code's colour. */
public final class CodeCells extends CanvasPane {
    private static final double PADDING = 8;

    private final IntegerProperty pointed = new SimpleIntegerProperty(this, "pointed", -1);
    private float[] values = new float[0];
    private Shape shape = new Shape(1, 1, 1);
    private double reach = 1;

    /**
     * How the numbers stand: {@code [rows × columns × maps]}, the maps last.
     *
     * @param maps feature maps, 1 for a plain row of numbers
     * @param rows of each
     * @param columns of each
     */
    public record Shape(int maps, int rows, int columns) {
        /** A row of numbers, folded to a square. */
        public static Shape folded(int numbers) {
            int columns = (int) Math.ceil(Math.sqrt(Math.max(1, numbers)));
            return new Shape(1, Math.max(1, (numbers + columns - 1) / columns), columns);
        }

        int across() {
            return (int) Math.ceil(Math.sqrt(maps));
        }

        int down() {
            return (maps + across() - 1) / across();
        }
    }

    /** Where the cells lie. */
    private record Place(Shape shape, double cell, double step, double stepDown, double left, double top) {
        static Place of(Shape shape, double width, double height) {
            double gap = shape.maps() > 1 ? 8 : 0;
            double w = (width - 2 * PADDING + gap) / shape.across() - gap;
            double h = (height - 2 * PADDING + gap) / shape.down() - gap;
            double cell = Math.max(1, Math.floor(Math.min(w / shape.columns(), h / shape.rows())));
            double step = shape.columns() * cell + gap;
            double stepDown = shape.rows() * cell + gap;
            double left = Math.floor((width - shape.across() * step + gap) / 2);
            double top = Math.floor((height - shape.down() * stepDown + gap) / 2);
            return new Place(shape, cell, step, stepDown, left, top);
        }

        int map(int index) {
            return index % shape.maps();
        }

        double x(int index) {
            int column = index / shape.maps() % shape.columns();
            return left + map(index) % shape.across() * step + column * cell;
        }

        double y(int index) {
            int row = index / shape.maps() / shape.columns();
            int rowOfMaps = map(index) / shape.across();
            return top + rowOfMaps * stepDown + row * cell;
        }

        int at(double px, double py) {
            int across = (int) Math.floor((px - left) / step);
            int down = (int) Math.floor((py - top) / stepDown);
            int column = (int) Math.floor((px - left - across * step) / cell);
            int row = (int) Math.floor((py - top - down * stepDown) / cell);
            int map = down * shape.across() + across;
            boolean inside = across >= 0
                    && across < shape.across()
                    && down >= 0
                    && map < shape.maps()
                    && column < shape.columns()
                    && row >= 0
                    && row < shape.rows();
            return inside ? (row * shape.columns() + column) * shape.maps() + map : -1;
        }
    }

    /** With nothing to show yet. */
    public CodeCells(Appearance appearance) {
        super(appearance);
        getStyleClass().add("code-cells");
        setFocusTraversable(true);
        setCursor(Cursor.CROSSHAIR);
        pointed.addListener((observed, before, now) -> repaint());
        setOnMouseMoved(this::moved);
        setOnMouseExited(event -> pointed.set(-1));
        setOnKeyPressed(this::pressed);
    }

    /** Shows a copy of {@code code}, of whose numbers the largest magnitude has the full colour. */
    public void show(float[] code, Shape as) {
        values = code.clone();
        shape = as;
        reach = 0;
        for (float value : code) {
            reach = Math.max(reach, Math.abs(value));
        }
        if (pointed.get() >= code.length) {
            pointed.set(-1);
        }
        repaint();
    }

    /** The number pointed at, from 0, −1 for none. */
    public IntegerProperty pointedProperty() {
        return pointed;
    }

    @Override
    protected void paint(Brush brush) {
        Place place = Place.of(shape, brush.width(), brush.height());
        double gap = shape.maps() == 1 ? Math.min(4, Math.floor(place.cell() / 8)) : 0;
        for (int i = 0; i < values.length; i++) {
            cell(brush, place.x(i), place.y(i), place.cell() - gap, values[i]);
        }
        int index = pointed.get();
        if (index >= 0 && index < values.length) {
            brush.g().setStroke(brush.color(Token.SELECTION));
            brush.g().setLineWidth(2);
            double side = place.cell() - gap + 2;
            brush.g().strokeRect(place.x(index) - 1, place.y(index) - 1, side, side);
        }
    }

    private void cell(Brush brush, double x, double y, double side, float value) {
        double share = reach > 0 ? Math.min(1, Math.abs(value) / reach) : 0;
        double radius = side >= 16 ? 3 : 0;
        brush.g().setFill(brush.color(Token.RAISED));
        brush.roundRect(x, y, side, side, radius);
        brush.g().setFill(brush.colors().of(value < 0 ? Token.NEGATIVE : Token.ACCENT, share));
        brush.roundRect(x, y, side, side, radius);
    }

    private void moved(MouseEvent event) {
        Point2D point = sheet().sceneToLocal(event.getSceneX(), event.getSceneY());
        int index = Place.of(shape, paintWidth(), paintHeight()).at(point.getX(), point.getY());
        pointed.set(index < values.length ? index : -1);
    }

    private void pressed(KeyEvent event) {
        int before = pointed.get();
        switch (event.getCode()) {
            case LEFT -> step(before < 0 ? -1 : before - 1);
            case RIGHT -> step(before + 1);
            case UP -> step(before - shape.columns() * shape.maps());
            case DOWN -> step(before < 0 ? 0 : before + shape.columns() * shape.maps());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void step(int index) {
        if (index >= 0 && index < values.length) {
            pointed.set(index);
        }
    }
}
