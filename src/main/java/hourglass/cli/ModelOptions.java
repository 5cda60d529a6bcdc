package hourglass.cli;

import hourglass.core.spec.Activation;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.LayerSizes;
import hourglass.core.spec.Likelihood;
import hourglass.core.spec.Loss;
import hourglass.core.spec.ModelSpec;
import hourglass.core.spec.edit.NetworkEdit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that change the preset's network; those that do not fit its family are refused. */
final class ModelOptions {
    @Option(names = "--code", paramLabel = "N", description = "Code size, instead of the preset's.")
    @Nullable
    private Integer code;

    @Option(names = "--latent", paramLabel = "N", description = "Latent dimensions of a variational network.")
    @Nullable
    private Integer latent;

    @Option(
            names = "--hidden",
            paramLabel = "N,N",
            description = "Neurons per dense hidden layer of the encoder, such as 256,64, or none;"
                    + " the decoder mirrors them.")
    @Nullable
    private String hidden;

    @Option(
            names = "--channels",
            paramLabel = "N,N",
            description = "Feature maps after each stage of a convolutional network, such as 16,8; a number per stage.")
    @Nullable
    private String channels;

    @Option(names = "--kernel", paramLabel = "N", description = "Side of the convolution's window in pixels.")
    @Nullable
    private Integer kernel;

    @Option(
            names = "--activation",
            paramLabel = "NAME",
            description = "Activation of the hidden layers: relu, tanh, sigmoid, elu or linear.")
    @Nullable
    private Activation activation;

    @Option(names = "--code-activation", paramLabel = "NAME", description = "Activation of the code; the same names.")
    @Nullable
    private Activation codeActivation;

    @Option(names = "--loss", paramLabel = "LOSS", description = "mse or bce, instead of the preset's.")
    @Nullable
    private String loss;

    @Option(
            names = "--likelihood",
            paramLabel = "KIND",
            description = "What a variational network's output means: bernoulli or gaussian.")
    @Nullable
    private String likelihood;

    @Option(names = "--beta", paramLabel = "B", description = "Weight of a variational network's KL divergence.")
    @Nullable
    private Double beta;

    @Option(names = "--warm-up", paramLabel = "EPOCHS", description = "Epochs over which that weight rises from 0.")
    @Nullable
    private Double warmUp;

    /** Whether any is given. */
    boolean given() {
        return code != null
                || latent != null
                || hidden != null
                || channels != null
                || kernel != null
                || activation != null
                || codeActivation != null
                || loss != null
                || likelihood != null
                || beta != null
                || warmUp != null;
    }

    /** The experiment with the network asked for; {@code preset} names {@code base} in messages. */
    Experiment reshaped(Experiment base, String preset) throws UsageException {
        refuseWhatDoesNotFit(base.model(), preset);
        LayerSizes sizes = sizes(base.model().trunk().sizes());
        Integer size = latent == null ? code : latent;
        if (size != null && size < 1 && base.model().isVariational()) {
            throw new UsageException("A variational network needs at least 1 latent dimension; got " + size + ".");
        }
        Experiment changed = NetworkEdit.sizes(base, before -> sizes);
        changed = activation == null ? changed : NetworkEdit.activation(changed, activation);
        changed = codeActivation == null ? changed : NetworkEdit.codeActivation(changed, codeActivation);
        changed = loss == null ? changed : NetworkEdit.loss(changed, lossNamed(loss));
        changed = likelihood == null ? changed : NetworkEdit.likelihood(changed, likelihoodNamed(likelihood));
        changed = beta == null ? changed : NetworkEdit.beta(changed, beta);
        return warmUp == null ? changed : NetworkEdit.warmUp(changed, warmUp);
    }

    private void refuseWhatDoesNotFit(ModelSpec model, String preset) throws UsageException {
        if (code != null && latent != null) {
            throw new UsageException("Give either --code or --latent; both are the size of the code.");
        }
        if (model.isVariational()) {
            refuse("--loss", loss, preset, "the loss of a variational network follows from --likelihood");
        } else {
            String plain = "it is not variational";
            refuse("--latent", latent, preset, plain);
            refuse("--likelihood", likelihood, preset, plain);
            refuse("--beta", beta, preset, plain);
            refuse("--warm-up", warmUp, preset, plain);
        }
        if (!model.trunk().isConvolutional()) {
            refuse("--channels", channels, preset, "it has no convolutions");
            refuse("--kernel", kernel, preset, "it has no convolutions");
        }
    }

    private static void refuse(String option, @Nullable Object value, String preset, String reason)
            throws UsageException {
        if (value != null) {
            throw new UsageException(option + " does not fit " + preset + ": " + reason + ".");
        }
    }

    /** All at once, because some fit only together. */
    private LayerSizes sizes(LayerSizes base) throws UsageException {
        Integer size = latent == null ? code : latent;
        LayerSizes sizes = size == null ? base : base.withCodeSize(size);
        sizes = hidden == null ? sizes : sizes.withHidden(layers("--hidden", hidden));
        sizes = channels == null ? sizes : sizes.withChannels(layers("--channels", channels));
        return kernel == null ? sizes : sizes.withKernel(kernel);
    }

    private static List<Integer> layers(String option, String text) throws UsageException {
        List<Integer> numbers = new ArrayList<>();
        if (option.equals("--hidden") && text.equals("none")) {
            return numbers;
        }
        try {
            for (String number : text.split(",", -1)) {
                numbers.add(Integer.valueOf(number.strip()));
            }
        } catch (NumberFormatException rubbish) {
            throw new UsageException(
                    option + " takes whole numbers with commas between them, such as 16,8; got \"" + text + "\".");
        }
        return numbers;
    }

    private static Loss lossNamed(String name) throws UsageException {
        return switch (name) {
            case "mse" -> Loss.MEAN_SQUARED_ERROR;
            case "bce" -> Loss.BINARY_CROSS_ENTROPY;
            default -> throw new UsageException("There is no loss \"" + name + "\"; choose mse or bce.");
        };
    }

    private static Likelihood likelihoodNamed(String name) throws UsageException {
        return switch (name) {
            case "bernoulli" -> Likelihood.BERNOULLI;
            case "gaussian" -> Likelihood.GAUSSIAN;
            default ->
                throw new UsageException("There is no likelihood \"" + name + "\"; choose bernoulli or gaussian.");
        };
    }
}
