package hourglass.core.data.sketch;

/** Sandals, sneakers and ankle boots, seen from the side with the toe to the left. */
final class Shoes {
    private Shoes() {}

    static void sneaker(Sketch sketch, Dice dice) {
        float base = Fabrics.shade(dice);
        boolean highTop = dice.chance(0.2);
        double high = highTop ? dice.between(-9, -6.5) : dice.between(-5, -2.6);
        double toe = dice.between(0.6, 2.6);
        double sole = dice.between(1.5, 2.5);
        double floor = highTop ? 8.2 : 6.4;
        double ground = floor - sole;
        double throat = dice.between(1.5, 4);
        Fabric cloth = Fabrics.plain(dice, base);
        Outline upper = Outline.from(-13, ground + 0.3)
                .curve(-13.4, toe + 0.2, -11.4, toe - 1, -8, toe - 1.2)
                .bend(-3, toe - 2.4, throat, high)
                .bend(throat + 3, high + dice.between(1.6, 3), 10.5, high + dice.between(-0.5, 0.6))
                .curve(12.4, high + 0.6, 12.2, 1.5, 12.8, ground + 0.3);
        sketch.fill(upper, cloth);
        sneakerDetails(sketch, dice, base, new double[] {toe, high, throat, ground});
        Outline rubber = Outline.from(-13.3, ground)
                .bend(0, ground + dice.between(-0.4, 0.8), 13, ground - 0.5)
                .bend(13.6, floor - 1, 12.6, floor)
                .to(-11.5, floor)
                .bend(-13.6, floor - 0.2, -13.3, ground);
        sketch.fill(rubber, Fabric.flat(dice.chance(0.75) ? dice.between(0.78, 1) : dice.between(0.2, 0.5)));
        sketch.seam(Outline.from(-13.3, ground).bend(0, ground + 0.2, 13, ground - 0.5), 0.6, 0.5);
    }

    private static void sneakerDetails(Sketch sketch, Dice dice, float base, double[] shape) {
        double toe = shape[0];
        double high = shape[1];
        double throat = shape[2];
        double ground = shape[3];
        Fabric contrast = Fabric.flat(base > 0.55f ? base - dice.between(0.25, 0.45) : base + dice.between(0.3, 0.5));
        if (dice.chance(0.55)) {
            sketch.detail(
                    Outline.from(-14, ground + 1).to(-14, toe - 3).bend(-8.5, toe - 1, -8.6, ground + 1), contrast);
        }
        if (dice.chance(0.5)) {
            sketch.detail(Outline.box(9.2, high - 2, 14, ground + 1), contrast);
        }
        switch (dice.pick(4)) {
            case 0 -> {
                for (int i = 0; i < 3; i++) {
                    double x = 0.5 + i * 2.2;
                    sketch.detail(
                            Outline.from(x, ground).to(x + 2.4, high + 1.8).ribbon(1), contrast);
                }
            }
            case 1 ->
                sketch.detail(
                        Outline.from(-4, ground - 2.4)
                                .curve(-2, ground + 0.5, 3, ground - 2, 9, high + 2.4)
                                .ribbon(1.3),
                        contrast);
            case 2 -> sketch.seam(Outline.from(-5, ground).bend(0, ground - 3, 2.5, high + 1), 0.7, 0.6);
            default -> sketch.detail(Outline.ellipse(6, (high + ground) / 2, 1.7, 1.5), contrast);
        }
        laces(sketch, dice, toe, high, throat);
        sketch.detail(
                Outline.from(throat + 0.6, high + 0.4)
                        .bend(throat + 3.4, high + 3, 10.2, high + 0.6)
                        .ribbon(1),
                Fabric.flat(base * 0.5));
    }

    private static void laces(Sketch sketch, Dice dice, double toe, double high, double throat) {
        int count = 3 + dice.pick(3);
        double brightness = dice.chance(0.7) ? 1 : 0.15;
        for (int i = 0; i < count; i++) {
            double t = (i + 0.5) / count;
            double x = -6.5 + t * (throat + 6);
            double y = toe - 1.4 + t * (high - toe + 1.7);
            sketch.detail(Outline.from(x - 0.3, y - 0.5).to(x + 1.3, y + 1.5).ribbon(0.9), Fabric.flat(brightness));
        }
    }

