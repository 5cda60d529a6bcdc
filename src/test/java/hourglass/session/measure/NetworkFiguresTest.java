package hourglass.session.measure;

import static hourglass.session.measure.TinyData.squared;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hourglass.core.Computing;
import hourglass.core.data.DataSet;
import hourglass.core.metric.PcaBasis;
import hourglass.core.spec.DenseSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Likelihood;
import hourglass.core.spec.NoiseKind;
import hourglass.core.spec.NoiseSpec;
import hourglass.core.spec.VariationalSpec;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Network;
import hourglass.engine.model.Parameters;
import hourglass.session.measure.NoiseErrors.Method;
import hourglass.testing.FakeNetwork;
import hourglass.testing.RecordingNetworks;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class NetworkFiguresTest {
    private final DataSet data = TinyData.of("a", 200, 40);
    private final ModelSnapshot model = RecordingNetworks.snapshot(1, 1);

    /** Its code is the first pixel, and it draws mid grey whatever the code; every posterior is of mean 1, variance 1. */
    private static Network grey(ModelSnapshot model) {
        return new FakeNetwork(model.experiment().model()) {
            @Override
            public float[] encode(float[] images, int n) {
                float[] codes = new float[n];
                for (int i = 0; i < n; i++) {
                    codes[i] = images[4 * i];
                }
                return codes;
            }

            @Override
            public float[] decode(float[] codes, int n) {
                float[] images = new float[4 * n];
                Arrays.fill(images, 0.5f);
                return images;
            }

            @Override
            public float[] posterior(float[] images, int n) {
                float[] posterior = new float[2 * n];
                for (int i = 0; i < n; i++) {
                    posterior[2 * i] = 1;
                }
                return posterior;
            }
        };
    }

    private NetworkFigures figures(ModelSnapshot of, BooleanSupplier cancelled) {
        return new NetworkFigures(
                of, grey(of), data, () -> PcaBasis.fit(data.train(), () -> false), Computing.PLAIN, cancelled);
    }

    private static ModelSnapshot with(ModelSnapshot model, Experiment experiment) {
        float[] weights = new float[Math.toIntExact(experiment.model().parameterCount())];
        return new ModelSnapshot(
                model.run(),
                experiment,
                model.progress(),
                Parameters.copyOf(weights),
                java.util.Optional.empty(),
                List.of());
    }

    @Test
    void theNetworksErrorIsNotThatOfPca() {
        NetworkFigures figures = figures(model, () -> false);
        assertEquals((squared(72.5) + squared(87.5)) / 2, figures.meanSquaredError(), 1e-6);
        // One component copies the first pixel; the other three become the mean, 100.
        assertEquals(0.75 * (squared(100) + squared(60)) / 2, figures.linearError(), 1e-6);
        assertEquals(1, figures.components());
    }

    @Test
    void theNearestTrainingCodesVote() {
        NetworkFigures figures = figures(model, () -> false);
        assertEquals(6, figures.neighbours(), "as many as there are, at most ten");
        assertEquals(
                0.5, figures.neighbourAccuracy(), 1e-12, "all training images are of class 0, one of two test images");
    }

    @Test
    void underNoiseEachNumberStandsByItsMethod() {
        NoiseSpec noise = new NoiseSpec(NoiseKind.MASKING, 1);
        NoiseErrors errors = figures(with(model, model.experiment().withNoise(noise)), () -> false)
                .noise();
        assertEquals((squared(200) + squared(40)) / 2, errors.by(Method.NOTHING), 1e-6, "all pixels are black");
        assertEquals((squared(200) + squared(40)) / 2, errors.by(Method.MEDIAN), 1e-6);
        assertEquals((squared(72.5) + squared(87.5)) / 2, errors.by(Method.NETWORK), 1e-6);
        // PCA of a black image: the first pixel stays black, the others are 100.
        double pca = (squared(200) + 3 * squared(100) + squared(40) + 3 * squared(60)) / 8;
        assertEquals(pca, errors.by(Method.PCA), 1e-6);
        assertEquals(noise, errors.noise());
        assertEquals(Provenance.of(data, model), errors.of());
    }

    @Test
    void theElboIsReconstructionAndDivergence() {
        DenseSpec trunk = (DenseSpec) model.experiment().model();
        Experiment variational = model.experiment().withModel(new VariationalSpec(trunk, Likelihood.BERNOULLI, 3, 0));
        NetworkFigures.Elbo elbo =
                figures(with(model, variational), () -> false).elbo();
        assertEquals(4 * Math.log(2), elbo.reconstruction(), 1e-6, "four pixels at mid grey");
        assertEquals(0.5, elbo.kl(), 1e-6, "half the squared mean, whatever β is");
        assertEquals(List.of(0.5), elbo.klPerDimension());
        assertEquals(4 * Math.log(2) + 0.5, elbo.negative(), 1e-6);
    }

    @Test
    void halfAMeasureIsNone() {
        NetworkFigures figures = figures(model, () -> true);
        assertThrows(CancellationException.class, figures::meanSquaredError);
        assertThrows(CancellationException.class, figures::linearError);
        assertThrows(CancellationException.class, figures::neighbourAccuracy);
    }
}
