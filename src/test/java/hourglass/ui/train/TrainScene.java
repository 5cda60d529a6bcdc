package hourglass.ui.train;

import hourglass.core.data.DataSet;
import hourglass.session.project.ModelService;
import hourglass.session.run.TrainingDesk;
import hourglass.session.run.TrainingService;
import hourglass.testing.SmallSession;
import java.util.function.BooleanSupplier;

/** The view's model looking at real services on small data. */
final class TrainScene implements AutoCloseable {
    final SmallSession session = new SmallSession();
    final DataSet data = session.data;
    final TrainingService training = session.training;
    final TrainingDesk desk = session.desk;
    final ModelService models = session.models;
    final TrainModel model =
            new TrainModel(training, desk, session.baselines, session.dataService, models, session.inference);

    /** Ticks until {@code condition} holds; the test's own time limit ends a wait in vain. */
    void tickUntil(BooleanSupplier condition) {
        do {
            model.tick();
            Thread.onSpinWait();
        } while (!condition.getAsBoolean());
    }

    @Override
    public void close() {
        session.close();
    }
}
