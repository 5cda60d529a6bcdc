package hourglass.session.measure;

import hourglass.core.spec.NoiseKind;
import hourglass.session.measure.NoiseErrors.Method;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Mean squared error per pixel at {@link DenoisingErrors#LEVELS} noise levels, as far as it is known. Immutable.
 *
 * @param of which data and which network
 * @param kind the kind of noise
 * @param images on how many test images
 * @param levels what is known at each level
 */
public record DenoisingCurve(Provenance of, NoiseKind kind, int images, List<Optional<NoiseErrors>> levels) {
    /** Copies the levels. */
    public DenoisingCurve {
        levels = List.copyOf(levels);
    }

    /** Before anything is measured. */
    public static DenoisingCurve unknown(Provenance of, NoiseKind kind, int images) {
        return new DenoisingCurve(of, kind, images, Collections.nCopies(DenoisingErrors.LEVELS, Optional.empty()));
    }

    /** How many levels are known. */
    public int known() {
        return (int) levels.stream().filter(Optional::isPresent).count();
    }

    /** Whether every level is known. */
    public boolean isComplete() {
        return known() == levels.size();
    }

    /** Error at a measured level; NaN where it is not known yet. */
    public double at(Method method, int index) {
        return levels.get(index).map(errors -> errors.by(method)).orElse(Double.NaN);
    }

    /** Error at any level of the range, straight between the two measured beside it; NaN where one is not known. */
    public double at(Method method, double level) {
        double place = Math.max(0, Math.min(1, level / DenoisingErrors.HIGHEST)) * (DenoisingErrors.LEVELS - 1);
        int below = Math.min((int) place, DenoisingErrors.LEVELS - 2);
        double share = place - below;
        if (share < 1e-9) {
            return at(method, below);
        }
        return share > 1 - 1e-9
                ? at(method, below + 1)
                : at(method, below) * (1 - share) + at(method, below + 1) * share;
    }
}
