package hourglass.ui.training;

import hourglass.engine.model.EpochResult;
import hourglass.session.training.LossLog;
import hourglass.ui.common.CurveContent.Samples;
import java.util.List;

/** Losses as the chart reads them; equal while nothing new was logged. */
final class CurveSamples {
    private CurveSamples() {}

    /** Which of the two losses of an epoch. */
    enum Kind {
        TRAINING,
        VALIDATION;

        double of(EpochResult epoch) {
            return this == TRAINING ? epoch.trainLoss() : epoch.validationLoss();
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

    /** The first {@code logged} values of a log, after the epochs the run went on from. */
    record Logged(PerEpoch earlier, LossLog log, int logged) implements Samples {
        @Override
        public int size() {
            return earlier.size() + logged;
        }

        @Override
        public double x(int index) {
            return index < earlier.size() ? earlier.x(index) : log.epoch(index - earlier.size());
        }

        @Override
        public double y(int index) {
            return index < earlier.size() ? earlier.y(index) : log.loss(index - earlier.size());
        }
    }
}
