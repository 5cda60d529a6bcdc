package hourglass.ui.train;

import hourglass.core.spec.Activation;
import hourglass.core.spec.ConvSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Waist;
import hourglass.ui.kit.Messages;

/** What the waist of a convolutional network is. */
enum CodeKind {
    FEATURE_MAPS,
    NUMBERS;

    private static final int FIRST_SIZE = 64;

    static CodeKind of(Experiment experiment) {
        return NetworkEdit.trunk(experiment.model()) instanceof ConvSpec conv
                        && !conv.waist().isDense()
                ? FEATURE_MAPS
                : NUMBERS;
    }

    /** A plain convolutional network with this waist; others have no choice. */
    static Experiment change(Experiment experiment, CodeKind kind) {
        if (!(experiment.model() instanceof ConvSpec conv) || of(experiment) == kind) {
            return experiment;
        }
        return experiment.withModel(
                conv.withWaist(kind == FEATURE_MAPS ? Waist.NONE : Waist.of(FIRST_SIZE, Activation.LINEAR)));
    }

    String words() {
        return this == FEATURE_MAPS
                ? Messages.text("train.dense-code.maps")
                : Messages.text("train.dense-code.numbers");
    }
}
