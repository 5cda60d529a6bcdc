package hourglass.engine.train;

import hourglass.engine.model.Parameters;
import java.util.Locale;

/**
 * Looks after every step for a loss that is no number, and now and then for weights that have run away, and keeps the
 * last weights that passed. Owned by the training thread.
 *
 * <p>A saturated sigmoid keeps the loss finite whatever the weights are, so the loss alone would not tell.
 */
final class DivergenceWatch {
    /** Weights of a network that learns stay below ten; this is far outside. */
    private static final float LARGEST_WEIGHT = 200f;
    /** Steps between two looks at the weights, once training is under way. */
    private static final int PERIOD = 16;

    private static final int CLOSE_STEPS = 4;

    private Parameters lastGood;
    private long closelyUntil = CLOSE_STEPS;

    DivergenceWatch(Parameters first) {
        lastGood = first;
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

    private static String plain(double value) {
        return new java.math.BigDecimal(Double.toString(value))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static DivergedException diverged(String what, long iteration, double learningRate) {
        return new DivergedException(String.format(
                Locale.ROOT,
                "Training diverged at step %d: %s. The weights from before are kept; try a learning rate below %s.",
                iteration,
                what,
                plain(learningRate)));
    }
}
