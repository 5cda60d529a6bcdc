package hourglass.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.color.Token;
import hourglass.ui.kit.Brush;
import hourglass.ui.kit.CanvasPane;
import hourglass.ui.kit.Fonts;
import hourglass.ui.kit.Theme;
import hourglass.ui.kit.ThemeColors;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * What a painter painted, so that a test can look: at the colour of a place, where a colour is, and which words stand
 * there. Everything is painted in the dark theme at the base text size on the colour of surfaces.
 */
public final class Pixels {
    /** The colours everything is painted in. */
    public static final ThemeColors COLORS = ThemeColors.of(Theme.DARK);

    /** The text size everything is painted at. */
    public static final double EM = 14;

    /** How far a channel may be off, of 255, because compositing rounds; less than between any two grounds. */
    private static final int TOLERANCE = 4;

    private final int[] argb;
    private final int width;
    private final int height;

    private Pixels(WritableImage image) {
        width = (int) image.getWidth();
        height = (int) image.getHeight();
        argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    }

    /** What {@code painter} paints in a place of this size. */
    public static Pixels painted(int width, int height, Consumer<Brush> painter) {
        return onFx(() -> {
            Canvas canvas = new Canvas(width, height);
            painter.accept(new Brush(canvas.getGraphicsContext2D(), width, height, COLORS, EM));
            SnapshotParameters ground = new SnapshotParameters();
            ground.setFill(COLORS.of(Token.SURFACE));
            return new Pixels(canvas.snapshot(ground, null));
        });
    }

    /** What a pane of this size shows; {@code set} fills it before. */
    public static <T extends CanvasPane> Pixels of(int width, int height, Callable<T> make, Consumer<T> set) {
        return onFx(() -> {
            T pane = make.call();
            set.accept(pane);
            pane.resize(width, height);
            pane.layout();
            return new Pixels(pane.drawAt(1));
        });
    }

    /** Does something on the FX thread, which is started where no test has done so, and waits for it. */
    public static <T> T onFx(Callable<T> work) {
        try {
            FxToolkit.registerPrimaryStage();
        } catch (TimeoutException late) {
            throw new AssertionError("the toolkit did not start", late);
        }
        return WaitForAsyncUtils.waitForAsyncFx(30_000, () -> {
            Fonts.load();
            return work.call();
        });
    }

    /** Pixels across. */
    public int width() {
        return width;
    }

    /** Pixels down. */
    public int height() {
        return height;
    }

    /** The pixel at a place. */
    public Color at(double x, double y) {
        int pixel = argb[(int) y * width + (int) x];
        return Color.rgb(pixel >> 16 & 255, pixel >> 8 & 255, pixel & 255);
    }

    /** Whether the pixel at a place has this colour, all but. */
    public boolean is(double x, double y, Color color) {
        return x >= 0 && y >= 0 && x < width && y < height && near(argb[(int) y * width + (int) x], color, TOLERANCE);
    }

    /** Whether the pixel at a place has this colour of the theme. */
    public boolean is(double x, double y, Token token) {
        return is(x, y, COLORS.of(token));
    }

    /** Fails unless the pixel at a place has this colour. */
    public void assertIs(double x, double y, Color color, String what) {
        assertTrue(is(x, y, color), what + ": at " + x + ", " + y + " there is " + at(x, y) + " instead of " + color);
    }

    /** Fails unless the pixel at a place has this colour of the theme. */
    public void assertIs(double x, double y, Token token, String what) {
        assertIs(x, y, COLORS.of(token), what + " (" + token + ")");
    }

    /** How many pixels of a rectangle have this colour. */
    public long count(double left, double top, double right, double bottom, Token token) {
        return IntStream.range((int) top, (int) bottom)
                .mapToLong(y -> IntStream.range((int) left, (int) right)
                        .filter(x -> is(x, y, token))
                        .count())
                .sum();
    }

    /** How many pixels have this colour. */
    public long count(Token token) {
        return count(0, 0, width, height, token);
    }

    /** Mean height of this colour in a column of pixels, in pixels from the top; NaN where there is none. */
    public double middleOf(int x, Token token) {
        return IntStream.range(0, height).filter(y -> is(x, y, token)).average().orElse(Double.NaN);
    }

    /** The same for words on plain surface. */
    public boolean says(double left, double top, double right, double bottom, String words, Font font, Token ink) {
        return says(new Words(words, font, ink, Token.SURFACE), left, top, right, bottom);
    }

    /** Words as they are painted on a ground. */
    public record Words(String text, Font font, Token ink, Token ground) {}

    /** Whether these words begin in a rectangle, with their middle between its top and bottom. */
    public boolean says(Words wanted, double left, double top, double right, double bottom) {
        String words = wanted.text();
        Font font = wanted.font();
        for (double shift = 0; shift < 1; shift += 0.125) {
            double x = 4 + shift;
            Pixels text = painted((int) (words.length() * font.getSize()) + 8, (int) (2 * font.getSize()), brush -> {
                brush.g().setFill(brush.color(wanted.ground()));
                brush.g().fillRect(0, 0, brush.width(), brush.height());
                brush.g().setFill(brush.color(wanted.ink()));
                brush.text(words, x, font.getSize(), font, TextAlignment.LEFT);
            });
            if (contains((int) left, (int) top, (int) right, (int) bottom, text, wanted.ground())) {
                return true;
            }
        }
        return false;
    }

    private boolean contains(int left, int top, int right, int bottom, Pixels text, Token ground) {
        int[] ink = IntStream.range(0, text.argb.length)
                .filter(i -> !near(text.argb[i], COLORS.of(ground), 40))
                .toArray();
        for (int y = top - text.height / 2; y < bottom - text.height / 2; y++) {
            for (int x = left - 4; x < right - 4; x++) {
                if (ink.length > 0 && matches(text, ink, x, y)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean matches(Pixels text, int[] ink, int left, int top) {
        int wrong = 0;
        for (int i : ink) {
            int x = left + i % text.width;
            int y = top + i / text.width;
            boolean inside = x >= 0 && y >= 0 && x < width && y < height;
            wrong += inside && distance(argb[y * width + x], text.argb[i]) < 80 ? 0 : 1;
            if (wrong > ink.length / 50) {
                return false;
            }
        }
        return true;
    }

    private static boolean near(int pixel, Color color, int most) {
        int other = (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
        return distance(pixel, other) <= most;
    }

    private static int distance(int one, int other) {
        return Math.max(
                Math.abs((one >> 16 & 255) - (other >> 16 & 255)),
                Math.max(Math.abs((one >> 8 & 255) - (other >> 8 & 255)), Math.abs((one & 255) - (other & 255))));
    }
}
