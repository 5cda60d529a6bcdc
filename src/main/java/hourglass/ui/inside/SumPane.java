package hourglass.ui.inside;

import hourglass.core.color.Argb;
import hourglass.core.color.Token;
import hourglass.figures.StageColors;
import hourglass.ui.inside.Summands.Block;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Brush;
import hourglass.ui.kit.CanvasPane;
import hourglass.ui.kit.Fonts;
import hourglass.ui.kit.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** The sum that made one number, written out: what was looked at, times the weights, the sum, the bias, and what follows. */
final class SumPane extends CanvasPane {
    private static final double GAP = 2;
    private static final int LARGEST_CELL = 60;
    private static final int LARGEST_GRID = 182;
    private static final int LEAST_GRID = 112;
    private static final double BETWEEN = 12;
    /** From this many on a row of cells is a picture, without numbers. */
    private static final int PICTURE = 8;

    private final Appearance appearance;
    private @Nullable Summands summands;

    SumPane(Appearance appearance) {
        super(appearance);
        this.appearance = appearance;
        setId("inside-sum");
        setAccessibleText(Messages.text("inside.sum.tip"));
    }

    void show(Optional<Summands> now) {
        double before = computePrefHeight(getWidth());
        summands = now.orElse(null);
        repaint();
        if (computePrefHeight(getWidth()) != before) {
            requestLayout();
        }
    }

    /** Blocks side by side, with the largest side of a grid among them and the height of all. */
    private record Line(List<Block> blocks, int most, double height) {}

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double wide = width < 0 ? getWidth() : width;
        return summands == null || wide <= 0
                ? largestGrid() + captions()
                : lines(summands.blocks(), wide).stream()
                        .mapToDouble(Line::height)
                        .sum();
    }

    /** Nothing of it gives way: one scrolls. */
    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    private double captions() {
        return 2.2 * em();
    }

    private int largestCell() {
        return (int) Math.max(LARGEST_CELL, Math.ceil(2.6 * em()));
    }

    private int largestGrid() {
        return Math.max(LARGEST_GRID, 3 * largestCell());
    }

    /** All in one line, if need be a bit smaller; else in as many as it takes. */
    private List<Line> lines(List<Block> blocks, double width) {
        for (int most = largestGrid(); most >= LEAST_GRID; most -= 10) {
            if (width(blocks, most) <= width) {
                return List.of(new Line(blocks, most, largestGrid() + captions()));
            }
        }
        List<Line> lines = new ArrayList<>();
        List<Block> line = new ArrayList<>();
        for (Block block : blocks) {
            line.add(block);
            if (line.size() > 1 && width(line, largestGrid()) > width) {
                line.remove(line.size() - 1);
                lines.add(line(line));
                line = new ArrayList<>(List.of(block));
            }
        }
        lines.add(line(line));
        return lines;
    }

    private Line line(List<Block> blocks) {
        boolean grids = blocks.stream().anyMatch(Block::isGrid);
        return new Line(List.copyOf(blocks), largestGrid(), grids ? largestGrid() + captions() : 5 * em());
    }

    @Override
    protected void paint(Brush brush) {
        Summands now = summands;
        if (now == null) {
            return;
        }
        double top = 0;
        for (Line line : lines(now.blocks(), brush.width())) {
            double x = 0;
            double room = line.height() - captions();
            for (Block block : line.blocks()) {
                paint(brush, block, x, top, room, line.most());
                x += width(block, line.most()) + BETWEEN;
            }
            top += line.height();
        }
    }

    private double width(List<Block> blocks, int most) {
        return blocks.stream().mapToDouble(block -> width(block, most)).sum() + BETWEEN * (blocks.size() - 1);
    }

    private double width(Block block, int most) {
        double words = block.caption().isEmpty() ? 0 : Fonts.width(block.caption(), Fonts.words(em()));
        if (block.isGrid()) {
            return Math.max(words, block.columns() * cell(block, most));
        }
        double size = block.sign().length() > 1 ? 1.75 * em() : 1.4 * em();
        return Math.max(words, block.sign().length() * size * 0.6);
    }

    private int cell(Block block, int most) {
        return Math.max(1, Math.min(largestCell(), most / Math.max(block.rows(), block.columns())));
    }

    private void paint(Brush brush, Block block, double x, double top, double room, int most) {
        double wide = width(block, most);
        double middle = top + Math.min(room, most) / 2;
        double below = middle + 2.2 * em();
        if (block.isGrid()) {
            int cell = cell(block, most);
            double upper = Math.rint(middle - block.rows() * cell / 2.0);
            grid(brush, block, Math.rint(x + (wide - block.columns() * cell) / 2), Math.max(top, upper), cell);
            below = middle + block.rows() * cell / 2.0 + em();
        } else {
            boolean number = block.sign().length() > 1;
            brush.g().setFill(brush.color(number ? Token.INK : Token.INK_SOFT));
            brush.text(
                    block.sign(),
                    x + wide / 2,
                    middle,
                    number ? Fonts.strongNumbers(1.75 * em()) : Fonts.words(1.4 * em()),
                    TextAlignment.CENTER);
        }
        brush.g().setFill(brush.color(Token.INK_SOFT));
        brush.text(block.caption(), x + wide / 2, below, Fonts.words(em()), TextAlignment.CENTER);
    }

    private void grid(Brush brush, Block block, double left, double top, int cell) {
        StageColors colors = block.colors().apply(appearance.ground());
        boolean picture = block.columns() > PICTURE;
        double gap = picture ? 0 : GAP;
        for (int i = 0; i < block.cells().length; i++) {
            int argb = colors.argb(block.cells()[i]);
            if (Argb.alpha(argb) == 0) {
                continue;
            }
            double x = left + i % block.columns() * cell;
            int row = i / block.columns();
            double y = top + row * cell;
            brush.g().setFill(Color.rgb(Argb.red(argb), Argb.green(argb), Argb.blue(argb)));
            brush.roundRect(x, y, cell - gap, cell - gap, picture ? 0 : 3);
            if (!picture) {
                // White cells have an edge on a white ground too.
                brush.g().setStroke(brush.color(Token.BORDER_STRONG));
                brush.g().setLineWidth(1);
                brush.g().strokeRoundRect(x + 0.5, y + 0.5, cell - gap - 1, cell - gap - 1, 6, 6);
            }
            double size = Math.min(em(), (cell - gap - 4) / 3.1);
            if (!picture && size >= 12) {
                number(brush, block.cells()[i], argb, x + (cell - gap) / 2, y + (cell - gap) / 2, size);
            }
        }
        if (block.marked() >= 0) {
            int row = block.marked() / block.columns();
            double x = left + block.marked() % block.columns() * cell - 1;
            double y = top + row * cell - 1;
            brush.g().setStroke(brush.color(Token.GROUND));
            brush.g().setLineWidth(4);
            brush.g().strokeRect(x, y, cell + 2, cell + 2);
            brush.g().setStroke(brush.color(Token.SELECTION));
            brush.g().setLineWidth(2);
            brush.g().strokeRect(x, y, cell + 2, cell + 2);
        }
    }

    private static void number(Brush brush, float value, int argb, double x, double y, double size) {
        double light = 0.299 * Argb.red(argb) + 0.587 * Argb.green(argb) + 0.114 * Argb.blue(argb);
        brush.g().setFill(light > 140 ? Color.BLACK : Color.WHITE);
        brush.text(Words.number(value), x, y, Fonts.numbers(size), TextAlignment.CENTER);
    }
}
