package hourglass.core.spec.edit;

import hourglass.core.spec.Activation;
import hourglass.core.spec.DenseSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.InvalidSpecException;
import hourglass.core.spec.LayerSizes;
import hourglass.core.spec.Likelihood;
import hourglass.core.spec.Loss;
import hourglass.core.spec.ModelSpec;
import hourglass.core.spec.PlainSpec;
import hourglass.core.spec.VariationalSpec;
import java.util.function.UnaryOperator;

/** An experiment with one thing about its network changed; all throw {@link InvalidSpecException} for a bad value. */
public final class NetworkEdit {
    private NetworkEdit() {}

    private static Experiment trunk(Experiment experiment, UnaryOperator<PlainSpec> change) {
        ModelSpec model = experiment.model();
        return experiment.withModel(model.withTrunk(change.apply(model.trunk())));
    }

    private static Experiment variational(Experiment experiment, UnaryOperator<VariationalSpec> change) {
        return experiment
                .model()
                .variational()
                .map(change)
                .map(experiment::withModel)
                .orElse(experiment);
    }

    /** Another activation of the hidden layers. */
    public static Experiment activation(Experiment experiment, Activation value) {
        return trunk(experiment, trunk -> trunk.withActivation(value));
    }

    /** Another activation of the code. */
    public static Experiment codeActivation(Experiment experiment, Activation value) {
        return trunk(experiment, trunk -> trunk.withCodeActivation(value));
    }

    /** Another loss; that of a variational network follows from its likelihood. */
    public static Experiment loss(Experiment experiment, Loss value) {
        return trunk(experiment, trunk -> trunk.withLoss(value));
    }

    /** Several sizes at once, so that what fits only together can be. */
    public static Experiment sizes(Experiment experiment, UnaryOperator<LayerSizes> change) {
        return trunk(experiment, trunk -> trunk.withSizes(change.apply(trunk.sizes())));
    }

    /** The sizes of all layers, as drawn. */
    public static Experiment shape(Experiment experiment, HourglassShape shape) {
        return sizes(
                experiment, sizes -> new LayerSizes(shape.stages(), sizes.kernel(), shape.hidden(), shape.codeSize()));
    }

    /** A dense code of so many numbers. */
    public static Experiment codeSize(Experiment experiment, int size) {
        if (size < 1) {
            throw new InvalidSpecException(
                    "codeSize",
                    experiment.model().isVariational()
                            ? "A variational network needs between 1 and " + DenseSpec.MAX_NEURONS
                                    + " latent dimensions; got " + size + "."
                            : "Code size must be between 1 and " + DenseSpec.MAX_NEURONS + "; got " + size + ".");
        }
        return sizes(experiment, sizes -> sizes.withCodeSize(size));
    }

    /** So many hidden layers per side: inner ones are dropped, or new ones put before the code. */
    public static Experiment hiddenLayers(Experiment experiment, int count) {
        HourglassShape shape = HourglassShape.of(experiment.model());
        if (count < 0 || count > shape.mostHidden()) {
            throw new InvalidSpecException(
                    "hidden",
                    "Hidden layers on each side must be between 0 and " + shape.mostHidden() + "; got " + count + ".");
        }
        return shape(experiment, shape.withHiddenCount(count));
    }

    /** Inner stages are dropped, or further ones like the last added; a dense network has none. */
    public static Experiment stages(Experiment experiment, int count) {
        return sizes(experiment, sizes -> sizes.withStages(count));
    }

    /** Another side of the convolutions' window; a dense network has none. */
    public static Experiment kernel(Experiment experiment, int side) {
        return sizes(experiment, sizes -> sizes.withKernel(side));
    }

    /** Layers are counted as in {@link HourglassShape}; the images' own layers stay as they are. */
    public static Experiment neurons(Experiment experiment, int layer, int neurons) {
        HourglassLayer found = HourglassShape.of(experiment.model()).layer(layer);
        int slot = found.slot();
        return switch (found.kind()) {
            case IMAGE -> experiment;
            case CODE -> codeSize(experiment, neurons);
            case STAGE ->
                sizes(
                        experiment,
                        sizes -> sizes.withChannels(HourglassShape.replaced(sizes.channels(), slot, neurons)));
            case HIDDEN ->
                sizes(experiment, sizes -> sizes.withHidden(HourglassShape.replaced(sizes.hidden(), slot, neurons)));
        };
    }

    /** Another likelihood; a plain network has none. */
    public static Experiment likelihood(Experiment experiment, Likelihood value) {
        return variational(experiment, spec -> spec.withLikelihood(value));
    }

    /** Another weight of the divergence; a plain network has none. */
    public static Experiment beta(Experiment experiment, double value) {
        return variational(experiment, spec -> spec.withBeta(value));
    }

    /** Other epochs over which that weight rises; a plain network has none. */
    public static Experiment warmUp(Experiment experiment, double epochs) {
        return variational(experiment, spec -> spec.withWarmUpEpochs(epochs));
    }
}
