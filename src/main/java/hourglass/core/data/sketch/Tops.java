package hourglass.core.data.sketch;

import hourglass.core.data.sketch.Torso.Neck;

/** T-shirts, pullovers and shirts. */
final class Tops {
    private Tops() {}

    static void tShirt(Sketch sketch, Dice dice) {
        float chest = dice.between(6.4, 7.8);
        Torso torso = new Torso(
                dice.between(2.8, 4.6),
                dice.between(2.2, 5.4),
                chest + dice.between(0.2, 0.9),
                chest,
                chest - dice.between(0, 0.9),
                chest + dice.around(0.7),
                dice.between(11.2, 12.8));
        boolean sleeveless = dice.chance(0.1);
        Sleeve sleeve = new Sleeve(dice.between(4.2, 8), dice.between(0.5, 0.8), dice.between(4, 5.6), 0);
        Neck neck = dice.chance(0.25) ? Neck.POINTED : Neck.ROUND;
        float base = Fabrics.shade(dice);
        Fabric cloth = Fabrics.patterned(dice, base, 0.4);
        Fabric arms = dice.chance(0.15) ? Fabric.flat(base * dice.between(0.5, 1.4)) : cloth;
        sketch.fill(torso.backOfNeck(), cloth.times(0.32));
        if (!sleeveless) {
            sleeves(sketch, torso, sleeve, arms.times(0.93));
            cuffs(sketch, torso, sleeve, 0.7, 0.8);
        }
        sketch.fill(torso.body(neck), cloth);
        sketch.seam(torso.neckEdge(neck), dice.between(0.8, 1.4), dice.chance(0.5) ? 0.72 : 1.2);
        sketch.seam(Outline.from(-9, torso.bottom() - 0.9).to(9, torso.bottom() - 0.9), 0.5, 0.85);
        if (dice.chance(0.4)) {
            Trim.print(sketch, dice, base);
        }
    }

    static void pullover(Sketch sketch, Dice dice) {
        float chest = dice.between(5.9, 7.1);
        Torso torso = new Torso(
                dice.between(2.4, 3.8),
                dice.between(1.4, 4),
                chest + dice.between(0.2, 0.8),
                chest,
                chest - dice.between(0, 0.5),
                chest + dice.around(0.5),
                dice.between(10.2, 12.6));
        Sleeve sleeve = new Sleeve(dice.between(17.5, 21.5), dice.between(0.17, 0.27), dice.between(2.4, 3.4), 0.4f);
        Neck neck = dice.chance(0.2) ? Neck.POINTED : Neck.ROUND;
        float base = Fabrics.shade(dice);
        Fabric cloth = dice.chance(0.3) ? Fabrics.stripes(dice, base, 0, 1) : Fabrics.knit(dice, base);
        boolean hood = dice.chance(0.22);
        if (hood) {
            hood(sketch, torso, cloth);
        }
        sketch.fill(torso.backOfNeck(), cloth.times(0.32));
        sleeves(sketch, torso, sleeve, cloth.times(dice.between(0.85, 0.98)));
        cuffs(sketch, torso, sleeve, 1.6, dice.chance(0.7) ? 0.72 : 1.15);
        sketch.fill(torso.body(neck), cloth);
        armSeams(sketch, torso);
        ribs(sketch, dice, torso, neck);
        if (hood && dice.chance(0.8)) {
            pouch(sketch, torso);
        } else if (dice.chance(0.2)) {
            Trim.print(sketch, dice, base);
        }
    }

    private static void ribs(Sketch sketch, Dice dice, Torso torso, Neck neck) {
        double deep = dice.between(1, 2);
        sketch.seam(Outline.from(-9, torso.bottom() - deep).to(9, torso.bottom() - deep), 0.7, 0.68);
        if (dice.chance(0.25)) {
            double wide = torso.neck() + 0.2;
            Outline roll = Outline.from(0, -13.6)
                    .bend(wide, -13.6, wide, -12.6)
                    .bend(wide, -10.6, 0, -10.4)
                    .mirrored();
            sketch.fill(roll, Fabric.flat(dice.between(0.45, 0.8)));
            sketch.seam(Outline.from(-wide, -11.6).bend(0, -9.4, wide, -11.6), 0.7, 0.6);
        } else {
            sketch.seam(torso.neckEdge(neck), 1.3, 0.74);
        }
    }

