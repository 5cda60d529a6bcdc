package hourglass.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.DataSet;
import hourglass.core.data.ImageSet;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.ModelSpec;
import hourglass.engine.model.EpochResult;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Network;
import hourglass.engine.model.NetworkFactory;
import hourglass.engine.model.Parameters;
import hourglass.engine.model.TrainableNetwork;
import hourglass.engine.store.ModelStore;
import hourglass.testing.Engines;
import hourglass.testing.Families;
import hourglass.testing.Families.Family;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of a training whatever is trained: exact resume, and no harm from numbers that are none. */
class EveryFamilyTest {
    private final NetworkFactory networks = Engines.networks();
    private final DataSet data = Families.spots();

    static Stream<Family> families() {
        return Families.all();
    }

    private static ModelSnapshot train(TrainingRun run, int epochs) {
        for (int epoch = 0; epoch < epochs; epoch++) {
            Step step = run.step();
            while (step.end() != Step.End.OF_EPOCH) {
                step = run.step();
            }
            run.finishEpoch(() -> false);
        }
        return run.snapshot();
    }

    @ParameterizedTest
    @MethodSource("families")
    void fiveAndFiveEpochsThroughAFileEqualTenBitForBit(Family family, @TempDir Path folder) throws Exception {
        ModelSnapshot straight;
        try (TrainingRun run = TrainingRun.start(networks, family.experiment(), data)) {
            straight = train(run, 10);
        }
        ModelStore store = new ModelStore("test");
        Path file = folder.resolve("half.safetensors");
        ExecutorService ahead = Executors.newSingleThreadExecutor();
        try (TrainingRun run = TrainingRun.start(networks, family.experiment(), data, ahead)) {
            store.save(file, train(run, 5));
        }
        try (TrainingRun run = TrainingRun.resume(networks, store.open(file).snapshot(), data, ahead)) {
            assertSame(straight, train(run, 10 - 5));
        } finally {
            ahead.shutdownNow();
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void aStopInTheMiddleOfAnEpochIsGoneOnFromExactly(Family family, @TempDir Path folder) throws Exception {
        ModelSnapshot straight;
        try (TrainingRun run = TrainingRun.start(networks, family.experiment(), data)) {
            straight = train(run, 2);
        }
        ModelStore store = new ModelStore("test");
        Path file = folder.resolve("middle.safetensors");
        try (TrainingRun run = TrainingRun.start(networks, family.experiment(), data)) {
            train(run, 1);
            run.step();
            run.step();
            store.save(file, run.snapshot());
        }
        try (TrainingRun run = TrainingRun.resume(networks, store.open(file).snapshot(), data)) {
            ModelSnapshot resumed = train(run, 1);
            assertEquals(straight.parameters(), resumed.parameters());
            assertEquals(straight.optimiser(), resumed.optimiser());
        }
    }

    private static void assertSame(ModelSnapshot expected, ModelSnapshot found) {
        assertEquals(expected.parameters(), found.parameters());
        assertEquals(expected.optimiser(), found.optimiser());
        assertEquals(expected.progress(), found.progress());
        assertEquals(losses(expected), losses(found));
    }

    private static List<Double> losses(ModelSnapshot snapshot) {
        return snapshot.history().stream()
                .flatMap(epoch ->
                        Stream.of(epoch.trainLoss(), epoch.validationLoss(), epoch.trainKl(), epoch.validationKl()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("families")
    void itLearnsAndItsBestEpochIsTheOneWithTheSmallestLoss(Family family) {
        try (TrainingRun run = TrainingRun.start(networks, family.experiment(), data)) {
            Parameters first = run.snapshot().parameters();
            List<EpochResult> history = train(run, 10).history();
            assertTrue(history.get(9).trainLoss() < history.get(0).trainLoss(), history.toString());
            assertNotEquals(first, run.snapshot().parameters());
            ModelSnapshot best = run.best().orElseThrow();
            if (!family.experiment().model().isVariational()) {
                double least = history.stream()
                        .mapToDouble(EpochResult::validationLoss)
                        .min()
                        .orElseThrow();
                assertEquals(
                        least, best.history().get(best.history().size() - 1).validationLoss());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void aLearningRateOfAThousandStopsWithinABatchAndKeepsGoodWeights(Family family) {
        Experiment base = family.experiment();
        Experiment wild = base.withTraining(base.training().withLearningRate(1000));
        try (TrainingRun run = TrainingRun.start(networks, wild, data)) {
            Parameters before = run.snapshot().parameters();
            DivergedException diverged = assertThrows(DivergedException.class, () -> train(run, 1));
            assertTrue(diverged.getMessage().startsWith("Training diverged at step 1: "), diverged.getMessage());
            assertTrue(diverged.getMessage().endsWith("try a learning rate below 1000."), diverged.getMessage());
            assertEquals(before, run.snapshot().parameters());
            assertFinite(run);
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void aRateRaisedOnTheWayStopsAtOnceToo(Family family) {
        try (TrainingRun run = TrainingRun.start(networks, family.experiment(), data)) {
            train(run, 2);
            run.learningRate(1000);
            long before = run.progress().iteration();
            assertThrows(DivergedException.class, () -> train(run, 1));
            assertTrue(run.progress().iteration() <= before + 1, run.progress().toString());
            assertFinite(run);
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void anInputThatIsNoNumberStopsTheRunWithinTheBatch(Family family) {
        Spoiling spoiling = new Spoiling(networks, 12);
        try (TrainingRun run = TrainingRun.start(spoiling, family.experiment(), data)) {
            DivergedException diverged = assertThrows(DivergedException.class, () -> train(run, 10));
            assertTrue(
                    diverged.getMessage().startsWith("Training diverged at step 12: the loss is no longer a number"),
                    diverged.getMessage());
            assertFinite(run);
            assertTrue(run.snapshot().optimiser().isEmpty(), "moments of a spoilt step are not kept");
        }
    }

    private void assertFinite(TrainingRun run) {
        ModelSnapshot kept = run.snapshot();
        assertTrue(kept.parameters().isFinite());
        try (Network network = networks.evaluator(kept.experiment().model())) {
            network.load(kept.parameters());
            float[] images = data.test().images(new int[] {0, 1, 2});
            for (float value : network.reconstruct(images, 3)) {
                assertTrue(value >= 0 && value <= 1, "pixel " + value);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void afterADivergenceItGoesOnFromTheKeptWeightsWithACalmerRate(Family family) {
        Experiment base = family.experiment();
        ModelSnapshot kept;
        try (TrainingRun run = TrainingRun.start(networks, base, data)) {
            train(run, 2);
            run.learningRate(1000);
            assertThrows(DivergedException.class, () -> train(run, 1));
            kept = run.snapshot();
        }
        try (TrainingRun run = TrainingRun.resume(networks, kept.continuing(base), data)) {
            List<EpochResult> history = train(run, 3).history();
            assertTrue(Double.isFinite(history.get(history.size() - 1).validationLoss()), history.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void imagesThatAreAllZeroDoNoHarm(Family family) {
        ImageSet black = ImageSet.of(8, 8, new byte[40 * 64], new byte[40], List.of("Nothing"));
        DataSet nothing = new DataSet("Black", "", data.origin(), data.sha256(), black, black);
        try (TrainingRun run = TrainingRun.start(networks, family.experiment(), nothing)) {
            List<EpochResult> history = train(run, 6).history();
            assertTrue(history.get(5).validationLoss() < history.get(0).validationLoss(), history.toString());
            assertFinite(run);
        }
    }

    /** Networks that are shown a batch with a pixel that is no number. */
    private record Spoiling(NetworkFactory real, int step) implements NetworkFactory {
        @Override
        public TrainableNetwork trainable(Experiment experiment) {
            return new SpoiledNetwork(real.trainable(experiment), step);
        }

        @Override
        public Network evaluator(ModelSpec spec) {
            return real.evaluator(spec);
        }

        @Override
        public int threads() {
            return real.threads();
        }
    }

    private record SpoiledNetwork(TrainableNetwork real, int step) implements TrainableNetwork {
        @Override
        public double fit(float[] inputs, float[] targets, int n) {
            if (real.iteration() + 1 != step) {
                return real.fit(inputs, targets, n);
            }
            float[] spoiled = Arrays.copyOf(inputs, inputs.length);
            spoiled[3] = Float.NaN;
            return real.fit(spoiled, inputs == targets ? spoiled : targets, n);
        }

        @Override
        public double kl() {
            return real.kl();
        }

        @Override
        public void klWeight(double perPixel) {
            real.klWeight(perPixel);
        }

        @Override
        public void learningRate(double value) {
            real.learningRate(value);
        }

        @Override
        public Parameters optimiserState() {
            return real.optimiserState();
        }

        @Override
        public long iteration() {
            return real.iteration();
        }

        @Override
        public void restore(Parameters parameters, Parameters optimiserState, long iteration) {
            real.restore(parameters, optimiserState, iteration);
        }

        @Override
        public ModelSpec spec() {
            return real.spec();
        }

        @Override
        public void load(Parameters parameters) {
            real.load(parameters);
        }

        @Override
        public Parameters parameters() {
            return real.parameters();
        }

        @Override
        public float[] encode(float[] images, int n) {
            return real.encode(images, n);
        }

        @Override
        public float[] decode(float[] codes, int n) {
            return real.decode(codes, n);
        }

        @Override
        public float[] reconstruct(float[] images, int n) {
            return real.reconstruct(images, n);
        }

        @Override
        public float[] posterior(float[] images, int n) {
            return real.posterior(images, n);
        }

        @Override
        public void close() {
            real.close();
        }
    }
}
