package hourglass.core.noise;

import hourglass.core.spec.NoiseKind;
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
     *   <li>Masking square: one square, anywhere inside the image, that covers the level's share of it is set to black.
     * </ul>
     *
     * <p>Where the specification is a range, each image draws a level of its own.
     *
     * @param pixels of one image
     * @param width of one image, a divisor of {@code pixels}
     * @param clean pixels in {@code [0, 1]}, {@code [n × pixels]}
     * @param target of the same length; may be {@code clean} itself
     * @param seed decides the noise; use another for each batch
     * @throws IllegalArgumentException if the lengths differ or are no whole number of images
     */
    public static void apply(NoiseSpec spec, int pixels, int width, float[] clean, float[] target, long seed) {
        if (clean.length != target.length) {
            throw new IllegalArgumentException(
                    "expected a target of " + clean.length + " pixels like the clean images, got " + target.length);
        }
        if (clean.length % pixels != 0 || pixels % width != 0) {
            throw new IllegalArgumentException(
                    "expected images of " + pixels + " pixels in rows of " + width + ", got " + clean.length);
        }
        Xoshiro random = new Xoshiro(seed);
        Spoiling spoiling = new Images(clean, target, pixels, width).spoiling(spec.kind());
        for (int from = 0; from < clean.length; from += pixels) {
            double level = spec.isRange()
                    ? spec.lowest() + random.nextDouble() * (spec.level() - spec.lowest())
                    : spec.level();
            spoiling.spoil(from, level, random);
        }
    }

    /** What happens to the image that begins at {@code from}. */
    private interface Spoiling {
        void spoil(int from, double level, Xoshiro random);
    }

    /** The blocks at work. */
    @SuppressWarnings("ArrayRecordComponent") // writes into its caller's array on purpose
    private record Images(float[] clean, float[] target, int pixels, int width) {
        Spoiling spoiling(NoiseKind kind) {
            return switch (kind) {
                case NONE -> (from, level, random) -> System.arraycopy(clean, from, target, from, pixels);
                case GAUSSIAN -> this::gaussian;
                case SALT_AND_PEPPER -> this::saltAndPepper;
                case MASKING -> this::masking;
                case MASKING_SQUARE -> this::square;
            };
        }

        private void gaussian(int from, double level, Xoshiro random) {
            float deviation = (float) level;
            for (int i = from; i < from + pixels; i++) {
                float value = clean[i] + deviation * (float) Ziggurat.next(random);
                target[i] = Math.max(0f, Math.min(1f, value));
            }
        }

        private void saltAndPepper(int from, double share, Xoshiro random) {
            for (int i = from; i < from + pixels; i++) {
                double u = random.nextDouble();
                target[i] = u >= share ? clean[i] : u < share / 2 ? 0f : 1f;
            }
        }

        private void masking(int from, double share, Xoshiro random) {
            for (int i = from; i < from + pixels; i++) {
                target[i] = random.nextDouble() < share ? 0f : clean[i];
            }
        }

        private void square(int from, double share, Xoshiro random) {
            System.arraycopy(clean, from, target, from, pixels);
            int height = pixels / width;
            int side = Math.min(Math.min(width, height), (int) Math.round(Math.sqrt(share * pixels)));
            int left = (int) (random.nextDouble() * (width - side + 1));
            int top = (int) (random.nextDouble() * (height - side + 1));
            for (int y = top; y < top + side; y++) {
                java.util.Arrays.fill(target, from + y * width + left, from + y * width + left + side, 0f);
            }
        }
    }
}
