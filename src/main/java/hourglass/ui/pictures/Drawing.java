package hourglass.ui.pictures;

import java.util.Arrays;

/** What a hand painted over one image: for each pixel black, white or nothing. Immutable. */
public final class Drawing {
    private final int width;
    private final int height;
    /** NaN where nothing was painted. */
    private final float[] paint;

    private Drawing(int width, int height, float[] paint) {
        this.width = width;
        this.height = height;
        this.paint = paint;
    }

    /** Nothing painted yet. */
    public static Drawing blank(int width, int height) {
        float[] paint = new float[width * height];
        Arrays.fill(paint, Float.NaN);
        return new Drawing(width, height, paint);
    }

    /** As {@link #text} tells it; that has a letter for each pixel. */
    public static Drawing of(int width, int height, String text) {
        Drawing drawing = blank(width, height);
        for (int i = 0; i < drawing.paint.length; i++) {
            drawing.paint[i] = text.charAt(i) == '.' ? Float.NaN : text.charAt(i) - '0';
        }
        return drawing;
    }

    /** Row by row a letter for each pixel: {@code 0} black, {@code 1} white, a full stop where nothing was painted. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (float pixel : paint) {
            text.append(Float.isNaN(pixel) ? '.' : pixel == 0 ? '0' : '1');
        }
        return text.toString();
    }

    /** Pixels per row. */
    public int width() {
        return width;
    }

    /** Rows. */
    public int height() {
        return height;
    }

    /**
     * With a stroke from one pixel to another.
     *
     * @param tip how wide the brush is and what it leaves
     */
    public Drawing with(int fromX, int fromY, int toX, int toY, BrushTip tip) {
        float[] more = paint.clone();
        int steps = Math.max(1, Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY)));
        for (int i = 0; i <= steps; i++) {
            dab(
                    more,
                    fromX + Math.round((toX - fromX) * (float) i / steps),
                    fromY + Math.round((toY - fromY) * (float) i / steps),
                    tip);
        }
        return new Drawing(width, height, more);
    }

    private void dab(float[] target, int x, int y, BrushTip tip) {
        int first = -(tip.size() - 1) / 2;
        for (int dy = first; dy < first + tip.size(); dy++) {
            for (int dx = first; dx < first + tip.size(); dx++) {
                int px = x + dx;
                int py = y + dy;
                if (px >= 0 && px < width && py >= 0 && py < height) {
                    target[py * width + px] = tip.ink().value();
                }
            }
        }
    }

    /** Whether it was painted for images of this size. */
    public boolean fits(int otherWidth, int otherHeight) {
        return width == otherWidth && height == otherHeight;
    }

    /** Paints over an image that begins at {@code offset}. */
    public void over(float[] images, int offset) {
        for (int i = 0; i < paint.length; i++) {
            if (!Float.isNaN(paint[i])) {
                images[offset + i] = paint[i];
            }
        }
    }
}