    static void boot(Sketch sketch, Dice dice) {
        float base = Fabrics.shade(dice);
        Fabric leather = Fabrics.plain(dice, base);
        double top = dice.between(-13, -6.5);
        double heel = dice.chance(0.45) ? dice.between(3.4, 6) : dice.between(1, 2);
        double floor = dice.between(11.2, 12.6);
        double front = dice.between(-0.5, 2.5);
        double back = dice.between(10, 11.6);
        double toe = dice.between(4.2, 6);
        double arch = floor - heel;
        double tip = dice.between(-13, -11.6);
        Outline upper = Outline.from(tip, floor - 0.9)
                .curve(tip - 0.4, floor - toe, -9, floor - toe - 0.6, -5.5, floor - toe - 1)
                .bend(front, floor - toe - 2.6, front + 0.4, -3)
                .to(front - dice.between(-0.2, 1), top + dice.around(0.6))
                .bend((front + back) / 2, top + dice.around(0.9), back, top)
                .bend(back - 1, -1, back + 0.6, arch + 0.4)
                .bend(4, arch + 0.3, -3, floor - 0.6);
        sketch.fill(upper, leather);
        bootDetails(sketch, dice, base, new double[] {top, front, back, floor});
        float sole = dice.chance(0.5) ? dice.between(0.12, 0.3) : dice.between(0.5, 0.85);
        Outline block = Outline.from(back + 0.7, arch)
                .to(back + 0.3, floor + 0.9)
                .to(back - dice.between(1.6, 4.5), floor + 0.9)
                .bend(back - 5, arch + 1.4, 3.5, arch + 0.5);
        sketch.fill(block, Fabric.flat(sole));
        Outline strip = Outline.from(tip, floor - 0.3)
                .bend(-6, floor + 0.3, -2.5, floor - 0.1)
                .bend(3.5, arch + 0.6, back + 0.4, arch + 0.2);
        sketch.fill(strip.ribbon(dice.between(1.2, 1.9)), Fabric.flat(sole));
    }

    private static void bootDetails(Sketch sketch, Dice dice, float base, double[] shape) {
        double top = shape[0];
        double front = shape[1];
        double back = shape[2];
        double floor = shape[3];
        Fabric contrast = Fabric.flat(base > 0.5f ? base * dice.between(0.35, 0.65) : base + 0.35);
        switch (dice.pick(4)) {
            case 0 -> {
                double x = (front + back) / 2 + dice.around(1);
                sketch.detail(
                        Outline.from(x - 1.6, top - 1)
                                .to(x + 1.8, top - 1)
                                .to(x + 1, 2)
                                .to(x - 0.8, 2),
                        contrast);
            }
            case 1 -> {
                for (int i = 0; i < 5; i++) {
                    double y = top + 1.6 + i * 2.5;
                    sketch.detail(
                            Outline.from(front - 1.8, y)
                                    .to(front + 1.8, y + 0.8)
                                    .ribbon(0.9),
                            contrast);
                }
            }
            case 2 -> sketch.seam(Outline.from(back - 3.4, top).bend(back - 3.6, 2, back - 3, floor), 0.8, 0.55);
            default ->
                sketch.detail(Outline.from(front - 2, 0).bend(6, 2.4, 13, -0.5).ribbon(1.3), contrast);
        }
        if (dice.chance(0.4)) {
            sketch.detail(Outline.from(front - 3, top + 1).to(14, top + 1).ribbon(dice.between(1.5, 3)), contrast);
        }
        if (dice.chance(0.5)) {
            sketch.seam(Outline.from(-6.5, floor - 6).bend(-5.6, floor - 3, -6.6, floor), 0.7, 0.7);
        }
    }

