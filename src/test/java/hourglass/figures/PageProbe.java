package hourglass.figures;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** Finds on a drawn page what has a colour. */
final class PageProbe {
    /** The pixels of one thing: a dot, a square of an image, a stroke. */
    record Box(int left, int top, int right, int bottom, int pixels) {
        double centreX() {
            return (left + right) / 2.0;
        }

        double centreY() {
            return (top + bottom) / 2.0;
        }

        int width() {
            return right - left + 1;
        }

        int height() {
            return bottom - top + 1;
        }
    }

    final BufferedImage image;

    PageProbe(BufferedImage image) {
        this.image = image;
    }

    static PageProbe of(Figure figure) {
        return new PageProbe(figure.draw(FigureStyle.dark(), 1));
    }

    int grey(int x, int y) {
        return image.getRGB(x, y) & 0xff;
    }

    boolean is(double x, double y, Color color) {
        return image.getRGB((int) x, (int) y) == color.getRGB();
    }

    /** Whether there is such a pixel in the part. */
    boolean has(Color color, double x, double y, double w, double h) {
        for (int j = (int) y; j < y + h; j++) {
            for (int i = (int) x; i < x + w; i++) {
                if (is(i, j, color)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether anything light is drawn in the part, however thin; on the dark ground and its lines. */
    boolean hasLight(double x, double y, double w, double h) {
        for (int j = (int) y; j < y + h; j++) {
            for (int i = (int) x; i < x + w; i++) {
                if ((image.getRGB(i, j) >> 16 & 0xff) > 90) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Connected pixels of exactly this colour, at least so many; from the left, then from the top. */
    List<Box> boxes(Color color, int least) {
        boolean[] seen = new boolean[image.getWidth() * image.getHeight()];
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < seen.length; i++) {
            int row = i / image.getWidth();
            if (!seen[i] && is(i % image.getWidth(), row, color)) {
                Box box = grown(i, color, seen);
                if (box.pixels() >= least) {
                    boxes.add(box);
                }
            }
        }
        boxes.sort(Comparator.comparingInt(Box::left).thenComparingInt(Box::top));
        return boxes;
    }

    private Box grown(int start, Color color, boolean[] seen) {
        int w = image.getWidth();
        Box box = new Box(w, image.getHeight(), -1, -1, 0);
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        seen[start] = true;
        while (!open.isEmpty()) {
            int at = open.pop();
            int x = at % w;
            int y = at / w;
            box = new Box(
                    Math.min(box.left(), x),
                    Math.min(box.top(), y),
                    Math.max(box.right(), x),
                    Math.max(box.bottom(), y),
                    box.pixels() + 1);
            for (int[] step : new int[][] {{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) {
                int nx = x + step[0];
                int ny = y + step[1];
                boolean inside = nx >= 0 && ny >= 0 && nx < w && ny < image.getHeight();
                if (inside && !seen[ny * w + nx] && is(nx, ny, color)) {
                    seen[ny * w + nx] = true;
                    open.push(ny * w + nx);
                }
            }
        }
        return box;
    }
}
