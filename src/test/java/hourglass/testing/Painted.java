package hourglass.testing;

import hourglass.core.color.Token;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Brush;
import hourglass.ui.kit.Fonts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** What a painter left behind, for tests that ask what single pixels are. Colours are those of the dark theme. */
public final class Painted {
    /** The looks that {@link #by} paints with. */
    public static final Appearance LOOKS = new Appearance();

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
}
