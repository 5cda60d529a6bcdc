package hourglass.engine.store;

import hourglass.core.spec.Activation;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.DenseSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Loss;
import hourglass.core.spec.NoiseKind;
import hourglass.core.spec.NoiseSpec;
import hourglass.core.spec.TrainingSpec;
import hourglass.engine.model.EpochResult;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Parameters;
import hourglass.engine.model.Progress;
import hourglass.engine.model.RunId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Small models to save and open. */
final class Samples {
    private Samples() {}

    static Experiment experiment(int inputSize, int codeSize) {
        return new Experiment(
                "custom",
                new DataSpec("Kleider \"größer\" 👕", "ab12-cd34"),
                new DenseSpec(
                        inputSize, List.of(), codeSize, Activation.RELU, Activation.LINEAR, Loss.BINARY_CROSS_ENTROPY),
                new NoiseSpec(NoiseKind.SALT_AND_PEPPER, 0.1),
                new TrainingSpec(7, 33, 0.1 + 0.2),
                Long.MIN_VALUE);
    }

    /** A 4–2–4 network in its {@code version}-th state; no two versions share a number. */
    static ModelSnapshot snapshot(long version) {
        return snapshot(experiment(4, 2), version);
    }

    static ModelSnapshot snapshot(Experiment experiment, long version) {
        int count = Math.toIntExact(experiment.model().parameterCount());
        Random random = new Random(version);
        List<EpochResult> history = new ArrayList<>();
        for (int epoch = 1; epoch <= version % 3 + 1; epoch++) {
            history.add(new EpochResult(epoch, random.nextDouble(), random.nextDouble(), 1.5, 1e4 / 3));
        }
        return new ModelSnapshot(
                new RunId("test"),
                experiment,
                new Progress((int) (version % 3 + 1), 5, version),
                Parameters.copyOf(floats(random, count)),
                Optional.of(Parameters.copyOf(floats(random, 2 * count))),
                history);
    }

    static StoredModel stored(long version) {
        return new StoredModel(snapshot(version), Map.of("mse", 0.0123, "knn accuracy", 0.84), "0.1.0");
    }

    private static float[] floats(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextFloat() - 0.5f;
        }
        return values;
    }
}
