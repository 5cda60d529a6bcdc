package hourglass.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.DataSet;
import hourglass.core.noise.NormalNumbers;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Preset;
import hourglass.engine.dl4j.Dl4jNetworks;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Network;
import hourglass.engine.model.NetworkFactory;
import hourglass.engine.model.Parameters;
import hourglass.engine.model.Progress;
import hourglass.engine.model.RunId;
import hourglass.testing.Engines;
import hourglass.testing.SmallData;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WatchedStepTest {
    private static final DataSet DATA = SmallData.garments();

    private static Experiment experiment(Preset preset) {
        return preset.experiment(new DataSpec(DATA.name(), DATA.fingerprint()), 28, 28, 7);
    }

    /** Steps 3 and 5 of six are watched. */
    private static ModelSnapshot after(NetworkFactory networks, Preset preset, boolean watched) {
        try (TrainingRun run = TrainingRun.start(networks, experiment(preset), DATA)) {
            for (int step = 0; step < 6; step++) {
                if (watched && (step == 3 || step == 5)) {
                    run.watchedStep();
                } else {
                    run.step();
                }
            }
            return run.snapshot();
        }
    }

    private static void goesOnTheSame(NetworkFactory networks, Preset preset) {
        ModelSnapshot plain = after(networks, preset, false);
        ModelSnapshot watched = after(networks, preset, true);
        assertEquals(plain.parameters(), watched.parameters(), "every weight, bit for bit");
        assertEquals(plain.optimiser().orElseThrow(), watched.optimiser().orElseThrow());
        assertEquals(plain.progress(), watched.progress());
    }

    @ParameterizedTest
    @EnumSource(
            value = Preset.class,
            names = {"DENSE_64", "DENOISE_64", "CONV_DENOISE", "VAE_2"})
    void trainingGoesOnAsIfNobodyHadWatched(Preset preset) {
        goesOnTheSame(Engines.networks(), preset);
    }

    @Test
    void theLibrarysNetworksGoOnTheSameToo() {
        goesOnTheSame(new Dl4jNetworks(), Preset.VAE_2);
    }

    /** What is watched on a copy is what the training does itself. */
    @ParameterizedTest
    @EnumSource(
            value = Preset.class,
            names = {"DENSE_64", "CONV_DENOISE", "VAE_2"})
    void aCopyDoesTheVeryBatchThatFollows(Preset preset) {
        NetworkFactory networks = Engines.networks();
        try (TrainingRun run = TrainingRun.start(networks, experiment(preset), DATA)) {
            run.step();
            run.step();
            try (TrainingRun copy = TrainingRun.resume(networks, run.snapshot(), DATA)) {
                WatchedStep watched = copy.watchedStep();
                Step real = run.step();
                assertEquals(real, watched.step());
                assertEquals(run.snapshot().parameters(), copy.snapshot().parameters());
            }
        }
    }

    @Test
    void whatWasDrawnInTrainingIsKnown() {
        NetworkFactory networks = Engines.networks();
        try (TrainingRun run = TrainingRun.start(networks, experiment(Preset.VAE_2), DATA)) {
            run.step();
            WatchedStep watched = run.watchedStep();
            int n = watched.step().samples();
            float[] noise = new float[2 * n];
            NormalNumbers.fill(noise, noise.length, watched.drawSeed());
            double loss = 0;
            try (Network network =
                    networks.evaluator(watched.before().experiment().model())) {
                network.load(watched.before().parameters());
                float[] posterior = network.posterior(watched.inputs(), n);
                float[] codes = new float[2 * n];
                for (int i = 0; i < codes.length; i++) {
                    int at = i / 2 * 4 + i % 2;
                    codes[i] = posterior[at] + (float) Math.exp(0.5 * posterior[at + 2]) * noise[i];
                }
                float[] output = network.decode(codes, n);
                for (int i = 0; i < output.length; i++) {
                    double p = Math.max(1e-7, Math.min(1 - 1e-7, output[i]));
                    loss -= watched.targets()[i] * Math.log(p) + (1 - watched.targets()[i]) * Math.log(1 - p);
                }
                loss /= output.length;
            }
            assertEquals(watched.step().loss(), loss, 1e-4);
        }
    }

    @Test
    void sizesAreRootMeanSquaresOfEachLayer() {
        Experiment experiment = Preset.DENSE_2.experiment(new DataSpec("x", ""), 2, 1, 7);
        int count = Math.toIntExact(experiment.model().parameterCount());
        float[] weights = new float[count];
        Arrays.fill(weights, 2);
        ModelSnapshot before = new ModelSnapshot(
                new RunId("x"), experiment, Progress.START, Parameters.copyOf(weights), Optional.empty(), List.of());
        float[] moved = weights.clone();
        float[] moments = new float[2 * count];
        float[] later = new float[2 * count];
        // The first layer has 2 · 256 weights and 256 biases.
        for (int i = 0; i < 768; i++) {
            moved[i] -= 0.5f;
            moments[i] = 1;
            later[i] = 0.9f + 0.1f * 3;
        }
        List<WatchedStep.Change> changes = WatchedStep.changes(
                before, Parameters.copyOf(moved), Parameters.copyOf(moments), Parameters.copyOf(later));
        assertEquals(6, changes.size());
        assertEquals(0, changes.get(0).layer());
        assertEquals(2, changes.get(0).weights());
        assertEquals(0.5, changes.get(0).update());
        assertEquals(3, changes.get(0).gradient(), 1e-5);
        assertEquals(0.25, changes.get(0).share());
        assertEquals(0, changes.get(1).update());
        assertEquals(0, changes.get(1).gradient(), 1e-9);
    }

    @Test
    void theFirstStepOfAdamMovesNoWeightFurtherThanItsRate() {
        try (TrainingRun run = TrainingRun.start(Engines.networks(), experiment(Preset.DENSE_64), DATA)) {
            WatchedStep watched = run.watchedStep();
            assertEquals(32, watched.step().samples());
            assertEquals(32 * 784, watched.inputs().length);
            assertArrayEquals(watched.targets(), watched.inputs());
            for (WatchedStep.Change change : watched.changes()) {
                assertTrue(change.update() <= 1.001e-3 && change.update() > 1e-4, change.toString());
                assertTrue(change.gradient() > 0);
            }
        }
    }
}
