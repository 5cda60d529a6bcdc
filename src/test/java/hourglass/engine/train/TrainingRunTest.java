package hourglass.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.DataSet;
import hourglass.core.data.IdxFolder;
import hourglass.core.data.ImageSet;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.NoiseKind;
import hourglass.core.spec.NoiseSpec;
import hourglass.core.spec.Preset;
import hourglass.engine.model.EpochResult;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.NetworkFactory;
import hourglass.engine.store.ModelStore;
import hourglass.testing.Engines;
import hourglass.testing.RealData;
import hourglass.testing.SmallData;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingRunTest {
    private final NetworkFactory networks = Engines.networks();
    private final DataSet data = SmallData.garments();

    private static ModelSnapshot train(TrainingRun run, int epochs) {
        for (int epoch = 0; epoch < epochs; epoch++) {
            while (run.step().end() != Step.End.OF_EPOCH) {
                assertTrue(run.progress().batch() > 0);
            }
            run.finishEpoch(() -> false);
        }
        return run.snapshot();
    }

    @Test
    void lossFallsAndTheSameSeedGivesTheSameNetwork() {
        Experiment experiment = SmallData.dense(data, 3);
        ModelSnapshot once;
        ModelSnapshot again;
        try (TrainingRun run = TrainingRun.start(networks, experiment, data)) {
            once = train(run, 3);
        }
        try (TrainingRun run = TrainingRun.start(networks, experiment, data)) {
            again = train(run, 3);
        }
        List<EpochResult> history = once.history();
        assertTrue(history.get(2).trainLoss() < 0.7 * history.get(0).trainLoss());
        assertEquals(once.parameters(), again.parameters());
        assertEquals(history.get(2).validationLoss(), again.history().get(2).validationLoss());
        try (TrainingRun run = TrainingRun.start(networks, experiment.withSeed(8), data)) {
            assertNotEquals(once.parameters(), train(run, 3).parameters());
        }
    }

    /** What a network learns without a class is what it learns from data that never had it. */
    @Test
    void aClassLeftOutIsNeitherLearntNorJudgedBy() {
        Experiment all = SmallData.dense(data, 1);
        Experiment fewer = all.withData(all.data().without(Optional.of("Bag")));
        try (TrainingRun run = TrainingRun.start(networks, fewer, data);
                TrainingRun other = TrainingRun.start(networks, all, data.without("Bag"))) {
            assertEquals(17, run.batchesPerEpoch(), "540 of 600 images");
            ModelSnapshot one = train(run, 1);
            ModelSnapshot same = train(other, 1);
            assertEquals(same.parameters(), one.parameters());
            assertEquals(
                    same.history().get(0).validationLoss(), one.history().get(0).validationLoss());
            ModelSnapshot light = run.snapshot();
            try (TrainingRun further = TrainingRun.resume(networks, light, data)) {
                assertEquals(17, further.batchesPerEpoch());
            }
        }
        Exception lacking = assertThrows(
                IllegalArgumentException.class,
                () -> TrainingRun.start(networks, all.withData(all.data().without(Optional.of("Hat"))), data));
        assertTrue(lacking.getMessage().contains("no class “Hat”"), lacking.getMessage());
    }

    @Test
    void twoAndTwoEpochsThroughAFileEqualFour(@TempDir Path folder) throws Exception {
        Experiment four = SmallData.dense(data, 4);
        ModelSnapshot straight;
        try (TrainingRun run = TrainingRun.start(networks, four, data)) {
            straight = train(run, 4);
        }
        ModelStore store = new ModelStore("test");
        Path file = folder.resolve("two.safetensors");
        try (TrainingRun run = TrainingRun.start(networks, four, data)) {
            store.save(file, train(run, 2));
        }
        try (TrainingRun run = TrainingRun.resume(networks, store.open(file).snapshot(), data)) {
            ModelSnapshot resumed = train(run, 2);
            assertEquals(straight.parameters(), resumed.parameters());
            assertEquals(straight.optimiser(), resumed.optimiser());
            assertEquals(straight.progress(), resumed.progress());
        }
    }

    @Test
    void aSnapshotWithinAnEpochGoesOnExactly() {
        Experiment experiment = SmallData.dense(data, 1);
        ModelSnapshot straight;
        try (TrainingRun run = TrainingRun.start(networks, experiment, data)) {
            straight = train(run, 1);
        }
        ModelSnapshot halfway;
        try (TrainingRun run = TrainingRun.start(networks, experiment, data)) {
            for (int i = 0; i < 7; i++) {
                run.step();
            }
            halfway = run.snapshot();
        }
        try (TrainingRun run = TrainingRun.resume(networks, halfway, data)) {
            assertEquals(straight.parameters(), train(run, 1).parameters());
        }
    }

    @Test
    void aHugeLearningRateStopsAndKeepsGoodWeights() {
        Experiment base = SmallData.dense(data, 1);
        Experiment wild = base.withTraining(base.training().withLearningRate(1000));
        try (TrainingRun run = TrainingRun.start(networks, wild, data)) {
            ModelSnapshot before = run.snapshot();
            DivergedException diverged = assertThrows(DivergedException.class, () -> train(run, 1));
            assertTrue(diverged.getMessage().contains("below 1000."), diverged.getMessage());
            assertTrue(run.progress().iteration() <= 2, "stopped after " + run.progress());
            assertEquals(before.parameters(), run.snapshot().parameters());
        }
    }

    /** Variational, because a saturated dense network at its worst is black, which is no worse than untrained. */
    private TrainingRun wild(double rate) {
        Experiment base = Preset.VAE_2.experiment(new DataSpec(data.name(), data.fingerprint()), 784, 7);
        return TrainingRun.start(networks, base.withTraining(base.training().withLearningRate(rate)), data);
    }

    @Test
    void weightsWorseThanUntrainedOnesAreNotCalledGood() {
        try (TrainingRun run = wild(100)) {
            double untrained = run.sampleLosses(100).kl();
            run.step();
            assertTrue(run.sampleLosses(100).kl() > 1e6 * untrained, "finite, but of no use");
            DivergedException diverged = assertThrows(DivergedException.class, () -> train(run, 3));
            assertTrue(diverged.getMessage().contains("no worse than an untrained network"), diverged.getMessage());
            assertEquals(untrained, run.sampleLosses(100).kl(), 1e-12);
        }
    }

    @Test
    void aRunThatEndsWorseThanItBeganSaysSo() {
        try (TrainingRun run = wild(20)) {
            assertEquals(Optional.empty(), run.conclude(), "nothing was trained");
            run.step();
            String said = run.conclude().orElseThrow();
            assertTrue(said.startsWith("This run ended worse than it began: "), said);
            assertTrue(said.endsWith("Try a learning rate below 20."), said);
        }
        try (TrainingRun run = wild(0.001)) {
            train(run, 1);
            assertEquals(Optional.empty(), run.conclude());
        }
    }

    @Test
    void allBlackImagesAreLearntWithoutHarm() {
        ImageSet black = ImageSet.of(28, 28, new byte[64 * 784], new byte[64], List.of("Nothing"));
        DataSet nothing = new DataSet("Black", "", data.origin(), data.sha256(), black, black);
        try (TrainingRun run = TrainingRun.start(networks, SmallData.dense(nothing, 5), nothing)) {
            assertTrue(train(run, 5).history().get(4).validationLoss() < 0.25);
        }
    }

    @Test
    void noiseIsFreshButSeeded() {
        Experiment clean = SmallData.dense(data, 1);
        Experiment noisy = new Experiment(
                clean.preset(),
                clean.data(),
                clean.model(),
                new NoiseSpec(NoiseKind.GAUSSIAN, 0.3),
                clean.training(),
                7);
        try (TrainingRun a = TrainingRun.start(networks, noisy, data);
                TrainingRun b = TrainingRun.start(networks, noisy, data);
                TrainingRun c = TrainingRun.start(networks, clean, data)) {
            ModelSnapshot first = train(a, 1);
            assertEquals(first.parameters(), train(b, 1).parameters());
            assertNotEquals(first.parameters(), train(c, 1).parameters());
        }
    }

    @Test
    void imagesOfAnotherSizeAreRefusedInOneSentence() {
        Experiment wide = Preset.DENSE_64.experiment(new DataSpec("x", ""), 100, 7);
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> TrainingRun.start(networks, wide, data));
        assertEquals(
                "The network expects images of 100 pixels, but those of Sketchwear have 784.", refused.getMessage());
    }

    @Test
    void withoutOptimiserStateItStillGoesOn() {
        Experiment experiment = SmallData.dense(data, 2);
        try (TrainingRun run = TrainingRun.start(networks, experiment, data)) {
            train(run, 1);
            ModelSnapshot light = run.lightSnapshot();
            assertEquals(Optional.empty(), light.optimiser());
            try (TrainingRun resumed = TrainingRun.resume(networks, light, data)) {
                double before = light.history().get(0).validationLoss();
                assertTrue(train(resumed, 1).history().get(1).validationLoss() < before);
            }
        }
    }

    @Test
    void anEpochThatWasNotMeasuredDoesNotEndTheSearchForTheBest() {
        Experiment experiment = SmallData.dense(data, 3);
        ModelSnapshot brokenOff;
        try (TrainingRun run = TrainingRun.start(networks, experiment, data)) {
            while (run.step().end() != Step.End.OF_EPOCH) {
                assertTrue(run.progress().batch() > 0);
            }
            assertTrue(Double.isNaN(run.finishEpoch(() -> true).validationLoss()));
            assertEquals(Optional.empty(), run.best());
            brokenOff = run.snapshot();
        }
        try (TrainingRun run = TrainingRun.resume(networks, brokenOff, data)) {
            train(run, 1);
            assertEquals(2, run.best().orElseThrow().progress().epochs());
        }
    }

    @Test
    void oneEpochOfRealFashionMnistReachesThePublishedBand() throws Exception {
        DataSet real = IdxFolder.load(RealData.require());
        Experiment experiment = Preset.DENSE_64.experiment(new DataSpec(real.name(), real.fingerprint()), 784, 7);
        try (TrainingRun run = TrainingRun.start(networks, experiment, real)) {
            double validation = train(run, 1).history().get(0).validationLoss();
            assertEquals(0.0133, validation, 0.0006);
        }
    }
}
