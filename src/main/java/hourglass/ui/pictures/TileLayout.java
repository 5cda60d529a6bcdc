package hourglass.ui.pictures;

/**
 * Where the tiles of a grid lie.
 *
 * @param columns tiles per row
 * @param rows whole rows
 * @param tileWidth width of an image on screen
 * @param tileHeight height of an image on screen
 * @param gapX space between images side by side
 * @param gapY space between a row and the next
 * @param caption space below each image for its caption
 */
record TileLayout(
        int columns, int rows, double tileWidth, double tileHeight, double gapX, double gapY, double caption) {
    /** Room left at the edges for the outline of a chosen tile. */
    static final double MARGIN = 3;

    double stepX() {
        return tileWidth + gapX;
    }

    double stepY() {
        return tileHeight + caption + gapY;
    }

    double x(int index) {
        return MARGIN + (index % columns) * stepX();
    }

    double y(int index) {
        int row = index / columns;
        return MARGIN + row * stepY();
    }

    double width() {
        return 2 * MARGIN + columns * stepX() - gapX;
    }

    double height() {
        return 2 * MARGIN + rows * stepY() - gapY;
    }

    int capacity() {
        return columns * rows;
    }

    /** Index of the tile at a position, or −1 between tiles and outside. */
    int indexAt(double px, double py) {
        int column = (int) Math.floor((px - MARGIN) / stepX());
        int row = (int) Math.floor((py - MARGIN) / stepY());
        boolean inside = column >= 0
                && column < columns
                && row >= 0
                && row < rows
                && px - MARGIN - column * stepX() <= tileWidth
                && py - MARGIN - row * stepY() <= tileHeight + caption;
        return inside ? row * columns + column : -1;
    }

    /** The same with its tiles spread evenly over a place that is somewhat larger, up to a limit. */
    TileLayout spreadOver(double width, double height) {
        return new TileLayout(
                columns,
                rows,
                tileWidth,
                tileHeight,
                spread(gapX, width - width(), columns),
                spread(gapY, height - height(), rows),
                caption);
    }

    private static double spread(double gap, double spare, int count) {
        return count < 2 || spare <= 0
                ? gap
                : gap + Math.min(Math.floor(spare / (count - 1)), Math.max(24, Math.rint(gap * 1.5)));
    }

    /** Largest count of steps that fit into {@code length}, at least one. */
    static int fitting(double length, double tile, double gap) {
        return Math.max(1, (int) Math.floor((length - 2 * MARGIN + gap) / (tile + gap)));
    }

    /**
     * Largest factor at which an image pixel covers whole device pixels and {@code available} is not exceeded.
     *
     * @param available logical pixels for one image
     * @param image its own pixels
     * @param outputScale device pixels per logical pixel
     */
    static double wholeScale(double available, int image, double outputScale) {
        return Math.max(1, Math.floor(available * outputScale / image)) / outputScale;
    }
}
