package hourglass.figures;

import hourglass.core.color.GreyMap;
import hourglass.core.data.ImageBlock;
import java.awt.geom.Ellipse2D;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A path between two codes as moving pictures: there and back again, resting at both ends. */
public final class PathAnimation extends Animation {
    private static final int LARGE = 224;
    private static final int SMALL = 84;
    private static final int GAP = 28;
    private static final Duration STEP = Duration.ofMillis(60);
    private static final Duration REST = Duration.ofMillis(900);

    /**
     * Of the images along a path.
     *
     * @param images from one end to the other, at least 2
     * @param from what the first is
     * @param to what the last is
     */
    public PathAnimation(ImageBlock images, String from, String to, String caption) {
        super(thereAndBack(images, List.of(from, to), caption), caption);
    }

    private static List<Shown> thereAndBack(ImageBlock images, List<String> ends, String caption) {
        if (images.count() < 2) {
            throw new IllegalArgumentException("expected a path of at least 2 images, got " + images.count());
        }
        List<Shown> shown = new ArrayList<>();
        int last = images.count() - 1;
        for (int i = 0; i <= last; i++) {
            shown.add(new Shown(new Step(images, ends, i, caption), i == 0 || i == last ? REST : STEP));
        }
        for (int i = last - 1; i > 0; i--) {
            shown.add(new Shown(shown.get(i).figure(), STEP));
        }
        return shown;
    }

    /** One image large between both ends, and how far it is on the way. */
    private static final class Step extends Figure {
        private final ImageBlock images;
        private final List<String> ends;
        private final int index;

        Step(ImageBlock images, List<String> ends, int index, String caption) {
            super(caption);
            this.images = images;
            this.ends = ends;
            this.index = index;
        }

        @Override
        Body body(FigureType type) {
            int large = type.side(LARGE, images.width(), images.height());
            int small = type.side(SMALL, images.width(), images.height());
            int edge = Math.max(images.width() * small, type.widest(type.label, ends));
            int body = 2 * (edge + type.px(GAP)) + images.width() * large;
            int high = images.height() * large;
            int track = type.px(26);
            return new Body(body, high + track, canvas -> {
                int left = type.px(FigureCanvas.MARGIN);
                int top = type.px(FigureCanvas.MARGIN);
                drawEnd(canvas, 0, ends.get(0), left + edge / 2, small, high);
                drawEnd(canvas, images.count() - 1, ends.get(1), left + body - edge / 2, small, high);
                canvas.pixels(argb(index), images.width(), large, left + edge + type.px(GAP), top);
                int y = top + high + track - type.px(6);
                double share = (double) index / (images.count() - 1);
                drawTrack(canvas, left + edge / 2, left + body - edge / 2, y, share);
            });
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
            canvas.page.fill(
                    new Ellipse2D.Double(at - radius, y - radius, 2 * radius, 2 * radius), canvas.style.accent());
        }
    }
}
