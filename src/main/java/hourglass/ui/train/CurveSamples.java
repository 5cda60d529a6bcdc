package hourglass.ui.train;

import hourglass.core.spec.Likelihood;
import hourglass.engine.model.EpochResult;
import hourglass.figures.CurveContent.Samples;
import hourglass.session.run.LossLog;
import java.util.ArrayList;
import java.util.List;

/** Losses as the chart reads them; equal while nothing new was logged. */
final class CurveSamples {
    private CurveSamples() {}

    /** Which number of an epoch. */
    enum Kind {
        TRAINING,
        VALIDATION,
        TRAINING_KL,
        VALIDATION_KL;

        double of(EpochResult epoch) {
            return switch (this) {
                case TRAINING -> epoch.trainLoss();
                case VALIDATION -> epoch.validationLoss();
                case TRAINING_KL -> epoch.trainKl();
                case VALIDATION_KL -> epoch.validationKl();
            };
        }
    }

    /** One value per epoch. */
    record PerEpoch(List<EpochResult> epochs, Kind kind) implements Samples {
        @Override
        public int size() {
            return epochs.size();
        }

        @Override
        public double x(int index) {
            return epochs.get(index).epoch();
        }

        @Override
        public double y(int index) {
            return kind.of(epochs.get(index));
        }
    }

    /** The first {@code logged} values of a log. */
    record Logged(LossLog log, int logged) implements Samples {
        @Override
        public int size() {
            return logged;
        }

        @Override
        public double x(int index) {
            return log.epoch(index);
        }

        @Override
        public double y(int index) {
            return log.loss(index);
        }
    }

    /** Some of the values of a log. */
    record Chosen(LossLog log, List<Integer> indices) implements Samples {
        @Override
        public int size() {
            return indices.size();
        }

        @Override
        public double x(int index) {
            return log.epoch(indices.get(index));
        }

        @Override
        public double y(int index) {
            return log.loss(indices.get(index));
        }
    }

    /** One after the other. */
    record Joined(Samples first, Samples second) implements Samples {
        @Override
        public int size() {
            return first.size() + second.size();
        }

        @Override
        public double x(int index) {
            return index < first.size() ? first.x(index) : second.x(index - first.size());
        }

        @Override
        public double y(int index) {
            return index < first.size() ? first.y(index) : second.y(index - first.size());
        }
    }

    /** The first {@code count} values. */
    record First(Samples of, int count) implements Samples {
        @Override
        public int size() {
            return count;
        }

        @Override
        public double x(int index) {
            return of.x(index);
        }

        @Override
        public double y(int index) {
            return of.y(index);
        }
    }

    /** Losses per pixel as nats per image. */
    record Nats(Samples losses, Likelihood likelihood, int pixels) implements Samples {
        @Override
        public int size() {
            return losses.size();
        }

        @Override
        public double x(int index) {
            return losses.x(index);
        }

        @Override
        public double y(int index) {
            return likelihood.natsPerImage(losses.y(index), pixels);
        }
    }

    /** Both together, point by point. */
    record Sum(Samples a, Samples b) implements Samples {
        @Override
        public int size() {
            return Math.min(a.size(), b.size());
        }

        @Override
        public double x(int index) {
            return a.x(index);
        }

        @Override
        public double y(int index) {
            return a.y(index) + b.y(index);
        }
    }

    /** Where all test images were measured: at the ends of epochs. */
    static List<Integer> atWholeEpochs(LossLog log, int logged) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < logged; i++) {
            if (log.epoch(i) == Math.rint(log.epoch(i))) {
                found.add(i);
            }
        }
        return List.copyOf(found);
    }

    /** Where a sample of them was. */
    static List<Integer> withinEpochs(LossLog log, int logged) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < logged; i++) {
            if (log.epoch(i) != Math.rint(log.epoch(i))) {
                found.add(i);
            }
        }
        return List.copyOf(found);
    }
}
