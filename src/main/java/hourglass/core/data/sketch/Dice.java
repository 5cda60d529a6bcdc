package hourglass.core.data.sketch;

import java.util.SplittableRandom;

/** The random choices of one image; all of them come from one seed. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Uniform in {@code [low, high)}. */
    float between(double low, double high) {
        return (float) (low + (high - low) * random.nextDouble());
    }

    /** Centred on 0 with a hump in the middle, within {@code (−reach, reach)}. */
    float around(double reach) {
        return (float) (reach * (random.nextDouble() + random.nextDouble() - 1));
    }

    /** True with the given probability. */
    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Uniform in {@code 0 … count − 1}. */
    int pick(int count) {
        return random.nextInt(count);
    }
}
