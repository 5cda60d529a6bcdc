package hourglass.session.measure;

import hourglass.core.Computing;
import hourglass.core.data.DataSet;
import hourglass.core.data.ImageSet;
import hourglass.core.metric.Clipping;
import hourglass.core.metric.NearestNeighbours;
import hourglass.core.metric.NearestNeighbours.LabelledCodes;
import hourglass.core.metric.PcaBasis;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.VariationalSpec;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Network;
import hourglass.engine.train.Evaluation;
import hourglass.engine.train.ImportanceWeighting;
import hourglass.engine.train.Posteriors;
import hourglass.session.measure.NoiseErrors.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The figures of a finished network on the test images, each taken in one go when it is asked for; a {@link
 * CancellationException} where that is no longer wanted, for half a measure is none. One thread at a time.
 */
public final class NetworkFigures {
    private static final int NEIGHBOURS = 10;

    private final ModelSnapshot model;
    private final Network network;
    private final DataSet data;
    private final Supplier<PcaBasis> basis;
    private final Computing computing;
    private final BooleanSupplier cancelled;

    /**
     * Of one network.
     *
     * @param model the network
     * @param network the same, ready to compute
     * @param basis the PCA of the training images, asked for when it is needed
     * @param computing what neighbours are found with
     */
    public NetworkFigures(
            ModelSnapshot model,
            Network network,
            DataSet data,
            Supplier<PcaBasis> basis,
            Computing computing,
            BooleanSupplier cancelled) {
        this.model = model;
        this.network = network;
        this.data = data;
        this.basis = basis;
        this.computing = computing;
        this.cancelled = cancelled;
    }

    private <T> T whole(T measure) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("cancelled");
        }
        return measure;
    }

    /** Mean squared error per pixel of the reconstructions. */
    public double meanSquaredError() {
        return whole(Evaluation.meanSquaredError(network, data.test(), cancelled));
    }

    /** Principal components that stand beside the code: as many as it has numbers, where there are as many. */
    public int components() {
        return Math.min(network.spec().codeSize(), basis.get().maxComponents());
    }

    /** Mean squared error per pixel of PCA with {@link #components}, unclipped. */
    public double linearError() {
        return basis.get().meanSquaredError(data.test(), components(), Clipping.NONE, cancelled);
    }

    /** How many training codes vote in {@link #neighbourAccuracy}. */
    public int neighbours() {
        return Math.min(NEIGHBOURS, data.train().size());
    }

    /** Share of test images whose class is that of most of their nearest training images by code, 0 … 1. */
    public double neighbourAccuracy() {
        int dimension = network.spec().codeSize();
        float[] train = Evaluation.codes(network, data.train(), cancelled);
        float[] test = Evaluation.codes(network, data.test(), cancelled);
        return whole(NearestNeighbours.accuracy(
                new LabelledCodes(train, data.train().labels(), dimension),
                new LabelledCodes(test, data.test().labels(), dimension),
                neighbours(),
                computing,
                cancelled));
    }

    /** What is left of the noise the network was trained with: after it, after the plain ways and after PCA. */
    public NoiseErrors noise() {
        return NoiseMeasuring.asInTraining(
                        Provenance.of(data, model),
                        data.test(),
                        model.experiment().noise())
                .all(
                        Map.of(
                                Method.NETWORK,
                                network::reconstruct,
                                Method.PCA,
                                Reconstruction.by(basis.get(), components())),
                        cancelled);
    }

    /**
     * The two parts of the negative ELBO, means over the test images in nats per image.
     *
     * @param reconstruction negative log-likelihood of an image, decoded from one sample of its distribution
     * @param kl KL divergence from the prior
     * @param klPerDimension its parts, by number of the code
     */
    public record Elbo(double reconstruction, double kl, List<Double> klPerDimension) {
        /** Copies the list. */
        public Elbo {
            klPerDimension = List.copyOf(klPerDimension);
        }

        /** Their sum, whatever β was in training. */
        public double negative() {
            return reconstruction + kl;
        }
    }

    /** Of a variational network. */
    public Elbo elbo() {
        VariationalSpec spec = (VariationalSpec) model.experiment().model();
        ImageSet test = data.test();
        Experiment experiment = model.experiment();
        Evaluation.Losses losses = whole(Evaluation.losses(network, test, experiment, test.size(), cancelled));
        double reconstruction = spec.likelihood().natsPerImage(losses.perPixel(), test.pixelsPerImage());
        return new Elbo(reconstruction, losses.kl(), klPerDimension(spec.codeSize()));
    }

    private List<Double> klPerDimension(int latent) {
        ImageSet test = data.test();
        double[] sums = new double[latent];
        for (int first = 0; first < test.size(); first += Evaluation.CHUNK) {
            int n = Math.min(Evaluation.CHUNK, test.size() - first);
            float[] inputs = Evaluation.spoilt(
                    test.images(first, n), test, model.experiment().noise(), first);
            double[] part =
                    Posteriors.klPerDimension(network.posterior(inputs, n), n).perDimension();
            Arrays.setAll(sums, d -> sums[d] + part[d] * n / test.size());
            whole(part);
        }
        return Arrays.stream(sums).boxed().toList();
    }

    /** Of a variational network: the importance-weighted bound on the log-likelihood, in nats per image. */
    public double logLikelihood() {
        VariationalSpec spec = (VariationalSpec) model.experiment().model();
        return whole(ImportanceWeighting.ofReports(spec.likelihood())
                .logLikelihood(network, data.test(), model.experiment().noise(), cancelled));
    }
}
