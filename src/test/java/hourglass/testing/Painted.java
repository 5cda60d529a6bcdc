package hourglass.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.color.Token;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Brush;
import hourglass.ui.kit.CanvasPane;
import hourglass.ui.kit.Fonts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** What a painter left behind, for tests that ask what single pixels are. Colours are those of the dark theme. */
public final class Painted {
    /** The looks that {@link #by} paints with. */
    public static final Appearance LOOKS = new Appearance();

    /** Room before words that are looked for. */
    private static final int BEFORE = 4;

    private static final int NEAR = 3;

    private final WritableImage image;

    private Painted(WritableImage image) {
        this.image = image;
    }

    /** What {@code painter} leaves on a surface of this size. */
    public static Painted by(double width, double height, Consumer<Brush> painter) {
        return of(() -> {
            Canvas canvas = new Canvas(width, height);
            painter.accept(new Brush(canvas.getGraphicsContext2D(), width, height, LOOKS.colors(), LOOKS.em()));
            SnapshotParameters parameters = new SnapshotParameters();
            parameters.setFill(color(Token.SURFACE));
            return canvas.snapshot(parameters, null);
        });
    }

    /** What a pane has drawn at its size, on the colour of surfaces; asked on the thread of the window. */
    public static WritableImage photo(CanvasPane pane) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(color(Token.SURFACE));
        pane.applyCss();
        pane.layout();
        Parent sheet = (Parent) pane.getChildrenUnmodifiable().get(0);
        return sheet.getChildrenUnmodifiable().get(0).snapshot(parameters, null);
    }

    /** A picture that is drawn on the thread of the window. */
    public static Painted of(Callable<WritableImage> drawing) {
        return new Painted(onWindowThread(drawing));
    }

    /** Does something as the window would. */
    public static void inWindow(Work work) {
        onWindowThread(() -> {
            work.run();
            return work;
        });
    }

    /** Something that may fail. */
    public interface Work {
        /** Does it. */
        void run() throws Exception;
    }

    /** The same with a result. */
    public static <T> T onWindowThread(Callable<T> work) {
        try {
            FxToolkit.registerPrimaryStage();
        } catch (TimeoutException failed) {
            throw new AssertionError(failed);
        }
        return WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(() -> {
            Fonts.load();
            return work.call();
        }));
    }

    /** A colour of the theme. */
    public static Color color(Token token) {
        return LOOKS.colors().of(token);
    }

    public int width() {
        return (int) image.getWidth();
    }

    public int height() {
        return (int) image.getHeight();
    }

    /** The colour of a pixel, without what lies beyond the picture. */
    public Color at(double x, double y) {
        return image.getPixelReader().getColor((int) x, (int) y);
    }

    /** Brightness of a pixel, 0 … 255. */
    public int grey(double x, double y) {
        return (int) Math.round(255 * at(x, y).getBrightness());
    }

    /** Whether a pixel has this colour, save for rounding. */
    public boolean is(double x, double y, Color color) {
        Color there = at(x, y);
        return near(there.getRed(), color.getRed())
                && near(there.getGreen(), color.getGreen())
                && near(there.getBlue(), color.getBlue());
    }

    private static boolean near(double one, double other) {
        return Math.abs(one - other) * 255 < NEAR;
    }

    /** Whether any pixel of a part has this colour. */
    public boolean has(Color color, double x, double y, double w, double h) {
        for (int j = (int) y; j < y + h; j++) {
            for (int i = (int) x; i < x + w; i++) {
                if (is(i, j, color)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a part has no colour but this one. */
    public boolean isAll(Color color, double x, double y, double w, double h) {
        for (int j = (int) y; j < y + h; j++) {
            for (int i = (int) x; i < x + w; i++) {
                if (!is(i, j, color)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Middle of all pixels of a colour; not a number where there is none. */
    public Point2D middle(Color color) {
        double sumX = 0;
        double sumY = 0;
        int count = 0;
        for (int y = 0; y < height(); y++) {
            for (int x = 0; x < width(); x++) {
                if (is(x, y, color)) {
                    sumX += x;
                    sumY += y;
                    count++;
                }
            }
        }
        return new Point2D(sumX / count, sumY / count);
    }

    /** Middle of all pixels of a colour in one column; NaN where there is none. */
    public double middleOfColumn(double x, Color color) {
        return middleOfColumn(x, color, 0, height());
    }

    /** The same of a part of a column. */
    public double middleOfColumn(double x, Color color, double from, double to) {
        List<Integer> found = new ArrayList<>();
        for (int y = (int) from; y < to; y++) {
            if (is(x, y, color)) {
                found.add(y);
            }
        }
        return found.stream().mapToInt(Integer::intValue).average().orElse(Double.NaN);
    }

    /** Middle of all pixels of a colour in one row; NaN where there is none. */
    public double middleOfRow(double y, Color color) {
        List<Integer> found = new ArrayList<>();
        for (int x = 0; x < width(); x++) {
            if (is(x, y, color)) {
                found.add(x);
            }
        }
        return found.stream().mapToInt(Integer::intValue).average().orElse(Double.NaN);
    }

    /** What a pane of this size shows; {@code fill} fills it before. */
    public static <T extends CanvasPane> Painted of(int width, int height, Callable<T> make, Consumer<T> fill) {
        return of(() -> {
            T pane = make.call();
            fill.accept(pane);
            pane.resize(width, height);
            pane.layout();
            return photo(pane);
        });
    }

    /** Whether a pixel has this colour of the theme, save for rounding. */
    public boolean is(double x, double y, Token token) {
        return is(x, y, color(token));
    }

    /** Fails unless a pixel has this colour. */
    public void assertIs(double x, double y, Color color, String what) {
        assertTrue(is(x, y, color), what + ": at " + x + ", " + y + " there is " + at(x, y) + " instead of " + color);
    }

    /** Fails unless a pixel has this colour of the theme. */
    public void assertIs(double x, double y, Token token, String what) {
        assertIs(x, y, color(token), what + " (" + token + ")");
    }

    /** How many pixels of a rectangle have this colour of the theme. */
    public long count(double left, double top, double right, double bottom, Token token) {
        long found = 0;
        for (int y = (int) top; y < (int) bottom; y++) {
            for (int x = (int) left; x < (int) right; x++) {
                found += is(x, y, token) ? 1 : 0;
            }
        }
        return found;
    }

    /** How many pixels have this colour of the theme. */
    public long count(Token token) {
        return count(0, 0, width(), height(), token);
    }

    /** Middle of all pixels of a colour of the theme in one column; NaN where there is none. */
    public double middleOfColumn(double x, Token token) {
        return middleOfColumn(x, color(token));
    }

    /** Words as they are painted on a ground. */
    public record Words(String text, Font font, Token ink, Token ground) {}

    /** Whether these words begin in a rectangle of plain surface, with their middle between its top and bottom. */
    public boolean says(double left, double top, double right, double bottom, String words, Font font, Token ink) {
        return says(new Words(words, font, ink, Token.SURFACE), left, top, right, bottom);
    }

    /** Whether these words begin in a rectangle, with their middle between its top and bottom. */
    public boolean says(Words words, double left, double top, double right, double bottom) {
        // Letters are placed by fractions of a pixel, and smoothed accordingly.
        for (double shift = 0; shift < 1; shift += 0.125) {
            if (contains(alone(words, BEFORE + shift), words.ground(), left, top, right, bottom)) {
                return true;
            }
        }
        return false;
    }

    private static Painted alone(Words words, double x) {
        double size = words.font().getSize();
        return by(words.text().length() * size + 2 * BEFORE, 2 * size, brush -> {
            brush.g().setFill(brush.color(words.ground()));
            brush.g().fillRect(0, 0, brush.width(), brush.height());
            brush.g().setFill(brush.color(words.ink()));
            brush.text(words.text(), x, size, words.font(), TextAlignment.LEFT);
        });
    }

    private boolean contains(Painted words, Token ground, double left, double top, double right, double bottom) {
        List<int[]> ink = new ArrayList<>();
        for (int y = 0; y < words.height(); y++) {
            for (int x = 0; x < words.width(); x++) {
                if (distance(words.at(x, y), color(ground)) > 40) {
                    ink.add(new int[] {x, y});
                }
            }
        }
        for (int y = (int) top; y < bottom; y++) {
            for (int x = (int) left; x < right; x++) {
                if (!ink.isEmpty() && matches(words, ink, x - BEFORE, y - words.height() / 2)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean matches(Painted words, List<int[]> ink, int left, int top) {
        int wrong = 0;
        for (int[] dot : ink) {
            int x = left + dot[0];
            int y = top + dot[1];
            boolean inside = x >= 0 && y >= 0 && x < width() && y < height();
            wrong += inside && distance(at(x, y), words.at(dot[0], dot[1])) < 80 ? 0 : 1;
            if (wrong > ink.size() / 50) {
                return false;
            }
        }
        return true;
    }

    private static double distance(Color one, Color other) {
        return 255
                * Math.max(
                        Math.abs(one.getRed() - other.getRed()),
                        Math.max(
                                Math.abs(one.getGreen() - other.getGreen()),
                                Math.abs(one.getBlue() - other.getBlue())));
    }
}
