package hourglass.core.data.sketch;

/** Small things sewn onto clothes. */
final class Trim {
    private Trim() {}

    /** A column of buttons on the line {@code x}. */
    static void buttons(Sketch sketch, double x, double top, double bottom, int count, Fabric fabric) {
        for (int i = 0; i < count; i++) {
            double y = top + (bottom - top) * i / Math.max(1, count - 1);
            sketch.detail(Outline.ellipse(x, y, 0.62, 0.62), fabric);
        }
    }

    /** A print on the chest: a disc, a badge, lines of writing or a band. */
    static void print(Sketch sketch, Dice dice, float base) {
        Fabric ink = Fabric.flat(base > 0.55f ? base - dice.between(0.25, 0.5) : base + dice.between(0.25, 0.45));
        double y = dice.between(-4, 1);
        double size = dice.between(1.8, 3.8);
        switch (dice.pick(5)) {
            case 0 -> sketch.detail(Outline.ellipse(0, y, size, size * dice.between(0.6, 1.1)), ink);
            case 1 -> sketch.detail(Outline.box(-size, y - size * 0.7, size, y + size * 0.7), ink);
            case 2 -> writing(sketch, dice, y, size, ink);
            case 3 -> sketch.detail(Outline.box(-9, y - size * 0.5, 9, y + size * 0.5), ink);
            default -> star(sketch, dice, y, size, ink);
        }
    }

    private static void writing(Sketch sketch, Dice dice, double y, double size, Fabric ink) {
        int lines = 1 + dice.pick(3);
        for (int line = 0; line < lines; line++) {
            double x = -size - dice.between(0, 1.2);
            while (x < size) {
                double end = Math.min(size + 1, x + dice.between(0.8, 2.4));
                sketch.detail(Outline.box(x, y + line * 2, end, y + line * 2 + 1.1), ink);
                x = end + 0.7;
            }
        }
    }

    private static void star(Sketch sketch, Dice dice, double y, double size, Fabric ink) {
        int corners = 3 + dice.pick(4);
        double turn = dice.between(0, 6.28);
        double inner = dice.between(0.4, 0.9);
        Outline shape = Outline.from(size * StrictMath.cos(turn), y + size * StrictMath.sin(turn));
        for (int i = 1; i < 2 * corners; i++) {
            double radius = i % 2 == 0 ? size : size * inner;
            double angle = turn + Math.PI * i / corners;
            shape.to(radius * StrictMath.cos(angle), y + radius * StrictMath.sin(angle));
        }
        sketch.detail(shape, ink);
    }

    /** A pocket's outline. */
    static void pocket(Sketch sketch, double left, double top, double right, double bottom) {
        Outline edge = Outline.from(left, top)
                .to(left, bottom - 0.6)
                .to((left + right) / 2, bottom)
                .to(right, bottom - 0.6)
                .to(right, top);
        sketch.seam(edge, 0.6, 0.75);
        sketch.seam(Outline.from(left, top).to(right, top), 0.7, 0.72);
    }
}
