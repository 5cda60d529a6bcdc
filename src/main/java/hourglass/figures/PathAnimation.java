package hourglass.figures;

import hourglass.core.color.GreyMap;
import hourglass.core.data.ImageBlock;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A path between two codes as moving pictures: there and back again, resting at both ends. */
public final class PathAnimation implements Saved {
    private static final int LARGE = 224;
    private static final int SMALL = 84;
    private static final int GAP = 28;
    private static final Duration STEP = Duration.ofMillis(60);
    private static final Duration REST = Duration.ofMillis(900);

    private final ImageBlock images;
    private final String from;
    private final String to;
    private final String caption;

    /**
     * Of the images along a path.
     *
     * @param images from one end to the other, at least 2
     * @param from what the first is
     * @param to what the last is
     */
    public PathAnimation(ImageBlock images, String from, String to, String caption) {
        if (images.count() < 2) {
            throw new IllegalArgumentException("expected a path of at least 2 images, got " + images.count());
        }
        this.images = images;
        this.from = from;
        this.to = to;
        this.caption = caption;
    }

    /** As a GIF at half the scale, as it is for the screen. */
    @Override
    public void write(Path file, FigureStyle style, int scale) throws IOException {
        GifWriter.write(file, frames(style, Math.max(1, scale / 2)), caption);
    }

    /** Draws every picture, {@code 2 · count − 2} of them. */
    List<GifFrame> frames(FigureStyle style, int scale) {
        List<GifFrame> frames = new ArrayList<>();
        int last = images.count() - 1;
        for (int i = 0; i <= last; i++) {
            frames.add(new GifFrame(draw(style, scale, i), i == 0 || i == last ? REST : STEP));
        }
        for (int i = last - 1; i > 0; i--) {
            frames.add(new GifFrame(frames.get(i).image(), STEP));
        }
        return frames;
    }

    private BufferedImage draw(FigureStyle style, int scale, int index) {
        FigureType type = new FigureType(style, scale);
        int longest = Math.max(images.width(), images.height());
        int large = Math.max(1, LARGE / longest) * scale;
        int small = Math.max(1, SMALL / longest) * scale;
        int edge = Math.max(images.width() * small, type.widest(type.label, List.of(from, to)));
        int body = 2 * (edge + type.px(GAP)) + images.width() * large;
        int high = images.height() * large;
        int track = type.px(26);
        try (FigureCanvas canvas = new FigureCanvas(style, type, body, high + track, caption)) {
            int left = type.px(FigureCanvas.MARGIN);
            int top = type.px(FigureCanvas.MARGIN);
            drawEnd(canvas, 0, from, left + edge / 2, small, high);
            drawEnd(canvas, images.count() - 1, to, left + body - edge / 2, small, high);
            canvas.pixels(argb(index), images.width(), large, left + edge + type.px(GAP), top);
            int y = top + high + track - type.px(6);
            double share = (double) index / (images.count() - 1);
            drawTrack(canvas, left + edge / 2, left + body - edge / 2, y, share);
            return canvas.image();
        }
    }

    private int[] argb(int index) {
        int[] argb = new int[images.pixelsPerImage()];
        GreyMap.fill(images.image(index), 0, argb.length, argb, 0);
        return argb;
    }

    private void drawEnd(FigureCanvas canvas, int index, String words, int centre, int side, int high) {
        FigureType type = canvas.type;
        int own = images.height() * side + type.px(6) + type.height(type.label);
        int top = type.px(FigureCanvas.MARGIN) + (high - own) / 2;
        canvas.pixels(argb(index), images.width(), side, centre - images.width() * side / 2, top);
        int below = top + images.height() * side + type.px(6);
        canvas.textCentred(type.label, canvas.style.ink(), words, centre, below);
    }

    private static void drawTrack(FigureCanvas canvas, int left, int right, int y, double share) {
        int thick = canvas.type.px(2);
        int at = (int) Math.round(left + share * (right - left));
        canvas.fill(canvas.style.line(), left, y - thick / 2, right - left, thick);
        canvas.fill(canvas.style.accent(), left, y - thick / 2, at - left, thick);
        double radius = canvas.type.px(5);
        canvas.graphics.setColor(canvas.style.accent());
        canvas.graphics.fill(new Ellipse2D.Double(at - radius, y - radius, 2 * radius, 2 * radius));
    }
}
