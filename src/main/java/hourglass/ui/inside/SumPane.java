package hourglass.ui.inside;

import hourglass.core.color.Argb;
import hourglass.core.color.Token;
import hourglass.figures.Ink;
import hourglass.figures.StageColors;
import hourglass.ui.inside.Summands.Block;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Brush;
import hourglass.ui.kit.CanvasPane;
import hourglass.ui.kit.Fonts;
import hourglass.ui.kit.Messages;
import java.util.List;
import java.util.Optional;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** The sum that made one number, written out: what was looked at, times the weights, the sum, the bias, and what follows. */
final class SumPane extends CanvasPane {
    private static final double GAP = 2;
    private static final int LARGEST_CELL = 60;
    private static final int LARGEST_GRID = 182;
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
        summands = now.orElse(null);
        repaint();
    }

    @Override
    protected double computePrefHeight(double width) {
        return LARGEST_GRID + 2.2 * em();
    }

    @Override
    protected double computeMinHeight(double width) {
        return 112 + 2.2 * em();
    }

    @Override
    protected void paint(Brush brush) {
        Summands now = summands;
        if (now == null) {
            return;
        }
        double room = brush.height() - 2.2 * em();
        int most = LARGEST_GRID;
        double between = 12;
        while (most > 60 && width(brush, now.blocks(), room, most, between) > brush.width()) {
            most -= 10;
            between = Math.max(4, between - 1);
        }
        double x = 0;
        for (Block block : now.blocks()) {
            double wide = width(brush, block, room, most);
            paint(brush, block, x, room, most);
            x += wide + between;
        }
    }

    private double width(Brush brush, List<Block> blocks, double room, int most, double between) {
        return blocks.stream()
                        .mapToDouble(block -> width(brush, block, room, most))
                        .sum()
                + between * (blocks.size() - 1);
    }

    private double width(Brush brush, Block block, double room, int most) {
        double words = block.caption().isEmpty()
                ? 0
                : brush.width(block.caption(), new Ink.Letters(Ink.Face.WORDS, em(), Token.INK_SOFT));
        if (block.isGrid()) {
            return Math.max(words, block.columns() * cell(block, room, most));
        }
        double size = block.sign().length() > 1 ? 1.75 * em() : 1.4 * em();
        return Math.max(words, block.sign().length() * size * 0.6);
    }

    private static int cell(Block block, double room, int most) {
        int side = (int) Math.min(most, room) / Math.max(block.rows(), block.columns());
        return Math.max(1, Math.min(LARGEST_CELL, side));
    }

    private void paint(Brush brush, Block block, double x, double room, int most) {
        double wide = width(brush, block, room, most);
        if (block.isGrid()) {
            int cell = cell(block, room, most);
            double top = Math.rint((Math.min(room, most) - block.rows() * cell) / 2);
            grid(brush, block, Math.rint(x + (wide - block.columns() * cell) / 2), Math.max(0, top), cell);
        } else {
            boolean number = block.sign().length() > 1;
            brush.g().setFill(brush.color(number ? Token.INK : Token.INK_SOFT));
            brush.text(
                    block.sign(),
                    x + wide / 2,
                    Math.min(room, most) / 2,
                    number ? Fonts.strongNumbers(1.75 * em()) : Fonts.words(1.4 * em()),
                    TextAlignment.CENTER);
        }
        brush.g().setFill(brush.color(Token.INK_SOFT));
        double below = block.isGrid()
                ? (Math.min(room, most) + block.rows() * cell(block, room, most)) / 2 + em()
                : Math.min(room, most) / 2 + 2.2 * em();
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
            if (!picture && cell >= 2.4 * em()) {
                number(brush, block.cells()[i], argb, x + (cell - gap) / 2, y + (cell - gap) / 2);
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

    private void number(Brush brush, float value, int argb, double x, double y) {
        double light = 0.299 * Argb.red(argb) + 0.587 * Argb.green(argb) + 0.114 * Argb.blue(argb);
        brush.g().setFill(light > 140 ? Color.BLACK : Color.WHITE);
        brush.text(Words.number(value), x, y, Fonts.numbers(em()), TextAlignment.CENTER);
    }
}
