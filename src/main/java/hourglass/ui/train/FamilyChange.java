package hourglass.ui.train;

import hourglass.core.spec.Activation;
import hourglass.core.spec.ConvSpec;
import hourglass.core.spec.DenseSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.InvalidSpecException;
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
record FamilyChange(int width, int height) {
    private static final List<Integer> FIRST_STAGES = List.of(16, 32);
    private static final int FIRST_KERNEL = 3;

    /** Of this family, with code size, dense layers beside the code, activations and β kept. */
    Experiment to(NetworkFamily family, Experiment experiment) {
        ModelSpec old = experiment.model();
        if (NetworkFamily.of(old) == family) {
            return experiment;
        }
        PlainSpec trunk = NetworkEdit.trunk(old);
        PlainSpec shaped = family.isConvolutional() ? convolutional(trunk, family) : dense(trunk);
        if (family.isVariational()) {
            return experiment.withModel(variational(old, shaped));
        }
        boolean wasVariational = old.isVariational();
        return experiment.withModel(wasVariational ? shaped.withLoss(Loss.MEAN_SQUARED_ERROR) : shaped);
    }

    private static VariationalSpec variational(ModelSpec old, PlainSpec trunk) {
        return old instanceof VariationalSpec before
                ? before.withTrunk(trunk)
                : new VariationalSpec(trunk, Likelihood.BERNOULLI, 1, 0);
    }

    private DenseSpec dense(PlainSpec trunk) {
        if (trunk instanceof DenseSpec already) {
            return already;
        }
        ConvSpec c = (ConvSpec) trunk;
        Waist waist = c.waist();
        int code = waist.isDense() ? waist.codeSize() : 64;
        Activation codeActivation = waist.isDense() ? waist.activation() : Activation.RELU;
        return new DenseSpec(width * height, waist.hidden(), code, c.activation(), codeActivation, c.loss());
    }

    private ConvSpec convolutional(PlainSpec trunk, NetworkFamily family) {
        if (trunk instanceof ConvSpec already) {
            boolean needsCode = family.isVariational() && !already.waist().isDense();
            return needsCode ? already.withWaist(Waist.of(2, Activation.LINEAR)) : already;
        }
        DenseSpec d = (DenseSpec) trunk;
        List<Integer> hidden = d.hidden()
                .subList(Math.max(0, d.hidden().size() - 1), d.hidden().size());
        Waist waist = new Waist(hidden, d.codeSize(), d.codeActivation());
        return fitted(FIRST_STAGES, FIRST_KERNEL, waist, d.hiddenActivation(), d.loss());
    }

    /** For images of this size; fewer stages and a smaller kernel where the images are too small for them. */
    Experiment fit(Experiment experiment) {
        PlainSpec trunk = NetworkEdit.trunk(experiment.model());
        PlainSpec fitted;
        if (trunk instanceof ConvSpec c) {
            fitted = fitted(c.channels(), c.kernel(), c.waist(), c.activation(), c.loss());
        } else {
            DenseSpec d = (DenseSpec) trunk;
            fitted = new DenseSpec(
                    width * height, d.hidden(), d.codeSize(), d.hiddenActivation(), d.codeActivation(), d.loss());
        }
        return experiment.withModel(experiment.model() instanceof VariationalSpec v ? v.withTrunk(fitted) : fitted);
    }

    /** Whether the network is one for images of this size. */
    boolean fits(ModelSpec model) {
        PlainSpec trunk = NetworkEdit.trunk(model);
        return trunk instanceof ConvSpec c
                ? c.width() == width && c.height() == height
                : trunk.inputSize() == width * height;
    }

    private ConvSpec fitted(List<Integer> channels, int kernel, Waist waist, Activation activation, Loss loss) {
        int smaller = Math.max(1, Math.min(kernel, Math.min(width, height)));
        for (int stages = channels.size(); stages > 1; stages--) {
            try {
                return new ConvSpec(
                        width, height, Channels.resized(channels, stages), smaller, waist, activation, loss);
            } catch (InvalidSpecException tooSmall) {
                // Tried again with one stage less.
            }
        }
        return new ConvSpec(width, height, Channels.resized(channels, 1), smaller, waist, activation, loss);
    }
}
