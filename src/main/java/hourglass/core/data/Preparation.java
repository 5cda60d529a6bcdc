package hourglass.core.data;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * How somebody's own picture becomes an image like those that a network has learnt: an object that fills the frame, bright
 * on black. Immutable.
 *
 * @param steps what is done to it, in the order of {@link Step}
 */
public record Preparation(Set<Step> steps) {
    /** The picture as it is, only shrunk into the frame. */
    public static final Preparation NONE = new Preparation(Set.of());

    /** A pixel belongs to the object where it differs from the background by more than so much, of 1. */
    static final float DIFFERENT = 0.1f;

    /** One thing that can be done or left. */
    public enum Step {
        /** Bright becomes dark; what was light paper becomes black. */
        INVERT,
        /** What lies around the object is cut off, so that it fills the frame. */
        CROP,
        /** The object stands in the middle. */
        CENTRE
    }

    /** Keeps its own steps. */
    public Preparation {
        steps = Set.copyOf(steps);
    }

    /** Everything that makes sense for a picture: inverting it only where its background is light. */
    public static Preparation suggestedFor(ImageBlock picture) {
        return new Preparation(
                background(picture.image(0), picture.width()) > 0.5f
                        ? EnumSet.allOf(Step.class)
                        : EnumSet.of(Step.CROP, Step.CENTRE));
    }

    /** With a step more, or without it if it was there. */
    public Preparation toggled(Step step) {
        EnumSet<Step> other = steps.isEmpty() ? EnumSet.noneOf(Step.class) : EnumSet.copyOf(steps);
        if (!other.remove(step)) {
            other.add(step);
        }
        return new Preparation(other);
    }

    /** Whether there is nothing in the picture: all of it has the brightness of its background. */
    public static boolean isPlain(ImageBlock picture) {
        float[] pixels = picture.image(0);
        return Box.around(pixels, picture.width(), background(pixels, picture.width()))
                .isEmpty();
    }

    /**
     * The picture prepared.
     *
     * @param picture one grey picture of any size, 0 … 1
     * @param width of the result in pixels
     * @param height of the result in pixels
     * @return one image, 0 … 1
     */
    public ImageBlock of(ImageBlock picture, int width, int height) {
        float[] pixels = picture.image(0);
        float ground = background(pixels, picture.width());
        Box object = Box.around(pixels, picture.width(), ground);
        if (steps.contains(Step.INVERT)) {
            ground = invert(pixels, ground);
        }
        Box all = new Box(0, 0, picture.width(), picture.height());
        Box source = steps.contains(Step.CROP) && !object.isEmpty() ? object : all;
        double scale = Math.min((double) width / source.width(), (double) height / source.height());
        int wide = Math.max(1, Math.min(width, (int) Math.round(source.width() * scale)));
        int high = Math.max(1, Math.min(height, (int) Math.round(source.height() * scale)));
        float[] scaled = resized(pixels, picture.width(), source, wide, high);
        int left = place(width, wide, object.across(), source.across(), picture.width());
        int top = place(height, high, object.down(), source.down(), picture.height());
        float[] made = new float[width * height];
        Arrays.fill(made, ground);
        for (int y = Math.max(0, -top); y < high && top + y < height; y++) {
            for (int x = Math.max(0, -left); x < wide && left + x < width; x++) {
                made[(top + y) * width + left + x] = scaled[y * wide + x];
            }
        }
        return ImageBlock.copyOf(width, height, made);
    }

    /**
     * Where what is kept begins in the frame, along one side.
     *
     * @param frame side of the frame
     * @param kept side in the frame of what is kept of the picture
     * @param object where in the picture the object is
     * @param source where in the picture is what is kept
     * @param picture side of the whole picture
     */
    private int place(int frame, int kept, Span object, Span source, int picture) {
        if (steps.contains(Step.CENTRE) && object.length() > 0) {
            double middle = object.from() - source.from() + 0.5 * object.length();
            return (int) Math.floor(0.5 * frame - middle * kept / source.length());
        }
        if (source.length() < picture) {
            // Cut out, it keeps its side of the picture.
            return (int) Math.round((frame - kept) * (double) source.from() / (picture - source.length()));
        }
        return (frame - kept) / 2;
    }

    /** A part of a side. */
    private record Span(int from, int length) {}

    /** In place; light paper becomes quite black. Returns the new background. */
    private static float invert(float[] pixels, float ground) {
        float black = ground > 0.5f ? 1 - ground : 0;
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Math.max(0, (1 - pixels[i] - black) / (1 - black));
        }
        return ground > 0.5f ? 0 : 1 - ground;
    }

    /** Median of the outermost pixels. */
    private static float background(float[] pixels, int width) {
        int height = pixels.length / width;
        float[] edge = new float[pixels.length];
        int count = 0;
        for (int i = 0; i < pixels.length; i++) {
            int x = i % width;
            int y = i / width;
            if (x == 0 || y == 0 || x == width - 1 || y == height - 1) {
                edge[count++] = pixels[i];
            }
        }
        Arrays.sort(edge, 0, count);
        return edge[count / 2];
    }

    /** A rectangle of pixels; the right and the lower edge are not in it. */
    private record Box(int left, int top, int right, int bottom) {
        int width() {
            return right - left;
        }

        int height() {
            return bottom - top;
        }

        Span across() {
            return new Span(left, width());
        }

        Span down() {
            return new Span(top, height());
        }

        boolean isEmpty() {
            return right <= left;
        }

        /** The smallest one around what differs from the background. */
        static Box around(float[] pixels, int width, float ground) {
            Box box = new Box(width, pixels.length / width, 0, 0);
            for (int i = 0; i < pixels.length; i++) {
                if (Math.abs(pixels[i] - ground) > DIFFERENT) {
                    int x = i % width;
                    int y = i / width;
                    box = new Box(
                            Math.min(box.left, x),
                            Math.min(box.top, y),
                            Math.max(box.right, x + 1),
                            Math.max(box.bottom, y + 1));
                }
            }
            return box.isEmpty() ? new Box(0, 0, 0, 0) : box;
        }
    }

    /** The mean over the area of a pixel where it shrinks, in between its pixels where it grows. */
    private static float[] resized(float[] pixels, int stride, Box source, int wide, int high) {
        float[] rows = new float[source.height() * wide];
        for (int y = 0; y < source.height(); y++) {
            int from = (source.top + y) * stride + source.left;
            line(pixels, from, 1, source.width(), rows, y * wide, 1, wide);
        }
        float[] made = new float[wide * high];
        for (int x = 0; x < wide; x++) {
            line(rows, x, wide, source.height(), made, x, wide, high);
        }
        return made;
    }

    /** One row or column, weighted by a triangle as wide as the larger of a pixel of the source and one of the target. */
    private static void line(float[] in, int first, int step, int n, float[] out, int begin, int pace, int m) {
        double scale = (double) n / m;
        double reach = Math.max(1, scale);
        for (int i = 0; i < m; i++) {
            double centre = (i + 0.5) * scale - 0.5;
            double sum = 0;
            double weights = 0;
            int last = (int) Math.min(n - 1, Math.ceil(centre + reach));
            for (int j = (int) Math.max(0, Math.floor(centre - reach)); j <= last; j++) {
                double weight = Math.max(0, 1 - Math.abs(j - centre) / reach);
                sum += weight * in[first + j * step];
                weights += weight;
            }
            out[begin + i * pace] = (float) (sum / weights);
        }
    }
}
