package hourglass.core.data.sketch;

/** Patterns woven from plain arithmetic, so that every machine draws the same bytes. */
final class Fabrics {
    private Fabrics() {}

    /** A garment's ground brightness: mostly light, now and then dark. */
    static float shade(Dice dice) {
        return dice.chance(0.2) ? dice.between(0.26, 0.48) : dice.between(0.5, 0.92);
    }

    /** One tone from top to bottom, with a slight run. */
    static Fabric plain(Dice dice, float base) {
        float run = dice.around(0.012);
        float side = dice.around(0.01);
        return (x, y) -> base + run * y + side * x;
    }

    /** Any pattern a shirt or dress may have; {@code share} of the garments are patterned. */
    static Fabric patterned(Dice dice, float base, double share) {
        if (!dice.chance(share)) {
            return plain(dice, base);
        }
        return switch (dice.pick(6)) {
            case 0 -> stripes(dice, base, 0, 1);
            case 1 -> stripes(dice, base, 1, 0);
            case 2 -> checks(dice, base);
            case 3 -> dots(dice, base);
            case 4 -> blocks(dice, base);
            default -> stripes(dice, base, 0.6, 0.8);
        };
    }

    /** Stripes across the direction {@code (dx, dy)}. */
    static Fabric stripes(Dice dice, float base, double dx, double dy) {
        float period = dice.between(2.4, 6.5);
        float phase = dice.between(0, 1);
        float other = other(dice, base);
        float sharp = dice.between(1, 3);
        float ux = (float) dx / period;
        float uy = (float) dy / period;
        return (x, y) -> mix(base, other, step(wave(ux * x + uy * y + phase), sharp));
    }

    /** Two sets of stripes laid over each other. */
    static Fabric checks(Dice dice, float base) {
        float period = dice.between(2.8, 6);
        float phase = dice.between(0, 1);
        float other = other(dice, base);
        float sharp = dice.between(1, 2.5);
        return (x, y) -> {
            float across = step(wave(x / period + 0.5f), sharp);
            float down = step(wave(y / period + phase), sharp);
            return mix(base, other, (across + down) / 2);
        };
    }

    /** Knit: fine ribs along or across, and sometimes a broad band. */
    static Fabric knit(Dice dice, float base) {
        float period = dice.between(1.6, 2.6);
        float depth = dice.between(0.02, 0.09);
        float lean = dice.chance(0.5) ? dice.around(0.5) : 0;
        Fabric ground = dice.chance(0.25) ? blocks(dice, base) : plain(dice, base);
        return (x, y) -> ground.at(x, y) + depth * (wave((x + lean * y) / period) - 0.5f);
    }

    private static Fabric dots(Dice dice, float base) {
        float period = dice.between(3, 5);
        float other = other(dice, base);
        float phase = dice.between(0, 1);
        return (x, y) -> {
            float bump = wave(x / period + phase) * wave(y / period);
            return mix(base, other, clamp((bump - 0.4f) * 3));
        };
    }

    /** The upper part in another tone than the lower, or a band across. */
    private static Fabric blocks(Dice dice, float base) {
        float from = dice.between(-8, 3);
        float to = dice.chance(0.5) ? 20 : from + dice.between(2, 6);
        float other = other(dice, base);
        return (x, y) -> mix(base, other, clamp(y - from) * clamp(to - y));
    }

    private static float other(Dice dice, float base) {
        float contrast = dice.between(0.15, 0.5);
        return base > 0.6f || (base > contrast + 0.12f && dice.chance(0.5)) ? base - contrast : base + contrast;
    }

    /** Smooth, period 1, from 0 to 1 and back: a sine's shape without a sine. */
    static float wave(float t) {
        float fraction = t - (float) Math.floor(t);
        float ramp = Math.abs(2 * fraction - 1);
        return ramp * ramp * (3 - 2 * ramp);
    }

    private static float step(float value, float sharpness) {
        return clamp((value - 0.5f) * sharpness + 0.5f);
    }

    static float clamp(float value) {
        return Math.max(0, Math.min(1, value));
    }

    private static float mix(float a, float b, float share) {
        return a + (b - a) * share;
    }
}
