package hourglass.session.run;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Everything a run leaves for its curves: both losses and what was changed on the way. */
public final class RunLog {
    private final LossLog training = new LossLog();
    private final LossLog validation = new LossLog();
    private final LossLog trainingKl = new LossLog();
    private final LossLog validationKl = new LossLog();
    private final List<RateChange> rateChanges = new CopyOnWriteArrayList<>();

    /**
     * A learning rate set while running.
     *
     * @param epoch position in epochs
     * @param learningRate the new one
     */
    public record RateChange(double epoch, double learningRate) {}

    /** Loss of every batch. */
    public LossLog training() {
        return training;
    }

    /** Loss on a fixed sample of test images several times an epoch, and on all of them at its end. */
    public LossLog validation() {
        return validation;
    }

    /** KL divergence of every batch in nats per image, point by point with {@link #training}; empty for plain networks. */
    public LossLog trainingKl() {
        return trainingKl;
    }

    /** The same on test images, point by point with {@link #validation}. */
    public LossLog validationKl() {
        return validationKl;
    }

    /** Learning rates set while running, oldest first. */
    public List<RateChange> rateChanges() {
        return List.copyOf(rateChanges);
    }

    void add(RateChange change) {
        rateChanges.add(change);
    }
}
