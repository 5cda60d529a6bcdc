package hourglass.ui.train;

import hourglass.ui.kit.Messages;

/** The settings of the editor, in the order in which they are named to the user. */
enum Setting {
    FAMILY("train.family", "train.family.tip"),
    STAGES("train.stages", "train.stages.tip"),
    KERNEL("train.kernel", "train.kernel.tip"),
    DENSE_CODE("train.dense-code", "train.dense-code.tip"),
    CODE_SIZE("train.code-size", "train.code-size.tip"),
    HIDDEN_LAYERS("train.hidden-layers", "train.hidden-layers.tip"),
    NEURONS("train.neurons", "train.neurons.tip"),
    ACTIVATION("train.activation", "train.activation.tip"),
    CODE_ACTIVATION("train.code-activation", "train.code-activation.tip"),
    LOSS("train.loss", "train.loss.tip"),
    LIKELIHOOD("train.likelihood", "train.likelihood.tip"),
    BETA("train.beta", "train.beta.tip"),
    WARM_UP("train.warm-up", "train.warm-up.tip"),
    NOISE("train.noise", "train.noise.tip"),
    NOISE_LEVEL("train.noise-level", "train.noise-level.tip"),
    NOISE_LOWEST("train.noise-lowest", "train.noise-lowest.tip"),
    LEARNING_RATE("train.learning-rate", "train.learning-rate.tip"),
    BATCH_SIZE("train.batch-size", "train.batch-size.tip"),
    EPOCHS("train.epochs", "train.epochs.tip"),
    SEED("train.seed", "train.seed.tip");

    private final String titleKey;
    private final String tipKey;

    Setting(String titleKey, String tipKey) {
        this.titleKey = titleKey;
        this.tipKey = tipKey;
    }

    String title() {
        return Messages.text(titleKey);
    }

    String tip() {
        return Messages.text(tipKey);
    }
}