    private static void hood(Sketch sketch, Torso torso, Fabric cloth) {
        double wide = torso.neck() + 1.8;
        Outline shape = Outline.from(0, -13.6)
                .curve(wide * 0.8, -13.6, wide + 0.4, -12, wide, -9.6)
                .to(0, -9)
                .mirrored();
        sketch.fill(shape, cloth.times(0.85));
        sketch.seam(Outline.from(-wide, -11).bend(0, -15, wide, -11), 0.6, 0.75);
    }

    private static void pouch(Sketch sketch, Torso torso) {
        double top = torso.bottom() - 7;
        double low = torso.bottom() - 2;
        Outline edge = Outline.from(-4.6, low)
                .to(-4.2, top + 2)
                .to(-2.6, top)
                .to(2.6, top)
                .to(4.2, top + 2)
                .to(4.6, low);
        sketch.seam(edge, 0.7, 0.66);
    }

    static void shirt(Sketch sketch, Dice dice) {
        float chest = dice.between(6.1, 7.3);
        Torso torso = new Torso(
                dice.between(2, 3),
                dice.between(1.6, 3.4),
                chest + dice.between(0.2, 0.7),
                chest,
                chest - dice.between(0, 1.1),
                chest + dice.between(-0.5, 0.6),
                dice.between(11.2, 12.9));
        boolean shortArms = dice.chance(0.3);
        Sleeve sleeve = shortArms
                ? new Sleeve(dice.between(5.5, 8), dice.between(0.45, 0.65), dice.between(4, 5), 0)
                : new Sleeve(dice.between(17, 21), dice.between(0.18, 0.3), dice.between(2.6, 3.6), 0.5f);
        float base = Fabrics.shade(dice);
        Fabric cloth = shirting(dice, base);
        sketch.fill(torso.backOfNeck(), cloth.times(0.32));
        sleeves(sketch, torso, sleeve, cloth.times(0.93));
        cuffs(sketch, torso, sleeve, shortArms ? 0.9 : 2, 0.7);
        sketch.fill(torso.body(Neck.POINTED), cloth);
        armSeams(sketch, torso);
        Coats.shirtFront(sketch, dice, torso, base);
        collar(sketch, torso, cloth.times(dice.chance(0.2) ? 1.3 : 1.06), dice.between(1.6, 2.6));
    }

    private static Fabric shirting(Dice dice, float base) {
        return switch (dice.pick(5)) {
            case 0 -> Fabrics.checks(dice, base);
            case 1 -> Fabrics.stripes(dice, base, 1, 0);
            case 2 -> Fabrics.patterned(dice, base, 1);
            default -> Fabrics.plain(dice, base);
        };
    }

    /** Two pointed leaves around the neck. */
    static void collar(Sketch sketch, Torso torso, Fabric cloth, double reach) {
        double neck = torso.neck();
        double drop = Torso.TOP + torso.drop();
        Outline leaf = Outline.from(neck - 1, Torso.TOP - 1)
                .to(neck + 0.7, Torso.TOP + 0.1)
                .to(neck * 0.5 + 1.2, drop + reach)
                .to(0.1, drop - 0.1);
        sketch.fill(leaf, cloth);
        sketch.fill(leaf.flipped(), cloth);
        Outline edge = Outline.from(neck + 0.9, Torso.TOP + 0.3)
                .to(neck * 0.5 + 1.3, drop + reach + 0.3)
                .to(0, drop + 0.2);
        sketch.seam(edge, 0.7, 0.55);
        sketch.seam(edge.flipped(), 0.7, 0.55);
    }

    static void sleeves(Sketch sketch, Torso torso, Sleeve sleeve, Fabric cloth) {
        Outline right = sleeve.shape(torso);
        sketch.fill(right, cloth);
        sketch.fill(right.flipped(), cloth);
    }

    static void cuffs(Sketch sketch, Torso torso, Sleeve sleeve, double before, double strength) {
        Outline line = sleeve.cuffLine(torso, before);
        sketch.seam(line, 0.7, strength);
        sketch.seam(line.flipped(), 0.7, strength);
    }

    /** Shadow where arms meet and hang beside the body. */
    static void armSeams(Sketch sketch, Torso torso) {
        Outline edge = Outline.from(torso.shoulder(), Torso.TOP + Torso.SHOULDER_DROP)
                .bend(torso.shoulder() - 1.1, -8, torso.chest(), Torso.ARMPIT)
                .bend(torso.waist(), 2, torso.hem(), torso.bottom());
        sketch.seam(edge, 0.9, 0.55);
        sketch.seam(edge.flipped(), 0.9, 0.55);
    }
}
