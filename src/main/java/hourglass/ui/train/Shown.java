package hourglass.ui.train;

import hourglass.core.data.DataSet;
import hourglass.core.spec.Experiment;
import hourglass.engine.model.EpochResult;
import hourglass.engine.model.ModelSnapshot;
import hourglass.figures.Attribution;
import hourglass.session.look.Chooser;
import hourglass.session.look.Look;
import hourglass.session.run.RunLog;
import hourglass.session.run.TrainingFrame;
import hourglass.session.run.TrainingService;
import hourglass.session.run.TrainingState;
import hourglass.ui.kit.LookWords;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The network the curves and the strip are about at a tick: the run, or one at rest with its own history. */
sealed interface Shown permits Shown.Run, Shown.Rest {
    /** What was trained or is being trained. */
    Experiment experiment();

    /** What it is called. */
    String name();

    /** The images it is shown on. */
    DataSet data();

    /** Whether it learnt from these images, so that a baseline of theirs may stand beside its curve. */
    boolean learntFromData();

    /** Which model, epoch, seed and data, for figures. */
    Attribution origin();

    /**
     * A run under way or just ended.
     *
     * @param generation number of the run
     * @param frame newest picture of this run
     * @param log its curves
     * @param chosen weights of its best epoch, where the views show these instead of the newest
     */
    record Run(
            long generation,
            Experiment experiment,
            DataSet data,
            Optional<TrainingFrame> frame,
            RunLog log,
            Optional<ModelSnapshot> chosen)
            implements Shown {
        @Override
        public String name() {
            return LookWords.name(experiment);
        }

        @Override
        public boolean learntFromData() {
            return true;
        }

        /** Epochs done before this run went on from them. */
        List<EpochResult> earlier() {
            double begin =
                    log.training().size() == 0 ? 0 : Math.ceil(log.training().epoch(0)) - 1;
            return frame.map(TrainingFrame::history).orElse(List.of()).stream()
                    .filter(epoch -> log.training().size() > 0 && epoch.epoch() <= begin)
                    .toList();
        }

        @Override
        public Attribution origin() {
            double done = chosen.map(best -> (double) best.progress().epochs())
                    .or(() -> frame.map(TrainingFrame::epoch))
                    .orElse(0.0);
            return Attribution.of(experiment, Math.round(done * 100) / 100.0, data.name());
        }
    }

    /** A network that does not learn now: shipped, opened, or of an earlier run. */
    record Rest(Look look) implements Shown {
        @Override
        public Experiment experiment() {
            return look.experiment();
        }

        @Override
        public String name() {
            return LookWords.name(look);
        }

        @Override
        public DataSet data() {
            return look.data();
        }

        @Override
        public boolean learntFromData() {
            return experiment().data().fingerprint().equals(data().fingerprint());
        }

        @Override
        public Attribution origin() {
            return Attribution.of(
                    experiment(),
                    look.snapshot().progress().epochs(),
                    experiment().data().name());
        }
    }

    /** The training started last where that is what the view shows, with all that is known of it; else a network at rest. */
    static Shown now(TrainingService training, Chooser chooser) {
        TrainingState state = training.state();
        Look look = chooser.look();
        Optional<ModelSnapshot> last = training.snapshot();
        boolean ofRun =
                switch (look.origin()) {
                    case TRAINING, TONIGHT ->
                        last.filter(known -> known.run().equals(look.run())).isPresent();
                    case SHIPPED, FILE -> false;
                };
        if (!ofRun && !chooser.isAwaited(state)) {
            return new Rest(look);
        }
        return new Run(
                state.generation(),
                Objects.requireNonNull(state.experiment()),
                Objects.requireNonNull(state.data()),
                training.frame().filter(frame -> frame.generation() == state.generation()),
                training.log(),
                last.filter(known -> ofRun
                                && !look.isTraining()
                                && !known.progress().equals(look.snapshot().progress()))
                        .map(known -> look.snapshot()));
    }
}
