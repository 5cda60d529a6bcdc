package hourglass.engine.heap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hourglass.core.Computing;
import hourglass.core.Lanes;
import hourglass.core.Products;
import hourglass.core.noise.NormalNumbers;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.ModelSpec;
import hourglass.core.spec.NoiseSpec;
import hourglass.core.spec.Preset;
import hourglass.core.spec.TrainingSpec;
import hourglass.engine.dl4j.Dl4jNetworks;
import hourglass.engine.heap.vector.VectorProducts;
import hourglass.engine.model.Network;
import hourglass.engine.model.NetworkFactory;
import hourglass.engine.model.Parameters;
import hourglass.engine.model.SpeedProbe;
import hourglass.engine.model.TrainableNetwork;
import hourglass.session.concurrent.Crew;
import hourglass.testing.ReferenceNetwork;
import hourglass.testing.TinyNetworks;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the networks on heap arrays against numeric gradients, against DL4J and against themselves in other lanes. */
class HeapNetworkTest {
    private static final long SEED = 3;
    private static final double KL_WEIGHT = 0.02;

    static Stream<ModelSpec> networks() {
        return TinyNetworks.all();
    }

    private static SpeedProbe noProbe() {
        throw new IllegalStateException("no speed is measured here");
    }

    private static float[] images(long seed, int n, int pixels) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[n * pixels];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble();
        }
        return values;
    }

    private static float[] weights(ModelSpec spec) {
        float[] weights = InitialWeights.draw(spec, 11);
        SplittableRandom random = new SplittableRandom(12);
        // Biases start at zero, which would hide a mistake in them.
        for (int i = 0; i < weights.length; i++) {
            weights[i] += (float) (0.1 * random.nextDouble());
        }
        return weights;
    }

    private static Experiment experiment(ModelSpec spec) {
        return new Experiment(
                "custom", new DataSpec("x", ""), spec, NoiseSpec.CLEAN, new TrainingSpec(1, 16, 1e-3), SEED);
    }

    private static HeapNetwork network(ModelSpec spec, float[] weights, Products products) {
        HeapNetwork network = HeapNetwork.fresh(experiment(spec), products, Lanes.ALONE, new LaneChoice(1));
        network.load(Parameters.copyOf(weights));
        network.klWeight(spec.isVariational() ? KL_WEIGHT : 0);
        return network;
    }

    @ParameterizedTest
    @MethodSource("networks")
    void plainGradientEqualsTheNumericOne(ModelSpec spec) {
        gradientEqualsTheNumericOne(spec, Computing.PLAIN.products(), 5);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void vectorGradientEqualsTheNumericOne(ModelSpec spec) {
        gradientEqualsTheNumericOne(spec, new VectorProducts(), 5);
    }

    /** In two parts. */
    @ParameterizedTest
    @MethodSource("networks")
    void gradientOfABatchInPartsEqualsTheNumericOne(ModelSpec spec) {
        gradientEqualsTheNumericOne(spec, new VectorProducts(), 17);
    }

    private static void gradientEqualsTheNumericOne(ModelSpec spec, Products products, int n) {
        float[] weights = weights(spec);
        float[] images = images(2, n, spec.inputSize());
        float[] noise = new float[n * spec.codeSize()];
        NormalNumbers.fill(noise, noise.length, SamplingStep.noiseSeed(SEED, 0));
        double klWeight = spec.isVariational() ? KL_WEIGHT : 0;
        ReferenceNetwork reference = new ReferenceNetwork(spec, images, n, noise, klWeight);
        try (HeapNetwork network = network(spec, weights, products)) {
            double loss = network.fit(images, images, n);
            float[] found = network.lastGradient();
            for (int i = 0; i < weights.length; i++) {
                double numeric = reference.slope(weights, i);
                assertEquals(numeric, found[i], 2e-6 + 2e-3 * Math.abs(numeric), "weight " + i);
            }
            double[] exact = new double[weights.length];
            for (int i = 0; i < exact.length; i++) {
                exact[i] = weights[i];
            }
            assertEquals(reference.loss(exact), loss + klWeight * network.kl(), 1e-5);
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void itComputesWhatDl4jComputes(ModelSpec spec) {
        int n = 20;
        float[] images = images(4, n, spec.inputSize());
        Parameters weights = Parameters.copyOf(weights(spec));
        try (TrainableNetwork ours = network(spec, weights.toArray(), new VectorProducts());
                TrainableNetwork other = new Dl4jNetworks().trainable(experiment(spec))) {
            other.load(weights);
            other.klWeight(spec.isVariational() ? KL_WEIGHT : 0);
            assertArrayEquals(other.encode(images, n), ours.encode(images, n), 3e-6f);
            assertArrayEquals(other.reconstruct(images, n), ours.reconstruct(images, n), 3e-6f);
            // What DL4J's sampling layer draws goes by its own count of iterations.
            for (int step = 0; step < 20 && !spec.isVariational(); step++) {
                assertEquals(other.fit(images, images, n), ours.fit(images, images, n), 1e-5, "step " + step);
            }
            if (!spec.isVariational()) {
                assertArrayEquals(
                        other.parameters().toArray(), ours.parameters().toArray(), 2e-3f);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    void anyNumberOfLanesGivesTheSameWeights(Preset preset) {
        Experiment experiment = preset.experiment(new DataSpec("x", ""), 12, 12, 7);
        Parameters alone = trained(experiment, 1);
        assertEquals(alone, trained(experiment, 2));
        assertEquals(alone, trained(experiment, 5));
    }

    private static Parameters trained(Experiment experiment, int count) {
        float[] images = images(1, 41, 144);
        try (Crew crew = new Crew(count, Thread.NORM_PRIORITY)) {
            NetworkFactory networks = new HeapNetworks(new VectorProducts(), crew, HeapNetworkTest::noProbe);
            try (TrainableNetwork network = networks.trainable(experiment)) {
                for (int step = 0; step < 60; step++) {
                    network.fit(images, images, 41 - step % 3);
                }
                return network.parameters();
            }
        }
    }

    @Test
    void aNetworkThatGoesOnFromItsStateMakesTheStepsThatWouldHaveFollowed() {
        Experiment experiment = Preset.VAE_CONV_2.experiment(new DataSpec("x", ""), 12, 12, 7);
        float[] images = images(1, 16, 144);
        NetworkFactory networks = new HeapNetworks(new VectorProducts(), Lanes.ALONE, HeapNetworkTest::noProbe);
        try (TrainableNetwork one = networks.trainable(experiment);
                TrainableNetwork other = networks.trainable(experiment)) {
            for (int i = 0; i < 5; i++) {
                one.fit(images, images, 16);
            }
            other.restore(one.parameters(), one.optimiserState(), one.iteration());
            for (int i = 0; i < 5; i++) {
                assertEquals(one.fit(images, images, 16), other.fit(images, images, 16));
            }
            assertEquals(one.parameters(), other.parameters());
            assertEquals(one.optimiserState(), other.optimiserState());
        }
    }

    @Test
    void manyImagesAndOneGiveTheSameReconstruction() {
        ModelSpec spec =
                Preset.CONV_64.experiment(new DataSpec("x", ""), 12, 12, 7).model();
        float[] images = images(5, 600, 144);
        try (Network network = network(spec, weights(spec), new VectorProducts())) {
            float[] all = network.reconstruct(images, 600);
            for (int i : new int[] {0, 255, 256, 599}) {
                float[] one = new float[144];
                System.arraycopy(images, i * 144, one, 0, 144);
                float[] expected = new float[144];
                System.arraycopy(all, i * 144, expected, 0, 144);
                assertArrayEquals(expected, network.reconstruct(one, 1), 1e-6f, "image " + i);
            }
        }
    }

    @Test
    void weightsOfAnotherNetworkAreRefused() {
        ModelSpec spec =
                Preset.DENSE_2.experiment(new DataSpec("x", ""), 144, 7).model();
        try (Network network = network(spec, weights(spec), Computing.PLAIN.products())) {
            assertThrows(IllegalArgumentException.class, () -> network.load(Parameters.copyOf(new float[3])));
        }
    }
}
