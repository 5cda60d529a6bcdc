package hourglass.ui.kit;

import hourglass.core.color.Token;

/** A transposed convolution at work: each number of a small picture lays its filter, times itself, onto a larger one. */
final class TransposedPicture extends CanvasPane {
    private static final int SMALL = 3;
    private static final int LARGE = 2 * SMALL + 1;
    private static final int FILTER = 3;
    private static final double[] VALUES = {0.2, 0.9, 0.4, 0.7, 0.3, 1, 0.1, 0.6, 0.8};
    private static final double[] WEIGHTS = {0.25, 0.5, 0.25, 0.5, 1, 0.5, 0.25, 0.5, 0.25};

    private int step;

    TransposedPicture(Appearance appearance) {
        super(appearance);
        setAccessibleText(Messages.text("explain.transposed.picture"));
        appearance.textSizeProperty().addListener((observed, before, now) -> requestLayout());
    }

    /** Lets the next number lay its filter down; after the last all begins anew. */
    void step(int wanted) {
        int next = Math.floorMod(wanted, VALUES.length);
        if (next != step) {
            step = next;
            repaint();
        }
    }

    private double cell() {
        return Math.rint(em() * 1.4);
    }

    @Override
    protected double computePrefHeight(double width) {
        return LARGE * cell() + 4;
    }

    @Override
    protected double computeMinHeight(double width) {
        return LARGE * cell() + 4;
    }

    @Override
    protected void paint(Brush brush) {
        double cell = cell();
        double top = 2 + (LARGE - SMALL) * cell / 2;
        for (int i = 0; i < VALUES.length; i++) {
            square(brush, 2 + i % SMALL * cell, top + Math.floorDiv(i, SMALL) * cell, VALUES[i]);
        }
        brush.g().setStroke(brush.color(Token.SELECTION));
        brush.g().setLineWidth(2);
        brush.g().strokeRect(2 + step % SMALL * cell, top + Math.floorDiv(step, SMALL) * cell, cell - 1, cell - 1);
        double left = 2 + (SMALL + 2) * cell;
        double[] sums = sums();
        for (int i = 0; i < sums.length; i++) {
            square(brush, left + i % LARGE * cell, 2 + Math.floorDiv(i, LARGE) * cell, Math.min(1, sums[i]));
        }
        brush.g()
                .strokeRect(
                        left + 2 * (step % SMALL) * cell,
                        2 + 2 * (step / SMALL) * cell,
                        FILTER * cell - 1,
                        FILTER * cell - 1);
        brush.g().strokeLine(2 + (SMALL + 0.4) * cell, top + 1.5 * cell, 2 + (SMALL + 1.6) * cell, top + 1.5 * cell);
    }

    private void square(Brush brush, double x, double y, double value) {
        brush.g().setFill(brush.color(Token.WELL));
        brush.g().fillRect(x, y, cell() - 1, cell() - 1);
        brush.g().setFill(brush.color(Token.ACCENT));
        brush.g().setGlobalAlpha(value);
        brush.g().fillRect(x, y, cell() - 1, cell() - 1);
        brush.g().setGlobalAlpha(1);
    }

    /** What the numbers up to the one under way have laid down. */
    private double[] sums() {
        double[] sums = new double[LARGE * LARGE];
        for (int i = 0; i <= step; i++) {
            for (int w = 0; w < WEIGHTS.length; w++) {
                int x = 2 * (i % SMALL) + w % FILTER;
                int y = 2 * (i / SMALL) + w / FILTER;
                sums[y * LARGE + x] += VALUES[i] * WEIGHTS[w];
            }
        }
        return sums;
    }
}
