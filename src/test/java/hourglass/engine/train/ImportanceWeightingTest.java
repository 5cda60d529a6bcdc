package hourglass.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.ImageSet;
import hourglass.core.spec.Activation;
import hourglass.core.spec.DenseSpec;
import hourglass.core.spec.Likelihood;
import hourglass.core.spec.Loss;
import hourglass.core.spec.ModelSpec;
import hourglass.core.spec.NoiseSpec;
import hourglass.core.spec.VariationalSpec;
import hourglass.engine.model.Network;
import hourglass.engine.model.Parameters;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the estimate against a model whose likelihood is known in closed form. */
class ImportanceWeightingTest {
    private static final double SLOPE = 0.3;
    private static final double OFFSET = 0.4;
    private static final double VARIANCE = Likelihood.DEVIATION * Likelihood.DEVIATION;

    /** One pixel that is {@code 0.3 z + 0.4} with noise of 0.1: then {@code p(x) = N(0.4, 0.3² + 0.1²)}. */
    private record LinearGaussian(double meanError, double varianceFactor) implements Network {
        @Override
        public ModelSpec spec() {
            DenseSpec trunk =
                    new DenseSpec(1, List.of(), 1, Activation.LINEAR, Activation.LINEAR, Loss.MEAN_SQUARED_ERROR);
            return new VariationalSpec(trunk, Likelihood.GAUSSIAN, 1, 0);
        }

        /** The true {@code p(z | x)}, or one off by the errors asked for. */
        @Override
        public float[] posterior(float[] images, int n) {
            double variance = VARIANCE / (SLOPE * SLOPE + VARIANCE);
            float[] result = new float[2 * n];
            for (int i = 0; i < n; i++) {
                result[2 * i] = (float) (variance * SLOPE * (images[i] - OFFSET) / VARIANCE + meanError);
                result[2 * i + 1] = (float) Math.log(variance * varianceFactor);
            }
            return result;
        }

        @Override
        public float[] decode(float[] codes, int n) {
            float[] images = new float[n];
            for (int i = 0; i < n; i++) {
                images[i] = (float) (SLOPE * codes[i] + OFFSET);
            }
            return images;
        }

        @Override
        public void load(Parameters parameters) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Parameters parameters() {
            throw new UnsupportedOperationException();
        }

        @Override
        public float[] encode(float[] images, int n) {
            throw new UnsupportedOperationException();
        }

        @Override
        public float[] reconstruct(float[] images, int n) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }

    private static final ImageSet IMAGES =
            ImageSet.of(1, 1, new byte[] {0, 51, 102, (byte) 204, (byte) 255}, new byte[5], List.of("pixel"));

    private static double known() {
        double variance = SLOPE * SLOPE + VARIANCE;
        double sum = 0;
        for (int i = 0; i < IMAGES.size(); i++) {
            double distance = IMAGES.image(i)[0] - OFFSET;
            sum += -0.5 * Math.log(2 * Math.PI * variance) - distance * distance / (2 * variance);
        }
        return sum / IMAGES.size();
    }

    private static double estimate(Network network, int samples, long seed) {
        return new ImportanceWeighting(Likelihood.GAUSSIAN, samples, seed)
                .logLikelihood(network, IMAGES, NoiseSpec.CLEAN, () -> false);
    }

    @Test
    void withTheTruePosteriorASingleSampleIsExact() {
        assertEquals(known(), estimate(new LinearGaussian(0, 1), 1, 3), 1e-4);
        assertEquals(known(), estimate(new LinearGaussian(0, 1), 64, 4), 1e-4);
    }

    @Test
    void withAWrongPosteriorMoreSamplesComeNearerFromBelow() {
        Network wrong = new LinearGaussian(0.3, 2);
        double one = mean(wrong, 1);
        double some = mean(wrong, 64);
        double many = mean(wrong, 5000);
        assertTrue(one < known() - 0.3, one + " against " + known());
        assertTrue(some > one && some < known() + 0.01, some + " against " + known());
        assertEquals(known(), many, 0.01);
    }

    private static double mean(Network network, int samples) {
        double sum = 0;
        for (int seed = 0; seed < 40; seed++) {
            sum += estimate(network, samples, seed) / 40;
        }
        return sum;
    }

    @Test
    void theSameSeedGivesTheSameAndAnImageItsOwn() {
        Network wrong = new LinearGaussian(0.3, 2);
        assertEquals(estimate(wrong, 8, 5), estimate(wrong, 8, 5));
        ImageSet first = ImageSet.of(1, 1, new byte[] {0}, new byte[1], List.of("pixel"));
        ImageSet twice = ImageSet.of(1, 1, new byte[] {0, 0}, new byte[2], List.of("pixel"));
        ImportanceWeighting weighting = new ImportanceWeighting(Likelihood.GAUSSIAN, 1, 5);
        double alone = weighting.logLikelihood(wrong, first, NoiseSpec.CLEAN, () -> false);
        double both = weighting.logLikelihood(wrong, twice, NoiseSpec.CLEAN, () -> false);
        assertTrue(Math.abs(alone - both) > 1e-6, "the second image must draw other samples");
    }

    @Test
    void bernoulliImagesCostTheirCrossEntropy() {
        ImportanceWeighting weighting = new ImportanceWeighting(Likelihood.BERNOULLI, 4, 1);
        Network grey = new Network() {
            @Override
            public ModelSpec spec() {
                return new LinearGaussian(0, 1).spec();
            }

            @Override
            public float[] posterior(float[] images, int n) {
                return new float[2 * n];
            }

            @Override
            public float[] decode(float[] codes, int n) {
                float[] images = new float[n];
                java.util.Arrays.fill(images, 0.25f);
                return images;
            }

            @Override
            public void load(Parameters parameters) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Parameters parameters() {
                throw new UnsupportedOperationException();
            }

            @Override
            public float[] encode(float[] images, int n) {
                throw new UnsupportedOperationException();
            }

            @Override
            public float[] reconstruct(float[] images, int n) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void close() {}
        };
        ImageSet black = ImageSet.of(1, 1, new byte[] {0}, new byte[1], List.of("pixel"));
        assertEquals(Math.log(0.75), weighting.logLikelihood(grey, black, NoiseSpec.CLEAN, () -> false), 1e-6);
    }

    @Test
    void weightsFarBelowWhatADoubleHoldsAreStillAveraged() {
        assertEquals(-2000 + Math.log(0.5), ImportanceWeighting.logMeanExp(new double[] {-2000, -9000}), 1e-9);
        assertEquals(3000, ImportanceWeighting.logMeanExp(new double[] {3000, 3000}), 1e-9);
        assertEquals(
                Double.NEGATIVE_INFINITY,
                ImportanceWeighting.logMeanExp(new double[] {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY}));
    }

    @Test
    void cancelledIsNotANumberAndNoSamplesAreRefused() {
        ImportanceWeighting weighting = ImportanceWeighting.ofReports(Likelihood.GAUSSIAN);
        assertEquals(64, weighting.samples());
        assertTrue(
                Double.isNaN(weighting.logLikelihood(new LinearGaussian(0, 1), IMAGES, NoiseSpec.CLEAN, () -> true)));
        assertThrows(IllegalArgumentException.class, () -> new ImportanceWeighting(Likelihood.GAUSSIAN, 0, 1));
    }
}
