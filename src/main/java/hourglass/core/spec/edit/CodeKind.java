package hourglass.core.spec.edit;

import hourglass.core.spec.Activation;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.LayerSizes;
import hourglass.core.spec.ModelSpec;
import hourglass.core.spec.PlainSpec;
import java.util.List;

/** What the waist of a network is. */
public enum CodeKind {
    /** The last stage itself. */
    FEATURE_MAPS,
    /** A row of numbers. */
    NUMBERS;

    private static final int FIRST_SIZE = 64;

    /** That of a network. */
    public static CodeKind of(Experiment experiment) {
        return experiment.model().trunk().hasDenseCode() ? NUMBERS : FEATURE_MAPS;
    }

    /** A plain convolutional network with this waist; others have no choice. */
    public static Experiment change(Experiment experiment, CodeKind kind) {
        ModelSpec model = experiment.model();
        PlainSpec trunk = model.trunk();
        if (model.isVariational() || !trunk.isConvolutional() || of(experiment) == kind) {
            return experiment;
        }
        LayerSizes bare = trunk.sizes().withHidden(List.of());
        return experiment.withModel(
                kind == FEATURE_MAPS
                        ? trunk.withSizes(bare.withCodeSize(0)).withCodeActivation(Activation.RELU)
                        : trunk.withSizes(bare.withCodeSize(FIRST_SIZE)).withCodeActivation(Activation.LINEAR));
    }
}
