package hourglass.core.noise;

import hourglass.core.spec.NoiseSpec;

/**
 * Spoils images as a {@link NoiseSpec} says.
 *
 * <p>Pure: the result depends on the arguments alone. Safe to call from any thread.
 */
public final class Noise {
    private Noise() {}

    /**
     * Writes spoilt images into {@code target}.
     *
     * <ul>
     *   <li>Gaussian: a normal number times the level is added to each pixel, then cut off at 0 and 1.
     *   <li>Salt and pepper: each pixel is replaced with the level as probability, by black or white alike.
     *   <li>Masking: each pixel is set to black with the level as probability (Vincent et al. 2008).
     * </ul>
     *
     * @param clean pixels in {@code [0, 1]}, any shape
     * @param target of the same length; may be {@code clean} itself
     * @param seed decides the noise; use another for each batch
     * @throws IllegalArgumentException if the lengths differ
     */
    public static void apply(NoiseSpec spec, float[] clean, float[] target, long seed) {
        if (clean.length != target.length) {
            throw new IllegalArgumentException(
                    "expected a target of " + clean.length + " pixels like the clean images, got " + target.length);
        }
        Xoshiro random = new Xoshiro(seed);
        switch (spec.kind()) {
            case NONE -> System.arraycopy(clean, 0, target, 0, clean.length);
            case GAUSSIAN -> gaussian((float) spec.level(), clean, target, random);
            case SALT_AND_PEPPER -> saltAndPepper(spec.level(), clean, target, random);
            case MASKING -> masking(spec.level(), clean, target, random);
        }
    }

    private static void gaussian(float deviation, float[] clean, float[] target, Xoshiro random) {
        for (int i = 0; i < clean.length; i++) {
            float value = clean[i] + deviation * (float) Ziggurat.next(random);
            target[i] = Math.max(0f, Math.min(1f, value));
        }
    }

    private static void saltAndPepper(double share, float[] clean, float[] target, Xoshiro random) {
        for (int i = 0; i < clean.length; i++) {
            double u = random.nextDouble();
            target[i] = u >= share ? clean[i] : u < share / 2 ? 0f : 1f;
        }
    }

    private static void masking(double share, float[] clean, float[] target, Xoshiro random) {
        for (int i = 0; i < clean.length; i++) {
            target[i] = random.nextDouble() < share ? 0f : clean[i];
        }
    }
}
