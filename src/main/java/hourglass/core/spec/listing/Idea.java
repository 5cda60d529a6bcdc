package hourglass.core.spec.listing;

import hourglass.core.spec.EmbeddingSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.VariationalSpec;
import java.util.List;

/** One idea behind a network, as the few lines that a library says it in. */
public enum Idea {
    /** Mean squared error per pixel. */
    SQUARED_ERROR,
    /** Binary cross-entropy per pixel, and the floor below which no output gets it. */
    CROSS_ENTROPY,
    /** Kullback–Leibler divergence of a code from the prior. */
    DIVERGENCE,
    /** A random code through which gradients flow. */
    REPARAMETRISATION,
    /** How many neighbours a map looks after. */
    PERPLEXITY,
    /** A convolution that enlarges. */
    TRANSPOSED_CONVOLUTION;

    private static final double BETA_WITHOUT_ONE = 1;

    /** The lines about this idea, then the whole program of the network. */
    public String listing(Framework framework, Experiment experiment) {
        String lines =
                switch (framework) {
                    case KERAS -> keras(experiment);
                    case PYTORCH -> torch(experiment);
                    case DEEPLEARNING4J -> dl4j(experiment);
                };
        return lines + "\n\n" + framework.listing(experiment);
    }

    private String keras(Experiment experiment) {
        return switch (this) {
            case SQUARED_ERROR -> "loss = ops.mean((output - image) ** 2)";
            case CROSS_ENTROPY -> """
                def cross_entropy(image, output):
                    return -ops.mean(image * ops.log(output + 1e-7) + (1 - image) * ops.log(1 - output + 1e-7))

                loss = cross_entropy(image, output)
                floor = cross_entropy(image, image)""";
            case DIVERGENCE ->
                "kl = 0.5 * ops.sum(mean**2 + ops.exp(log_variance) - 1 - log_variance, axis=1)\nloss = reconstruction + "
                        + beta(experiment) + " * kl";
            case REPARAMETRISATION ->
                "epsilon = keras.random.normal(ops.shape(mean))\ncode = mean + ops.exp(0.5 * log_variance) * epsilon";
            case PERPLEXITY ->
                "from sklearn.manifold import TSNE\n\nplaces = TSNE(perplexity=" + perplexity()
                        + ").fit_transform(codes)";
            case TRANSPOSED_CONVOLUTION ->
                found(
                        Framework.KERAS,
                        experiment,
                        "Conv2DTranspose",
                        "layers.Conv2DTranspose(16, 3, strides=2, padding=\"same\")");
        };
    }

    private String torch(Experiment experiment) {
        return switch (this) {
            case SQUARED_ERROR -> "loss = F.mse_loss(output, image)";
            case CROSS_ENTROPY ->
                "loss = F.binary_cross_entropy(output, image)\nfloor = F.binary_cross_entropy(image, image)";
            case DIVERGENCE ->
                "kl = 0.5 * (mean**2 + log_variance.exp() - 1 - log_variance).sum(1)\nloss = reconstruction + "
                        + beta(experiment) + " * kl";
            case REPARAMETRISATION ->
                "epsilon = torch.randn_like(mean)\ncode = mean + (0.5 * log_variance).exp() * epsilon";
            case PERPLEXITY -> keras(experiment);
            case TRANSPOSED_CONVOLUTION ->
                found(
                        Framework.PYTORCH,
                        experiment,
                        "ConvTranspose2d",
                        "nn.ConvTranspose2d(8, 16, 3, stride=2, padding=1, output_padding=1)");
        };
    }

    private String dl4j(Experiment experiment) {
        return switch (this) {
            case SQUARED_ERROR ->
                "LossFunctions.LossFunction.MSE.getILossFunction().computeScore(image, output, identity, null, true);";
            case CROSS_ENTROPY -> """
                double loss = new LossBinaryXENT().computeScore(image, output, identity, null, true);
                double floor = new LossBinaryXENT().computeScore(image, image, identity, null, true);""";
            case DIVERGENCE ->
                "INDArray kl = mean.mul(mean).add(Transforms.exp(logVariance)).sub(1).sub(logVariance).sum(1).mul(0.5);\n"
                        + "INDArray loss = reconstruction.add(kl.mul(" + beta(experiment) + "));";
            case REPARAMETRISATION ->
                "INDArray epsilon = Nd4j.randn(mean.shape());\n"
                        + "INDArray code = mean.add(Transforms.exp(logVariance.mul(0.5)).mul(epsilon));";
            case PERPLEXITY ->
                "BarnesHutTsne map = new BarnesHutTsne.Builder().perplexity(" + perplexity()
                        + ").numDimension(2).build();\nmap.fit(codes);";
            case TRANSPOSED_CONVOLUTION ->
                found(
                        Framework.DEEPLEARNING4J,
                        experiment,
                        "Deconvolution2D",
                        "new Deconvolution2D.Builder(3, 3).stride(2, 2).convolutionMode(ConvolutionMode.Same).nOut(16).build()");
        };
    }

    private static int perplexity() {
        return (int) EmbeddingSpec.standard(0).perplexity();
    }

    private static String beta(Experiment experiment) {
        return Lines.number(
                experiment.model().variational().map(VariationalSpec::beta).orElse(BETA_WITHOUT_ONE));
    }

    /** The lines of the network's own program in which a word stands; a line of its kind where it has none. */
    private static String found(Framework framework, Experiment experiment, String word, String otherwise) {
        List<String> lines = framework
                .listing(experiment)
                .lines()
                .filter(line -> line.contains(word) && !line.startsWith("import"))
                .map(String::strip)
                .toList();
        return lines.isEmpty() ? otherwise : String.join("\n", lines);
    }
}
