package hourglass.engine.train;

import hourglass.engine.model.Parameters;
import java.util.Locale;

/**
 * Looks after every step for a loss that is no number, and now and then for weights that have run away, and keeps the
 * last weights that passed. Owned by the training thread.
 *
 * <p>Weights may be finite and of no use all the same, so it keeps apart the last that were measured on test images to be
 * no worse than an untrained network. A saturated sigmoid keeps the loss finite whatever the weights are, so the loss alone would not tell.
 */
final class DivergenceWatch {
    /** Weights of a network that learns stay below ten; this is far outside. */
    private static final float LARGEST_WEIGHT = 200f;
    /** Steps between two looks at the weights, once training is under way. */
    private static final int PERIOD = 16;

    private static final int CLOSE_STEPS = 4;
    private static final String FROM_BEFORE = "The weights from before";

    private final double untrained;
    private Parameters lastGood;
    private Parameters lastSound;
    private long closelyUntil = CLOSE_STEPS;

    /** With the weights to begin with, and the objective of an untrained network on the sample of test images. */
    DivergenceWatch(Parameters first, double untrained) {
        lastGood = first;
        lastSound = first;
        this.untrained = untrained;
    }

    /** Whether a network with this objective on test images has learnt something, or at least unlearnt nothing. */
    boolean isSound(double objective) {
        return objective <= untrained;
    }

    /** These weights were measured. */
    void measured(Parameters weights, double objective) {
        if (isSound(objective)) {
            lastSound = weights;
        }
    }

    /** The newest weights that were measured to be sound; at first those the run began with. */
    Parameters lastSound() {
        return lastSound;
    }

    /** The newest weights that passed. */
    Parameters lastGood() {
        return lastGood;
    }

    /** Whether the weights should be looked at after this step; often at the start, where learning rates fail. */
    boolean isDue(long iteration) {
        return iteration < closelyUntil || iteration % PERIOD == 0;
    }

    /** Looks after each of the next steps, because a learning rate was just changed. */
    void lookClosely(long iteration) {
        closelyUntil = iteration + CLOSE_STEPS;
    }

    void checkLoss(double loss, long iteration, double learningRate) {
        if (!Double.isFinite(loss)) {
            throw diverged("the loss is no longer a number", iteration, learningRate);
        }
    }

    void checkWeights(Parameters weights, long iteration, double learningRate) {
        for (int i = 0; i < weights.size(); i++) {
            float value = weights.get(i);
            if (!(Math.abs(value) <= LARGEST_WEIGHT)) {
                throw diverged(
                        "a weight has grown to " + String.format(Locale.ROOT, "%.3g", value), iteration, learningRate);
            }
        }
        lastGood = weights;
    }

    static String plain(double value) {
        return new java.math.BigDecimal(Double.toString(value))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static DivergedException diverged(String what, long iteration, double learningRate) {
        return new DivergedException(String.format(
                Locale.ROOT,
                "Training diverged at step %d: %s. %s are kept; try a learning rate below %s.",
                iteration,
                what,
                FROM_BEFORE,
                plain(learningRate)));
    }

    /** The same, where the weights from just before are no better than none. */
    static DivergedException furtherBack(DivergedException diverged) {
        return new DivergedException(String.valueOf(diverged.getMessage())
                .replace(FROM_BEFORE, "The last weights measured to be no worse than an untrained network's"));
    }
}
