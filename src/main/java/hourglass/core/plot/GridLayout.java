package hourglass.core.plot;

import java.util.OptionalInt;

/**
 * Places of square images in a grid at one whole scale, so that every image pixel is a square of equal size.
 *
 * @param scale screen pixels per image pixel, 1 or more
 * @param columns images per row, 1 or more
 * @param side screen pixels of one image
 * @param gap screen pixels between images
 * @param offsetX left of the first image, so that the grid is centred; never negative
 * @param offsetY top of the first image
 * @param count images
 */
public record GridLayout(int scale, int columns, int side, int gap, int offsetX, int offsetY, int count) {

    /**
     * The largest whole scale at which {@code count} images with {@code gap} pixels between them fit; if none fits,
     * scale 1 with as many columns as the width takes, and the grid runs out at the bottom.
     *
     * @param width screen pixels, 0 or more
     * @param height screen pixels, 0 or more
     * @param count images, 0 or more
     * @param imageSide image pixels per side, 1 or more
     * @param gap screen pixels between images, 0 or more
     */
    public static GridLayout fit(int width, int height, int count, int imageSide, int gap) {
        if (width < 0 || height < 0 || count < 0 || imageSide < 1 || gap < 0) {
            throw new IllegalArgumentException(
                    "expected sizes that are not negative and images of at least 1 pixel, got " + width + "×" + height
                            + ", " + count + " images of " + imageSide + ", gap " + gap);
        }
        int scale = Math.max(1, Math.min(width, height) / imageSide);
        while (scale > 1 && !fits(width, height, count, scale * imageSide, gap)) {
            scale--;
        }
        return at(scale, width, height, count, imageSide, gap);
    }

    /** The grid of {@link #fit} at a scale chosen by hand. */
    public static GridLayout at(int scale, int width, int height, int count, int imageSide, int gap) {
        int side = scale * imageSide;
        int most = columns(width, side, gap);
        int rows = (count + most - 1) / most;
        // Even rows look calmer than full ones with a short last.
        int columns = rows == 0 ? most : Math.min(most, (count + rows - 1) / rows);
        int usedX = columns * (side + gap) - gap;
        int usedY = rows * (side + gap) - gap;
        return new GridLayout(
                scale, columns, side, gap, Math.max(0, (width - usedX) / 2), Math.max(0, (height - usedY) / 2), count);
    }

    /** Rows, the last perhaps not full; 0 for no images. */
    public int rows() {
        return (count + columns - 1) / columns;
    }

    /** Screen pixels from one image to the next. */
    public int cell() {
        return side + gap;
    }

    /** Left of image {@code index}. */
    public int x(int index) {
        return offsetX + index % columns * cell();
    }

    /** Top of image {@code index}. */
    public int y(int index) {
        return offsetY + index / columns * cell();
    }

    /** The image at a place of the screen; empty in gaps and margins. */
    public OptionalInt indexAt(double px, double py) {
        double x = px - offsetX;
        double y = py - offsetY;
        if (x < 0 || y < 0 || x % cell() >= side || y % cell() >= side) {
            return OptionalInt.empty();
        }
        int column = (int) (x / cell());
        long row = (long) (y / cell());
        long index = row * columns + column;
        return column < columns && index < count ? OptionalInt.of((int) index) : OptionalInt.empty();
    }

    private static int columns(int width, int side, int gap) {
        return Math.max(1, (width + gap) / (side + gap));
    }

    private static boolean fits(int width, int height, int count, int side, int gap) {
        int columns = columns(width, side, gap);
        long rows = ((long) count + columns - 1) / columns;
        return side <= width && rows * (side + gap) - gap <= height;
    }
}
