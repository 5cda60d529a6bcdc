package hourglass.ui.inside;

import hourglass.session.measure.WalkStage;
import hourglass.session.measure.WalkStage.Tiles;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the pictures of a walk lie: one column for each stage, its pictures in a grid, each image pixel a whole number of
 * screen pixels.
 *
 * @param columns in the order of the stages
 * @param middle height of the middle of all pictures
 * @param height of all pictures
 */
record WalkPlaces(List<Column> columns, double middle, double height) {
    /** Between the pictures of a stage. */
    static final double GAP = 4;
    /** Between stages, with an arrow in it. */
    static final double BETWEEN = 28;

    private static final int[] SIDES = {112, 98, 84, 70, 56, 42, 28, 21, 14, 7};
    private static final int LARGEST_IMAGE = 168;
    private static final int LARGEST_MAP = 84;
    private static final int LARGEST_CELL = 44;

    /**
     * A stage.
     *
     * @param x left edge of its pictures
     * @param top upper edge of its pictures
     * @param scale screen pixels for each of theirs
     * @param across pictures side by side
     * @param tiles the pictures
     * @param first of them that is shown; only enlarged it is not 0
     * @param count how many are shown
     */
    record Column(double x, double top, int scale, int across, Tiles tiles, int first, int count) {
        int tileWidth() {
            return tiles.width() * scale;
        }

        int tileHeight() {
            return tiles.height() * scale;
        }

        double width() {
            return across * (tileWidth() + GAP) - GAP;
        }

        double height() {
            int down = (count + across - 1) / across;
            return down * (tileHeight() + GAP) - GAP;
        }

        double tileX(int tile) {
            return x + (tile - first) % across * (tileWidth() + GAP);
        }

        double tileY(int tile) {
            int row = (tile - first) / across;
            return top + row * (tileHeight() + GAP);
        }

        /** The picture at a place, −1 for none. */
        int tileAt(double px, double py) {
            int column = (int) Math.floor((px - x) / (tileWidth() + GAP));
            int row = (int) Math.floor((py - top) / (tileHeight() + GAP));
            int tile = first + row * across + column;
            boolean inside = column >= 0
                    && column < across
                    && row >= 0
                    && tile < first + count
                    && px < tileX(tile) + tileWidth()
                    && py < tileY(tile) + tileHeight();
            return inside ? tile : -1;
        }

        private Column at(double left, double middle) {
            return new Column(left, Math.round(middle - height() / 2), scale, across, tiles, first, count);
        }
    }

    /** A pixel of a picture of a stage. */
    record Place(int stage, int tile, int row, int column) {}

    /**
     * As large as fits; too wide where even the smallest does not.
     *
     * @param top above the pictures, for words
     * @param foot below them, for words
     * @param least width of a column, for its words
     */
    static WalkPlaces of(List<WalkStage> stages, double width, double height, double top, double foot, double least) {
        double room = Math.max(60, height - top - foot);
        List<Column> made = List.of();
        for (int side : SIDES) {
            made = columns(stages, side, room);
            if (width(made, least) <= width) {
                break;
            }
        }
        double spare = Math.max(0, width - width(made, least)) / Math.max(1, made.size() - 1);
        double between = BETWEEN + Math.min(spare, 4 * BETWEEN);
        double all = width(made, least) + (between - BETWEEN) * (made.size() - 1);
        double x = Math.max(0, (width - all) / 2);
        List<Column> placed = new ArrayList<>();
        for (Column column : made) {
            double wide = Math.max(least, column.width());
            placed.add(column.at(Math.rint(x + (wide - column.width()) / 2), top + room / 2));
            x += wide + between;
        }
        return new WalkPlaces(List.copyOf(placed), top + room / 2, room);
    }

    /** One picture of one stage alone, as large as fits. */
    static WalkPlaces enlarged(List<WalkStage> stages, Place chosen, double width, double height, double top) {
        double room = Math.max(60, height - top - 8);
        List<Column> placed = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            Tiles tiles = stages.get(i).tiles();
            if (i != chosen.stage()) {
                placed.add(new Column(-1, -1, 1, 1, tiles, 0, 0));
                continue;
            }
            int scale = scale(tiles, (int) Math.min(room, width));
            Column large = new Column(0, 0, scale, 1, tiles, chosen.tile(), 1);
            placed.add(large.at(Math.rint((width - large.width()) / 2), top + room / 2));
        }
        return new WalkPlaces(List.copyOf(placed), top + room / 2, room);
    }

    private static int scale(Tiles tiles, int side) {
        return Math.max(1, side / Math.max(tiles.width(), tiles.height()));
    }

    private static List<Column> columns(List<WalkStage> stages, int side, double room) {
        List<Column> made = new ArrayList<>();
        for (WalkStage stage : stages) {
            Tiles tiles = stage.tiles();
            int scale =
                    switch (stage.kind()) {
                        case IMAGE -> scale(tiles, (int) Math.min(Math.min(LARGEST_IMAGE, 3 * side), room));
                        case MAPS -> scale(tiles, Math.min(LARGEST_MAP, side));
                        case READS, DRAWS -> scale(tiles, side / 2);
                        case NUMBERS, DISTRIBUTION, DRAW ->
                            Math.min(LARGEST_CELL, scale(tiles, (int) Math.min(3.6 * side / tiles.count(), room)));
                    };
            int down = (int) Math.max(1, Math.floor((room + GAP) / (tiles.height() * scale + GAP)));
            int across = Math.max((int) Math.sqrt(tiles.count()), (tiles.count() + down - 1) / down);
            made.add(new Column(0, 0, scale, across, tiles, 0, tiles.count()));
        }
        return made;
    }

    private static double width(List<Column> columns, double least) {
        return columns.stream()
                        .mapToDouble(each -> Math.max(least, each.width()))
                        .sum()
                + BETWEEN * (columns.size() - 1);
    }

    /** Width that is needed. */
    double width() {
        return columns.stream()
                .mapToDouble(each -> each.x() + each.width())
                .max()
                .orElse(0);
    }

    /** The pixel at a place, in whichever picture; null outside. */
    @Nullable
    Place at(double px, double py) {
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            int tile = column.tileAt(px, py);
            if (tile >= 0) {
                int row = (int) ((py - column.tileY(tile)) / column.scale());
                int across = (int) ((px - column.tileX(tile)) / column.scale());
                return new Place(i, tile, row, across);
            }
        }
        return null;
    }
}
