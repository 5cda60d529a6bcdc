package hourglass.ui.inside;

import hourglass.session.measure.WalkStage;
import hourglass.session.measure.WalkStage.Tiles;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the pictures of a walk lie: one column for each stage, its pictures in a grid, each image pixel a whole number of
 * screen pixels. Stages that would be too small side by side go on in the next line.
 *
 * @param columns in the order of the stages
 */
record WalkPlaces(List<Column> columns) {
    /** Between the pictures of a stage. */
    static final double GAP = 4;
    /** Between stages, with an arrow in it. */
    static final double BETWEEN = 28;
    /** From the pictures of the code to the outer edge of the frame around them. */
    static final double FRAME = 10;

    private static final int[] SIDES = {112, 98, 84, 70, 56, 42, 28, 21, 14, 7};
    /** Where maps would be smaller than this there is another line. */
    private static final int LEAST_SIDE = 42;
    /** Height of the pictures of a line that can be seen. */
    private static final double LEAST_ROOM = 190;

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
     * @param line where its line is
     */
    record Column(double x, double top, int scale, int across, Tiles tiles, int first, int count, Line line) {
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

        private Column at(double left, Line line) {
            double upper = Math.round(line.middle() - height() / 2);
            return new Column(left, upper, scale, across, tiles, first, count, line);
        }
    }

    /**
     * Stages side by side.
     *
     * @param middle height of the middle of their pictures
     * @param room height of all pictures
     */
    record Line(double middle, double room) {
        private static final Line NONE = new Line(0, 0);

        double upper() {
            return middle - room / 2;
        }

        double lower() {
            return middle + room / 2;
        }
    }

    /** A pixel of a picture of a stage. */
    record Place(int stage, int tile, int row, int column) {}

    /**
     * Room for words.
     *
     * @param top above the pictures
     * @param foot below them
     * @param least width of each column
     */
    record Margins(double top, double foot, List<Double> least) {
        /** Copies the list. */
        Margins {
            least = List.copyOf(least);
        }

        private double height() {
            return top + foot;
        }
    }

    /** Height that the walk needs in so much width. */
    static double leastHeight(List<WalkStage> stages, double width, Margins words) {
        return lines(stages, width, words).size() * (words.height() + LEAST_ROOM);
    }

    /** Where each line begins, if nothing has to be too small. */
    private static List<Integer> lines(List<WalkStage> stages, double width, Margins words) {
        List<Column> small = columns(stages, LEAST_SIDE, LEAST_ROOM);
        List<Integer> begin = new ArrayList<>();
        double used = 0;
        for (int i = 0; i < small.size(); i++) {
            double wide = wide(stages.get(i), small.get(i), words.least().get(i));
            if (begin.isEmpty() || used + BETWEEN + wide > width) {
                begin.add(i);
                used = wide;
            } else {
                used += BETWEEN + wide;
            }
        }
        return begin;
    }

    /** As large as fits, in as few lines as can be. */
    static WalkPlaces of(List<WalkStage> stages, double width, double height, Margins words) {
        List<Integer> begin = lines(stages, width, words);
        double room = Math.max(60, height / begin.size() - words.height());
        List<Column> placed = new ArrayList<>();
        for (int line = 0; line < begin.size(); line++) {
            int first = begin.get(line);
            int end = line + 1 < begin.size() ? begin.get(line + 1) : stages.size();
            double upper = line * (room + words.height()) + words.top();
            placed.addAll(line(
                    stages.subList(first, end),
                    width,
                    new Line(upper + room / 2, room),
                    words.least().subList(first, end)));
        }
        return new WalkPlaces(List.copyOf(placed));
    }

    private static List<Column> line(List<WalkStage> stages, double width, Line line, List<Double> least) {
        List<Column> made = List.of();
        for (int side : SIDES) {
            made = columns(stages, side, line.room());
            if (width(stages, made, least) <= width) {
                break;
            }
        }
        double spare = Math.max(0, width - width(stages, made, least)) / Math.max(1, made.size() - 1);
        double between = BETWEEN + Math.min(spare, 4 * BETWEEN);
        double all = width(stages, made, least) + (between - BETWEEN) * (made.size() - 1);
        double x = Math.max(0, (width - all) / 2);
        List<Column> placed = new ArrayList<>();
        for (int i = 0; i < made.size(); i++) {
            Column column = made.get(i);
            double wide = wide(stages.get(i), column, least.get(i));
            placed.add(column.at(Math.rint(x + (wide - column.width()) / 2), line));
            x += wide + between;
        }
        return placed;
    }

    /** One picture of one stage alone, as large as fits. */
    static WalkPlaces enlarged(List<WalkStage> stages, Place chosen, double width, double height, double top) {
        double room = Math.max(60, height - top - 8);
        Line line = new Line(top + room / 2, room);
        List<Column> placed = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            Tiles tiles = stages.get(i).tiles();
            if (i != chosen.stage()) {
                placed.add(new Column(-1, -1, 1, 1, tiles, 0, 0, Line.NONE));
                continue;
            }
            int scale = scale(tiles, (int) Math.min(room, width));
            Column large = new Column(0, 0, scale, 1, tiles, chosen.tile(), 1, line);
            placed.add(large.at(Math.rint((width - large.width()) / 2), line));
        }
        return new WalkPlaces(List.copyOf(placed));
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
            made.add(new Column(0, 0, scale, across, tiles, 0, tiles.count(), Line.NONE));
        }
        return made;
    }

    private static double width(List<WalkStage> stages, List<Column> columns, List<Double> least) {
        double all = BETWEEN * (columns.size() - 1);
        for (int i = 0; i < columns.size(); i++) {
            all += wide(stages.get(i), columns.get(i), least.get(i));
        }
        return all;
    }

    /** With the frame around the code, and its words. */
    private static double wide(WalkStage stage, Column column, double least) {
        return Math.max(least, column.width() + (stage.isCode() ? 2 * FRAME : 0));
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
