package hourglass.core.data.sketch;

/** Handbags. */
final class Bags {
    private Bags() {}

    static void bag(Sketch sketch, Dice dice) {
        float base = Fabrics.shade(dice);
        Fabric cloth = Fabrics.patterned(dice, base, 0.25);
        double top = dice.between(-6.5, -1);
        double bottom = dice.between(9.5, 12.4);
        double upper = dice.between(7.5, 12);
        double lower = upper + dice.between(-1.2, 1.4);
        handle(sketch, dice, Fabric.flat(base * dice.between(0.55, 1.1)), upper, top);
        double corner = dice.between(0.8, 3);
        Outline body = Outline.from(0, top + dice.around(0.5))
                .to(upper - 1, top)
                .bend(upper, top, upper + 0.1, top + 1)
                .to(lower, bottom - corner)
                .bend(lower, bottom, lower - corner, bottom)
                .bend(0, bottom + dice.between(0, 0.8), 0, bottom + 0.3)
                .mirrored();
        sketch.fill(body, cloth);
        switch (dice.pick(4)) {
            case 0 -> flap(sketch, dice, base, cloth, new double[] {upper, top, bottom});
            case 1 -> zip(sketch, dice, base, upper, top);
            case 2 -> panels(sketch, dice, base, new double[] {upper, top, bottom});
            default -> frontPocket(sketch, dice, base, new double[] {upper, top, bottom});
        }
    }

    private static void handle(Sketch sketch, Dice dice, Fabric cloth, double upper, double top) {
        double wide = dice.between(0.9, 1.7);
        double foot = upper * dice.between(0.35, 0.85);
        double peak = Math.max(-20, top - dice.between(4, 11));
        Outline arch = Outline.from(-foot, top + 1.5).curve(-foot, peak, foot, peak, foot, top + 1.5);
        sketch.fill(arch.ribbon(wide), cloth);
        if (dice.chance(0.3)) {
            Outline second = Outline.from(-foot + 1.8, top + 1.5)
                    .curve(-foot + 1.8, peak + 3.4, foot - 1.8, peak + 3.4, foot - 1.8, top + 1.5);
            sketch.fill(second.ribbon(wide * 0.8), cloth.times(0.7));
        }
    }

    private static void flap(Sketch sketch, Dice dice, float base, Fabric cloth, double[] box) {
        double deep = box[1] + (box[2] - box[1]) * dice.between(0.4, 0.68);
        Outline lid = Outline.from(0, box[1] - 0.2)
                .to(box[0] - 0.3, box[1])
                .to(box[0], box[1] + 1)
                .to(box[0] - 0.5, deep - 2)
                .bend(box[0] - 1, deep, box[0] * 0.45, deep)
                .bend(0, deep + dice.between(0, 1.6), 0, deep + 0.6)
                .mirrored();
        sketch.seam(Outline.from(-box[0], deep + 0.6).bend(0, deep + 2, box[0], deep + 0.6), 1.2, 0.6);
        sketch.detail(lid, cloth.times(dice.between(0.8, 1.2)));
        sketch.detail(
                Outline.ellipse(0, deep - 0.3, dice.between(0.9, 1.7), dice.between(0.9, 1.5)),
                Fabric.flat(base > 0.55f ? 0.15 : 0.95));
    }

    private static void zip(Sketch sketch, Dice dice, float base, double upper, double top) {
        double y = top + dice.between(1.6, 3);
        sketch.seam(Outline.from(-upper, y).to(upper, y), 0.9, 0.45);
        double x = dice.around(upper);
        sketch.detail(Outline.box(x - 0.5, y, x + 0.5, y + 2.2), Fabric.flat(base > 0.55f ? 0.2 : 0.95));
    }

    private static void panels(Sketch sketch, Dice dice, float base, double[] box) {
        double x = box[0] * dice.between(0.4, 0.7);
        Fabric leather = Fabric.flat(base > 0.5f ? base * dice.between(0.4, 0.7) : base + 0.35);
        double wide = dice.between(0.9, 2);
        sketch.detail(Outline.from(x, box[1] - 1).to(x, box[2] + 1).ribbon(wide), leather);
        sketch.detail(Outline.from(-x, box[1] - 1).to(-x, box[2] + 1).ribbon(wide), leather);
        if (dice.chance(0.5)) {
            sketch.detail(Outline.box(-14, box[2] - dice.between(2, 4.5), 14, 15), leather);
        }
    }

    private static void frontPocket(Sketch sketch, Dice dice, float base, double[] box) {
        double wide = box[0] * dice.between(0.45, 0.75);
        double top = box[1] + (box[2] - box[1]) * dice.between(0.3, 0.5);
        sketch.detail(Outline.box(-wide, top, wide, box[2] - 1.4), Fabric.flat(base * dice.between(0.8, 1.2)));
        sketch.seam(
                Outline.from(-wide, box[2] - 1.4)
                        .to(-wide, top)
                        .to(wide, top)
                        .to(wide, box[2] - 1.4)
                        .to(-wide, box[2] - 1.4),
                0.7,
                0.6);
        if (dice.chance(0.5)) {
            sketch.detail(Outline.ellipse(0, top + 1.6, 1, 0.8), Fabric.flat(base > 0.55f ? 0.2 : 0.95));
        }
    }
}
