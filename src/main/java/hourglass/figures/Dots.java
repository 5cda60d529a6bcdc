package hourglass.figures;

import hourglass.core.color.ClassForm;
import hourglass.core.color.Ground;
import java.awt.Color;
import java.awt.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/** Points as opaque dots in the colours of their classes, and the legend that says which colour is which class. */
final class Dots {
    /** Diameter in the legend, in points. */
    static final int LEGEND = 10;

    private static final int ROW_GAP = 6;
    private static final int COLUMN_GAP = 18;
    private static final int MOST_ROWS = 24;
    /** The light palette was made to be outlined. */
    private static final Color OUTLINE = new Color(0x1f, 0x23, 0x28, 150);

    private Dots() {}

    /** The order to draw in, shuffled by a seed, so that no class always lies on top. */
    static int[] shuffled(int[] points, long seed) {
        int[] order = points.clone();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int held = order[i];
            order[i] = order[other];
            order[other] = held;
        }
        return order;
    }

    /** Of points: on paper a little larger, as their forms are to be told apart. */
    static double radius(FigureType type, double usual) {
        return usual * type.scale * (type.style.hasMarks() ? 1.25 * Math.sqrt(type.lettering) : 1);
    }

    /** As a dot, a class beyond the tenth in another form; on paper as the mark of its class. */
    static void draw(FigureCanvas canvas, int label, double x, double y, double radius) {
        Color color = canvas.style.classColor(label);
        if (canvas.style.hasMarks()) {
            ClassMark.of(label).draw(canvas, color, x, y, radius);
            return;
        }
        Shape dot = ClassMark.shape(ClassForm.of(label), x, y, radius);
        canvas.page.fill(dot, color);
        if (canvas.style.ground() == Ground.LIGHT) {
            canvas.stroke(OUTLINE, 0.6, dot);
        }
    }

    /** A square in the colour of a class beside its name, or on paper its mark. */
    static void square(FigureCanvas canvas, int label, int left, int top, int side) {
        if (canvas.style.hasMarks() || label >= ClassForm.COLORS) {
            draw(canvas, label, left + side / 2.0, top + side / 2.0, side / 2.0);
        } else {
            canvas.fill(canvas.style.classColor(label), left, top, side, side);
        }
    }

    static int legendWidth(FigureType type, List<String> classNames, IntFunction<String> note) {
        int columns = columns(classNames);
        return columns * columnWidth(type, classNames, note) + (columns - 1) * type.px(COLUMN_GAP);
    }

    /** As few as leave none of them longer than a plot is high. */
    private static int columns(List<String> classNames) {
        return (classNames.size() + MOST_ROWS - 1) / MOST_ROWS;
    }

    private static int rows(List<String> classNames) {
        int columns = columns(classNames);
        return columns == 0 ? 0 : (classNames.size() + columns - 1) / columns;
    }

    private static int columnWidth(FigureType type, List<String> classNames, IntFunction<String> note) {
        String[] notes = new String[classNames.size()];
        Arrays.setAll(notes, note);
        int widest = type.widest(type.number, List.of(notes));
        return type.px(LEGEND + 8) + type.widest(type.label, classNames) + (widest > 0 ? type.px(16) + widest : 0);
    }

    static int legendHeight(FigureType type, List<String> classNames) {
        return rows(classNames) * (type.height(type.label) + type.px(ROW_GAP));
    }

    /** One class below the other in as many columns as are needed, each with a note such as its count, which may be empty. */
    static void legend(FigureCanvas canvas, List<String> classNames, IntFunction<String> note, int left, int top) {
        FigureType type = canvas.type;
        int wide = columnWidth(type, classNames, note);
        int drop = type.ascent(type.label) - type.ascent(type.number);
        double radius = type.px(LEGEND) / 2.0;
        for (int label = 0; label < classNames.size(); label++) {
            int x = left + label / rows(classNames) * (wide + type.px(COLUMN_GAP));
            int y = top + label % rows(classNames) * (type.height(type.label) + type.px(ROW_GAP));
            draw(canvas, label, x + radius, y + type.height(type.label) / 2.0, radius);
            canvas.text(type.label, canvas.style.ink(), classNames.get(label), x + type.px(LEGEND + 8), y);
            canvas.textRight(type.number, canvas.style.mutedInk(), note.apply(label), x + wide, y + drop);
        }
    }
}
