package hourglass.core.spec.edit;

import hourglass.core.spec.Activation;
import hourglass.core.spec.ConvSpec;
import hourglass.core.spec.DenseSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.InvalidSpecException;
import hourglass.core.spec.LayerSizes;
import hourglass.core.spec.Likelihood;
import hourglass.core.spec.Loss;
import hourglass.core.spec.ModelSpec;
import hourglass.core.spec.PlainSpec;
import hourglass.core.spec.VariationalSpec;
import hourglass.core.spec.Waist;
import java.util.List;

/**
 * A network of another family, or for images of another size, that keeps what makes sense there.
 *
 * @param width columns of the images in use
 * @param height rows of the images in use
 */
public record FamilyChange(int width, int height) {
    private static final List<Integer> FIRST_STAGES = List.of(16, 32);
    private static final int FIRST_KERNEL = 3;
    private static final int FIRST_CODE = 64;

    /** Of this family, with code size, dense layers beside the code, activations and β kept. */
    public Experiment to(NetworkFamily family, Experiment experiment) {
        ModelSpec old = experiment.model();
        if (NetworkFamily.of(old) == family) {
            return experiment;
        }
        PlainSpec trunk = family.isConvolutional() ? convolutional(old.trunk(), family) : dense(old.trunk());
        if (family.isVariational()) {
            return experiment.withModel(
                    old.isVariational()
                            ? old.withTrunk(trunk)
                            : new VariationalSpec(trunk, Likelihood.BERNOULLI, 1, 0));
        }
        return experiment.withModel(old.isVariational() ? trunk.withLoss(Loss.MEAN_SQUARED_ERROR) : trunk);
    }

    private PlainSpec dense(PlainSpec trunk) {
        if (!trunk.isConvolutional()) {
            return trunk;
        }
        int code = trunk.hasDenseCode() ? trunk.codeSize() : FIRST_CODE;
        Activation codeActivation = trunk.hasDenseCode() ? trunk.codeActivation() : Activation.RELU;
        return new DenseSpec(
                width * height, trunk.sizes().hidden(), code, trunk.activation(), codeActivation, trunk.loss());
    }

    private PlainSpec convolutional(PlainSpec trunk, NetworkFamily family) {
        LayerSizes sizes = trunk.sizes();
        if (trunk.isConvolutional()) {
            return family.isVariational() && !trunk.hasDenseCode()
                    ? trunk.withSizes(sizes.withCodeSize(2)).withCodeActivation(Activation.LINEAR)
                    : trunk;
        }
        List<Integer> hidden = sizes.hidden();
        List<Integer> innermost = hidden.subList(Math.max(0, hidden.size() - 1), hidden.size());
        return fitted(
                new LayerSizes(FIRST_STAGES, FIRST_KERNEL, innermost, sizes.codeSize()),
                fitting -> new ConvSpec(
                        width,
                        height,
                        fitting.channels(),
                        fitting.kernel(),
                        new Waist(fitting.hidden(), fitting.codeSize(), trunk.codeActivation()),
                        trunk.activation(),
                        trunk.loss()));
    }

    /** For images of this size; fewer stages and a smaller kernel where the images are too small for them. */
    public Experiment fit(Experiment experiment) {
        PlainSpec trunk = experiment.model().trunk();
        PlainSpec fitted = fitted(trunk.sizes(), sizes -> trunk.resized(width, height, sizes));
        return experiment.withModel(experiment.model().withTrunk(fitted));
    }

    /** Whether the network is one for images of this size. */
    public boolean fits(ModelSpec model) {
        return model.trunk().takes(width, height);
    }

    private interface Maker {
        PlainSpec of(LayerSizes sizes);
    }

    private PlainSpec fitted(LayerSizes wanted, Maker maker) {
        LayerSizes sizes = wanted.withKernel(Math.max(1, Math.min(wanted.kernel(), Math.min(width, height))));
        for (int stages = sizes.channels().size(); stages > 1; stages--) {
            try {
                return maker.of(sizes.withStages(stages));
            } catch (InvalidSpecException tooSmall) {
                // Tried again with one stage less.
            }
        }
        return maker.of(sizes.withStages(1));
    }
}
