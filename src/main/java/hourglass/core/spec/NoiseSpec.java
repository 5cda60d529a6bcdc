package hourglass.core.spec;

/**
 * Noise added to the input while training; the target stays clean.
 *
 * @param kind how
 * @param level Gaussian: standard deviation; others: share of the pixels; 0 … 1, and 0 exactly for {@code NONE}
 */
public record NoiseSpec(NoiseKind kind, double level) {
    /** No noise. */
    public static final NoiseSpec CLEAN = new NoiseSpec(NoiseKind.NONE, 0);

    /** Checks the range. */
    public NoiseSpec {
        Checks.range("noise.level", "The noise level", level, 0, 1);
        if (kind == NoiseKind.NONE && level != 0) {
            throw new InvalidSpecException("noise.level", "Without noise the level must be 0; got " + level + ".");
        }
    }
}