    static void sandal(Sketch sketch, Dice dice) {
        double heel = dice.chance(0.35) ? dice.between(5, 9.5) : dice.between(0.2, 2);
        double floor = 5.8 + heel * 0.5;
        double seat = floor - 1.2 - heel;
        float sole = dice.between(0.45, 1);
        Fabric strap = Fabrics.plain(dice, dice.chance(0.4) ? sole : dice.between(0.5, 1));
        boolean wedge = heel > 4 && dice.chance(0.5);
        Outline bed = Outline.from(-12.8, floor - 0.9)
                .bend(-6, floor - 0.7, -2, floor - 1)
                .curve(4, floor - 2, 6, seat + 0.3, 12.4, seat);
        straps(sketch, dice, strap, floor, seat);
        if (wedge) {
            Outline shape = Outline.from(-4, floor - 1)
                    .curve(4, floor - 2, 6, seat, 12.6, seat)
                    .to(11.8, floor + 0.2)
                    .to(-4, floor + 0.2);
            sketch.fill(shape, Fabric.flat(sole * dice.between(0.55, 0.95)));
        } else if (heel > 4) {
            double wide = dice.between(0.6, 1.5);
            sketch.fill(
                    Outline.from(12.6, seat)
                            .to(11.6, floor + 0.4)
                            .to(11.6 - wide, floor + 0.4)
                            .bend(10.2, seat + 2, 8, seat + 0.4),
                    Fabric.flat(sole));
        }
        sketch.fill(bed.ribbon(dice.between(1.3, 2.4)), Fabric.flat(sole));
        if (heel < 4 && dice.chance(0.7)) {
            sketch.seam(Outline.from(-13, floor - 0.9).to(13, seat + 0.1), 0.5, 0.6);
        }
    }

    private static void straps(Sketch sketch, Dice dice, Fabric strap, double floor, double seat) {
        double wide = dice.between(1.3, 2.8);
        int bands = 1 + dice.pick(4);
        double apart = dice.between(2.4, 3.2);
        double rise = dice.between(2.8, 4.6);
        for (int i = 0; i < bands; i++) {
            double x = -11 + i * apart;
            double y = floor - rise - i * 0.6;
            sketch.fill(
                    Outline.from(x, floor - 0.8)
                            .bend(x + 0.4, y, x + 3.4, y - 0.2)
                            .ribbon(wide),
                    strap);
        }
        switch (dice.pick(5)) {
            case 0, 1 -> ankle(sketch, dice, strap, floor, seat);
            case 2 -> sling(sketch, dice, strap, floor, seat);
            case 3 -> {
                ankle(sketch, dice, strap, floor, seat);
                sling(sketch, dice, strap, floor, seat);
            }
            default ->
                sketch.fill(
                        Outline.from(-8, floor - 1)
                                .curve(-5, floor - 5, 0, seat - 5.5, 4.5, seat - 1.2)
                                .to(1, floor - 1.5),
                        strap);
        }
    }

    /** Heel counter, a strap round the ankle and the strip that ties it to the toes. */
    private static void ankle(Sketch sketch, Dice dice, Fabric strap, double floor, double seat) {
        double y = Math.max(-12, seat - dice.between(4, 7.5));
        double front = dice.between(2, 4.5);
        sketch.fill(
                Outline.from(12.2, y - 0.5)
                        .bend(11.2, seat - 2.5, 11.6, seat + 0.6)
                        .ribbon(dice.between(1.4, 3.4)),
                strap);
        sketch.fill(Outline.from(front, y + 0.8).bend(7, y + 2, 12.2, y).ribbon(dice.between(1.2, 2.1)), strap);
        sketch.fill(
                Outline.from(front + 0.2, y + 0.4)
                        .bend(front - 1.5, y + 3.5, -5, floor - 2.4)
                        .ribbon(dice.between(1.2, 2)),
                strap);
    }

    /** One long strap from the toes to the heel. */
    private static void sling(Sketch sketch, Dice dice, Fabric strap, double floor, double seat) {
        double y = Math.max(-11, seat - dice.between(3.4, 6));
        sketch.fill(Outline.from(-6.5, floor - 2.4).bend(2, y - 1.6, 11.8, y).ribbon(dice.between(1.2, 2.2)), strap);
        sketch.fill(
                Outline.from(12, y - 0.6).bend(11.5, seat - 1, 11.6, seat + 0.6).ribbon(dice.between(1.3, 2.6)), strap);
    }
}
