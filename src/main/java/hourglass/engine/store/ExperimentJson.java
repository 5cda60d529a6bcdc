package hourglass.engine.store;

import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.InvalidSpecException;
import hourglass.core.spec.ModelSpec;
import hourglass.core.spec.NoiseKind;
import hourglass.core.spec.NoiseSpec;
import hourglass.core.spec.TrainingSpec;
import java.util.Optional;

/**
 * An {@link Experiment} as versioned JSON of at most 64 kB: every field must be there, of its type and in its range, and no
 * other. Numbers come back bit for bit.
 */
record ExperimentJson(
        String format,
        int version,
        String preset,
        DataSpec data,
        ModelSpec model,
        Noise noise,
        TrainingSpec training,
        long seed) {

    static final int MAX_LENGTH = 64 * 1024;
    private static final String FORMAT = "hourglass-experiment";
    private static final int VERSION = 1;
    static final Json<ExperimentJson> TEXT = new Json<>("the experiment", ExperimentJson.class, MAX_LENGTH, 2000);

    /** Checks that this program reads it. */
    ExperimentJson {
        if (!format.equals(FORMAT)) {
            throw new InvalidSpecException(
                    "format", "the field \"format\" must be \"" + FORMAT + "\", not " + JsonWords.quoted(format));
        }
        if (version != VERSION) {
            throw new InvalidSpecException(
                    "version",
                    "its field \"version\" is " + version + " and this program reads version " + VERSION
                            + "; use the version of Hourglass that wrote it");
        }
    }

    /** How the input is spoilt; without {@code lowest} the level is fixed. */
    record Noise(NoiseKind kind, double level, Optional<Double> lowest) {
        /** Checks the ranges. */
        Noise {
            spec(kind, level, lowest);
        }

        static Noise of(NoiseSpec spec) {
            return new Noise(spec.kind(), spec.level(), spec.isRange() ? Optional.of(spec.lowest()) : Optional.empty());
        }

        NoiseSpec spec() {
            return spec(kind, level, lowest);
        }

        private static NoiseSpec spec(NoiseKind kind, double level, Optional<Double> lowest) {
            return new NoiseSpec(kind, level, lowest.orElse(level));
        }
    }

    static ExperimentJson of(Experiment experiment) {
        return new ExperimentJson(
                FORMAT,
                VERSION,
                experiment.preset(),
                experiment.data(),
                experiment.model(),
                Noise.of(experiment.noise()),
                experiment.training(),
                experiment.seed());
    }

    Experiment experiment() {
        return new Experiment(preset, data, model, noise.spec(), training, seed);
    }

    /** Compact JSON in ASCII. */
    static String compact(Experiment experiment) throws Refusal {
        return TEXT.compact(of(experiment));
    }

    /** The experiment a text describes. */
    static Experiment parse(String text) throws Refusal {
        return TEXT.parse(text).experiment();
    }
}
