package hourglass.ui.scatter;

import hourglass.ui.pictures.ImageTiles;

/** Grey images at another size, computed once because they are drawn many times. */
final class TileGreys {
    private final ImageTiles tiles;
    private final int side;
    private final byte[] known;

    /** Each {@code side} pixels wide and high; an image of any shape fills the square. */
    TileGreys(ImageTiles tiles, int side) {
        this.tiles = tiles;
        this.side = side;
        // Enlarged ones would only repeat what is there.
        boolean smaller = side <= tiles.imageWidth() && side <= tiles.imageHeight();
        known = new byte[smaller ? tiles.count() * side * side : 0];
        for (int i = 0; i < known.length; i++) {
            int pixel = i % (side * side);
            known[i] = (byte) mean(i / (side * side), pixel % side, pixel / side);
        }
    }

    int side() {
        return side;
    }

    boolean isOf(ImageTiles others, int otherSide) {
        return tiles == others && side == otherSide;
    }

    /** Of a pixel, 0 … 255. */
    int brightness(int image, int column, int row) {
        return known.length > 0
                ? known[(image * side + row) * side + column] & 255
                : tiles.argb(image, column * tiles.imageWidth() / side, row * tiles.imageHeight() / side) & 255;
    }

    /** Mean of the image pixels under one of ours. */
    private int mean(int image, int column, int row) {
        int fromX = column * tiles.imageWidth() / side;
        int toX = Math.max(fromX + 1, (column + 1) * tiles.imageWidth() / side);
        int fromY = row * tiles.imageHeight() / side;
        int toY = Math.max(fromY + 1, (row + 1) * tiles.imageHeight() / side);
        int sum = 0;
        for (int y = fromY; y < toY; y++) {
            for (int x = fromX; x < toX; x++) {
                sum += tiles.argb(image, x, y) & 255;
            }
        }
        return sum / ((toX - fromX) * (toY - fromY));
    }
}
