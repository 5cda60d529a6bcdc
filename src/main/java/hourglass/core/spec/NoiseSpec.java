package hourglass.core.spec;

/**
 * Noise added to the input while training; the target stays clean.
 *
 * @param kind how
 * @param level Gaussian: standard deviation σ; others: share of the pixels; 0 … 1, and 0 exactly for {@code NONE}
 * @param lowest where the level is drawn anew for each image, evenly from {@code lowest … level}; equal to {@code level}
 *     where it is fixed
 */
public record NoiseSpec(NoiseKind kind, double level, double lowest) {
    /** No noise. */
    public static final NoiseSpec CLEAN = new NoiseSpec(NoiseKind.NONE, 0);

    /** Checks the ranges. */
    public NoiseSpec {
        String words = kind == NoiseKind.GAUSSIAN ? "The noise level σ" : "The noise level";
        Checks.range("noise.level", words, level, 0, 1);
        if (kind == NoiseKind.NONE && level != 0) {
            throw new InvalidSpecException("noise.level", "Without noise the level must be 0; got " + level + ".");
        }
        if (!(lowest >= 0 && lowest <= level)) {
            throw new InvalidSpecException(
                    "noise.lowest",
                    "The lowest noise level must be between 0 and the highest, " + level + "; got " + lowest + ".");
        }
    }

    /** A fixed level. */
    public NoiseSpec(NoiseKind kind, double level) {
        this(kind, level, level);
    }

    /** Whether each image draws its own level. */
    public boolean isRange() {
        return lowest < level;
    }

    /** Whether the input is spoilt at all. */
    public boolean isNoisy() {
        return kind != NoiseKind.NONE;
    }
}
