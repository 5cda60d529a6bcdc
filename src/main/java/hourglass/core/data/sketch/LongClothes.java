package hourglass.core.data.sketch;

import hourglass.core.data.sketch.Torso.Neck;

/** Trousers and dresses. */
final class LongClothes {
    private LongClothes() {}

    static void trouser(Sketch sketch, Dice dice) {
        float base = Fabrics.shade(dice);
        Fabric cloth = dice.chance(0.12) ? Fabrics.patterned(dice, base, 1) : Fabrics.plain(dice, base);
        double waist = dice.between(3.8, 5);
        double hip = waist + dice.between(0.5, 1.5);
        double crotch = dice.between(-5, -2.6);
        double bottom = dice.chance(0.12) ? dice.between(5, 9) : dice.between(12.2, 13.4);
        double spread = dice.between(0.4, 1.5);
        double hem = dice.between(2, 4);
        double inner = spread;
        double outer = Math.max(inner + hem, hip * dice.between(0.78, 1.15));
        Outline leg = Outline.from(0, -13)
                .to(waist, -13.2)
                .bend(hip, -10, hip, crotch - 1)
                .curve(hip, 2, outer - 0.8, 5, outer, bottom)
                .to(inner, bottom + 0.2)
                .curve(inner * 0.7, 4, 0.5, crotch + 3, 0, crotch);
        sketch.fill(leg.mirrored(), cloth);
        trouserDetails(sketch, dice, waist, hip, crotch);
        if (dice.chance(0.4)) {
            Outline crease = Outline.from(hip * 0.55, -8).bend(hip * 0.6, 3, (inner + outer) / 2, bottom);
            double strength = dice.chance(0.5) ? 0.8 : 1.2;
            sketch.seam(crease, 1, strength);
            sketch.seam(crease.flipped(), 1, strength);
        }
        if (dice.chance(0.3)) {
            sketch.seam(Outline.from(-9, bottom - 1.2).to(9, bottom - 1.2), 0.6, 0.7);
        }
    }

    private static void trouserDetails(Sketch sketch, Dice dice, double waist, double hip, double crotch) {
        sketch.seam(Outline.from(-waist - 1, -11.4).bend(0, -11, waist + 1, -11.4), 0.7, dice.between(0.45, 0.75));
        sketch.seam(Outline.from(0, -13).to(0, crotch + 1), 0.6, 0.62);
        Outline pocket = Outline.from(waist * 0.55, -11).bend(waist * 0.75, -8.6, hip + 0.5, -8.4);
        sketch.seam(pocket, 0.6, 0.66);
        sketch.seam(pocket.flipped(), 0.6, 0.66);
        if (dice.chance(0.35)) {
            Fabric knee = Fabric.flat(dice.between(0.75, 0.95));
            double y = dice.between(1, 4);
            sketch.detail(Outline.ellipse(hip * 0.6, y, 0.9, dice.between(1.5, 4)), knee);
            sketch.detail(Outline.ellipse(-hip * 0.6, y, 0.9, dice.between(1.5, 4)), knee);
        }
    }

    static void dress(Sketch sketch, Dice dice) {
        float chest = dice.between(3.3, 4.4);
        float waistY = dice.between(-3, 0);
        Torso torso = new Torso(
                dice.between(1.6, 2.6),
                dice.between(1.4, 4),
                chest + dice.around(0.4),
                chest,
                chest - 0.6f,
                chest,
                12.5f);
        float base = Fabrics.shade(dice);
        Fabric cloth = Fabrics.patterned(dice, base, 0.45);
        Neck neck = dice.chance(0.35) ? Neck.POINTED : Neck.ROUND;
        boolean straps = dice.chance(0.3);
        if (straps) {
            straps(sketch, dice, chest, cloth);
        } else {
            dressArms(sketch, dice, torso, cloth);
        }
        sketch.fill(gown(dice, torso, neck, straps, waistY), cloth);
        if (!straps) {
            sketch.seam(torso.neckEdge(neck), 0.9, 0.72);
        }
        dressDetails(sketch, dice, waistY, base);
    }

    private static Outline gown(Dice dice, Torso torso, Neck neck, boolean straps, float waistY) {
        double waist = torso.chest() * dice.between(0.72, 0.98);
        double hem = torso.chest() + dice.between(-0.3, dice.chance(0.5) ? 1.5 : 4.8);
        double bottom = dice.between(11.5, 13.3);
        double full = dice.between(0.2, 0.8);
        Outline shape;
        if (straps) {
            shape = Outline.from(0, -8.4).bend(torso.chest() * 0.5, -9.8, torso.chest() * 0.8, -9.2);
        } else {
            shape = Outline.from(0, Torso.TOP + torso.drop());
            Outline edge = torso.neckEdge(neck);
            for (int i = edge.size() / 2 + 1; i < edge.size(); i++) {
                shape.to(edge.x(i), edge.y(i));
            }
            shape.to(torso.shoulder(), Torso.TOP + Torso.SHOULDER_DROP * 0.6)
                    .bend(torso.shoulder() - 1, -8.5, torso.chest(), -6.5);
        }
        return shape.bend(waist, -4.5, waist, waistY)
                .curve(waist + full * (hem - waist), waistY + 2, hem - 0.4, bottom - 6, hem, bottom)
                .bend(hem / 2, bottom + 0.6, 0, bottom + 0.6)
                .mirrored();
    }

    private static void straps(Sketch sketch, Dice dice, float chest, Fabric cloth) {
        double wide = dice.between(0.8, 1.6);
        Outline strap = Outline.from(chest * 0.66, -8.5).bend(chest * 0.7, -11, chest * dice.between(0.3, 0.65), -13);
        sketch.fill(strap.ribbon(wide), cloth);
        sketch.fill(strap.flipped().ribbon(wide), cloth);
    }

    private static void dressArms(Sketch sketch, Dice dice, Torso torso, Fabric cloth) {
        if (dice.chance(0.45)) {
            return;
        }
        boolean shortArms = dice.chance(0.5);
        Sleeve sleeve = shortArms
                ? new Sleeve(dice.between(3, 6), dice.between(0.4, 0.65), dice.between(2.6, 3.6), 0)
                : new Sleeve(dice.between(13, 18), dice.between(0.12, 0.3), dice.between(1.8, 2.6), 0.2f);
        sketch.fill(torso.backOfNeck(), cloth.times(0.32));
        Tops.sleeves(sketch, torso, sleeve, cloth.times(0.85));
        Tops.cuffs(sketch, torso, sleeve, 0.8, 0.75);
    }

    private static void dressDetails(Sketch sketch, Dice dice, float waistY, float base) {
        if (dice.chance(0.6)) {
            sketch.seam(
                    Outline.from(-6, waistY).bend(0, waistY + 0.5, 6, waistY),
                    dice.between(0.7, 1.8),
                    dice.between(0.4, 0.75));
        }
        if (dice.chance(0.5)) {
            double strength = dice.between(0.72, 0.88);
            for (int i = -1; i <= 1; i++) {
                double x = i * dice.between(1.2, 1.9);
                sketch.seam(Outline.from(x * 0.7, waistY + 1.5).to(x * 1.8, 14), 0.9, strength);
            }
        }
        if (dice.chance(0.15)) {
            Trim.buttons(sketch, 0, -7, waistY - 1, 3, Fabric.flat(base > 0.5f ? 0.15 : 0.85));
        }
    }
}
