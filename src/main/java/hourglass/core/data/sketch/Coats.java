package hourglass.core.data.sketch;

import hourglass.core.data.sketch.Torso.Neck;

/** Coats and jackets, and the buttoned fronts they share with shirts. */
final class Coats {
    private Coats() {}

    static void coat(Sketch sketch, Dice dice) {
        float chest = dice.between(5.4, 6.9);
        Torso torso = new Torso(
                dice.between(2, 3),
                dice.between(2.5, 7),
                chest + dice.between(0.3, 0.9),
                chest,
                chest - dice.between(-0.2, 0.9),
                chest + dice.between(-0.2, 1.2),
                dice.between(12.4, 13.6));
        Sleeve sleeve = new Sleeve(dice.between(18.5, 22), dice.between(0.16, 0.24), dice.between(2.8, 3.8), 0.5f);
        float base = Fabrics.shade(dice);
        Fabric cloth = dice.chance(0.25) ? Fabrics.checks(dice, base) : Fabrics.knit(dice, base);
        sketch.fill(torso.backOfNeck(), cloth.times(0.35));
        Tops.sleeves(sketch, torso, sleeve, cloth.times(0.9));
        Tops.cuffs(sketch, torso, sleeve, dice.between(1.2, 2.6), 0.7);
        sketch.fill(torso.body(Neck.POINTED), cloth);
        Tops.armSeams(sketch, torso);
        opening(sketch, dice, torso, base);
        lapels(sketch, dice, torso, cloth);
        pockets(sketch, dice);
        if (dice.chance(0.25)) {
            belt(sketch, dice, base);
        }
    }

    /** The gap between the fronts, narrow when closed, a wedge of lining when open. */
    private static void opening(Sketch sketch, Dice dice, Torso torso, float base) {
        double top = Torso.TOP + torso.drop();
        double end = torso.bottom() + 1;
        if (dice.chance(0.55)) {
            double wide = dice.between(0.9, 4.2);
            Outline gap = Outline.from(0, top - 0.5)
                    .bend(0.3, top + 4, wide / 2 + 0.2, end)
                    .to(-wide / 2 - 0.2, end)
                    .bend(-0.3, top + 4, 0, top - 0.5);
            sketch.detail(gap, Fabric.flat(dice.between(0.04, 0.22)));
        } else {
            sketch.seam(Outline.from(0, top).to(0, end), 0.8, 0.4);
        }
        Fabric button = Fabric.flat(base > 0.5f ? 0.12 : 0.85);
        int count = 2 + dice.pick(4);
        double last = Math.min(8, top + 3 + 2.4 * count);
        double side = dice.between(1.5, 2.6);
        Trim.buttons(sketch, side, top + 2, last, count, button);
        if (dice.chance(0.35)) {
            Trim.buttons(sketch, -side, top + 2, last, count, button);
        }
    }

    private static void lapels(Sketch sketch, Dice dice, Torso torso, Fabric cloth) {
        double drop = Torso.TOP + torso.drop();
        double neck = torso.neck();
        double wide = dice.between(1.4, 2.6);
        Outline lapel = Outline.from(neck - 0.8, Torso.TOP - 0.9)
                .to(neck + wide, Torso.TOP + 0.9 + dice.between(0, 0.5))
                .to(neck + wide * 0.7, Torso.TOP + 2.9)
                .bend(neck, drop - 0.5, 0, drop + 1);
        Fabric facing = cloth.times(dice.between(0.9, 1.25));
        sketch.fill(lapel, facing);
        sketch.fill(lapel.flipped(), facing);
        Outline edge = Outline.from(neck + wide + 0.2, Torso.TOP + 1.2)
                .to(neck + wide * 0.7 + 0.3, Torso.TOP + 3.2)
                .bend(neck + 0.3, drop - 0.2, 0.2, drop + 1.3);
        sketch.seam(edge, 0.7, 0.5);
        sketch.seam(edge.flipped(), 0.7, 0.5);
    }

    private static void pockets(Sketch sketch, Dice dice) {
        if (dice.chance(0.75)) {
            double y = dice.between(3, 5.5);
            double tilt = dice.between(-0.3, 1.2);
            Outline slit = Outline.from(2.8, y + tilt).to(5.4, y);
            double wide = dice.between(0.7, 1.2);
            sketch.seam(slit, wide, 0.55);
            sketch.seam(slit.flipped(), wide, 0.55);
        }
    }

    private static void belt(Sketch sketch, Dice dice, float base) {
        double y = dice.between(0.5, 2);
        sketch.detail(Outline.box(-7, y, 7, y + 1.7), Fabric.flat(base * dice.between(0.45, 0.75)));
        sketch.detail(Outline.box(-1.1, y - 0.2, 1.1, y + 1.9), Fabric.flat(base > 0.6f ? base : 0.9));
    }

    /** A shirt's button line and chest pocket. */
    static void shirtFront(Sketch sketch, Dice dice, Torso torso, float base) {
        double top = Torso.TOP + torso.drop();
        double end = dice.chance(0.2) ? top + dice.between(5, 8) : torso.bottom() + 1;
        double half = dice.between(0.7, 1.1);
        sketch.seam(Outline.from(half, top).to(half, end), 0.6, 0.66);
        if (dice.chance(0.5)) {
            sketch.seam(Outline.from(-half, top).to(-half, end), 0.5, 0.8);
        }
        Fabric button = Fabric.flat(base > 0.6f ? base - 0.45 : base + 0.4);
        Trim.buttons(sketch, 0, top + 2.4, end - 2, 3 + dice.pick(4), button);
        if (dice.chance(0.5)) {
            Trim.pocket(sketch, 2.6, -4.5, 5.2, -1.2);
        }
    }
}
