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
        String words = kind.unit() == NoiseKind.Unit.DEVIATION ? "The noise level σ" : "The noise level";
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

    /** Of another kind: the levels stay; from no noise they begin at the usual one, fixed. */
    public NoiseSpec withKind(NoiseKind value) {
        if (value == NoiseKind.NONE) {
            return CLEAN;
        }
        return isNoisy() ? new NoiseSpec(value, level, lowest) : new NoiseSpec(value, NoiseKind.USUAL_LEVEL);
    }

    /** At another highest level; a fixed level stays fixed. */
    public NoiseSpec withLevel(double value) {
        return new NoiseSpec(kind, value, isRange() ? lowest : value);
    }

    /** With a range of levels that begins here. */
    public NoiseSpec withLowest(double value) {
        return new NoiseSpec(kind, level, value);
    }

    /** In words, such as "σ 0.2" or "masking 0.1–0.4". */
    public String describe() {
        String words = kind.unit() == NoiseKind.Unit.DEVIATION ? "σ" : kind.id().replace('-', ' ');
        return isRange() ? words + " " + lowest + "–" + level : words + " " + level;
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
