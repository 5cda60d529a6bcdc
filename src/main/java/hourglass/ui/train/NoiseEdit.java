package hourglass.ui.train;

import hourglass.core.spec.Experiment;
import hourglass.core.spec.NoiseKind;
import hourglass.core.spec.NoiseSpec;

/** An experiment with one thing about its noise changed. */
final class NoiseEdit {
    private static final double FIRST_LEVEL = 0.2;

    private NoiseEdit() {}

    /** The levels stay; from no noise they begin at a fixed 0.2. */
    static Experiment kind(Experiment experiment, NoiseKind kind) {
        NoiseSpec old = experiment.noise();
        if (kind == NoiseKind.NONE) {
            return experiment.withNoise(NoiseSpec.CLEAN);
        }
        return experiment.withNoise(
                old.isNoisy() ? new NoiseSpec(kind, old.level(), old.lowest()) : new NoiseSpec(kind, FIRST_LEVEL));
    }

    /** A fixed level stays fixed. */
    static Experiment level(Experiment experiment, double level) {
        NoiseSpec old = experiment.noise();
        return experiment.withNoise(
                old.isRange() ? new NoiseSpec(old.kind(), level, old.lowest()) : new NoiseSpec(old.kind(), level));
    }

    /** Where the range begins; nothing for a fixed level. */
    static Experiment lowest(Experiment experiment, String typed) {
        NoiseSpec old = experiment.noise();
        double lowest = typed.isBlank() ? old.level() : TypedNumber.decimal(typed);
        return experiment.withNoise(new NoiseSpec(old.kind(), old.level(), lowest));
    }

    /** Where the range begins, empty for a fixed level. */
    static String lowestText(Experiment experiment) {
        NoiseSpec noise = experiment.noise();
        return noise.isRange() ? TypedNumber.text(noise.lowest()) : "";
    }
}
