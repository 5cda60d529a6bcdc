package hourglass.ui.train;

import hourglass.core.data.DataSet;
import hourglass.session.look.Chooser;
import hourglass.session.look.Showcase;
import hourglass.session.project.ModelService;
import hourglass.session.run.TrainingDesk;
import hourglass.session.run.TrainingService;
import hourglass.testing.Patience;
import hourglass.testing.SmallSession;
import java.util.function.BooleanSupplier;

/** The view's model looking at real services on small data. */
final class TrainScene implements AutoCloseable {
    final SmallSession session = new SmallSession();
    final DataSet data = session.data;
    final TrainingService training = session.training;
    final TrainingDesk desk = session.desk;
    final ModelService models = session.models;
    final Showcase showcase = session.showcase;
    final Chooser chooser = session.chooser;
    final TrainModel model = new TrainModel(
            training, desk, session.baselines, session.dataService, chooser, session.inference, session.history);

    /** What the clock of the window does. */
    void tick() {
        showcase.tick(training);
        model.tick();
    }

    /** Ticks until {@code condition} holds; the test's own time limit ends a wait in vain. */
    void tickUntil(BooleanSupplier condition) {
        Patience patience = new Patience();
        do {
            patience.lasts();
            tick();
            Thread.onSpinWait();
            if (Thread.interrupted()) {
                throw new AssertionError("did not happen in time");
            }
        } while (!condition.getAsBoolean());
    }

    @Override
    public void close() {
        session.close();
    }
}
