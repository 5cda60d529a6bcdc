package hourglass.core.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A variational autoencoder (Kingma and Welling 2013): the trunk's encoder gives mean and log-variance of each latent
 * dimension, a sample of that normal distribution is decoded, and the loss is the negative ELBO with the divergence
 * weighted by β (Higgins et al. 2017).
 *
 * @param trunk its layers; a convolutional one needs a dense code. Its code size is the number of latent dimensions; its
 *     code activation becomes linear and its loss that of the likelihood
 * @param likelihood what the output means
 * @param beta weight of the divergence from the standard normal prior, 0 … 100
 * @param warmUpEpochs epochs over which that weight rises from 0, 0 … 1 000; may be fractions
 */
public record VariationalSpec(PlainSpec trunk, Likelihood likelihood, double beta, double warmUpEpochs)
        implements ModelSpec {
    /** Nats of an image of Fashion-MNIST's test set copied perfectly, under Bernoulli: grey pixels cost even then. */
    public static final double FASHION_MNIST_FLOOR = 189.9;

    /** Checks every range. */
    public VariationalSpec {
        Checks.range("beta", "β, the weight of the KL divergence,", beta, 0, 100);
        Checks.range("warmUpEpochs", "KL warm-up in epochs", warmUpEpochs, 0, 1000);
        if (!trunk.hasDenseCode()) {
            throw new InvalidSpecException(
                    "waist.codeSize", "A variational network needs at least 1 latent dimension; got 0.");
        }
        trunk = trunk.withCodeActivation(Activation.LINEAR).withLoss(likelihood.loss());
    }

    @Override
    public int inputSize() {
        return trunk.inputSize();
    }

    @Override
    public int codeSize() {
        return trunk.codeSize();
    }

    @Override
    public Loss loss() {
        return trunk.loss();
    }

    @Override
    public String describe() {
        return trunk.describeVariational();
    }

    @Override
    public List<LayerSpec> layers() {
        List<LayerSpec> layers = new ArrayList<>(trunk.layers());
        int code = trunk.encoderLayers() - 1;
        layers.set(code, new LayerSpec.Dense(layers.get(code).inputs(), 2 * codeSize(), Activation.LINEAR));
        layers.add(code + 1, new LayerSpec.Sampling(codeSize()));
        return List.copyOf(layers);
    }

    @Override
    public int encoderLayers() {
        return trunk.encoderLayers() + 1;
    }

    /**
     * Weight of the divergence in the training loss per pixel, at a moment of the training: β, or less during warm-up, in
     * the unit of {@link #loss()}.
     *
     * @param epoch position in epochs
     */
    public double klWeightPerPixel(double epoch) {
        double rise = warmUpEpochs == 0 ? 1 : Math.min(1, epoch / warmUpEpochs);
        return beta * rise / (likelihood.natsPerLoss() * inputSize());
    }

    @Override
    public Optional<VariationalSpec> variational() {
        return Optional.of(this);
    }

    @Override
    public <T> T visit(Visitor<T> visitor) {
        return visitor.variational(this);
    }

    @Override
    public VariationalSpec withTrunk(PlainSpec value) {
        return new VariationalSpec(value, likelihood, beta, warmUpEpochs);
    }

    /** The same under another likelihood. */
    public VariationalSpec withLikelihood(Likelihood value) {
        return new VariationalSpec(trunk, value, beta, warmUpEpochs);
    }

    /** The same with another weight of the divergence. */
    public VariationalSpec withBeta(double value) {
        return new VariationalSpec(trunk, likelihood, value, warmUpEpochs);
    }

    /** The same with another warm-up. */
    public VariationalSpec withWarmUpEpochs(double value) {
        return new VariationalSpec(trunk, likelihood, beta, value);
    }
}
