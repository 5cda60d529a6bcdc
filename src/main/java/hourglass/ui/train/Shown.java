package hourglass.ui.train;

import hourglass.core.Identity;
import hourglass.core.data.DataSet;
import hourglass.core.spec.Experiment;
import hourglass.engine.model.EpochResult;
import hourglass.engine.model.ModelSnapshot;
import hourglass.session.data.DataService;
import hourglass.session.project.ActiveModel;
import hourglass.session.project.ModelService;
import hourglass.session.run.Phase;
import hourglass.session.run.RunLog;
import hourglass.session.run.TrainingFrame;
import hourglass.session.run.TrainingService;
import hourglass.session.run.TrainingState;
import hourglass.ui.kit.Messages;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The network the curves and the strip are about at a tick: the run, or one at rest with its own history. */
sealed interface Shown permits Shown.Run, Shown.Rest {
    /** What was trained or is being trained. */
    Experiment experiment();

    /** The images it is shown on. */
    DataSet data();

    /** Whether it learnt from these images, so that a baseline of theirs may stand beside its curve. */
    boolean learntFromData();

    /** Which model, epoch, seed and data, for figures. */
    String caption();

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
        public String caption() {
            double done = chosen.map(best -> (double) best.progress().epochs())
                    .or(() -> frame.map(TrainingFrame::epoch))
                    .orElse(0.0);
            String epoch = TypedNumber.text(Math.round(done * 100) / 100.0);
            return Messages.text(
                    "train.caption.run",
                    experiment.describe(),
                    epoch,
                    Integer.toString(experiment.training().epochs()),
                    Long.toString(experiment.seed()),
                    data.name());
        }
    }

    /** A shipped, opened or formerly trained network. */
    record Rest(ActiveModel model, DataSet data) implements Shown {
        @Override
        public Experiment experiment() {
            return model.snapshot().experiment();
        }

        @Override
        public boolean learntFromData() {
            return experiment().data().fingerprint().equals(data.fingerprint());
        }

        @Override
        public String caption() {
            return Messages.text(
                    "train.caption.rest",
                    experiment().describe(),
                    model.snapshot().progress().epochs(),
                    Long.toString(experiment().seed()),
                    experiment().data().name());
        }
    }

    /** Looks at the services and decides. */
    static Shown now(TrainingService training, ModelService models, DataService data) {
        TrainingState state = training.state();
        ActiveModel active = models.active();
        boolean ended = state.phase() != Phase.IDLE && active.source() == ActiveModel.Source.TRAINING;
        if (!state.phase().isActive() && !ended) {
            return new Rest(active, data.state().data());
        }
        return new Run(
                state.generation(),
                Objects.requireNonNull(state.experiment()),
                Objects.requireNonNull(state.data()),
                training.frame().filter(frame -> frame.generation() == state.generation()),
                training.log(),
                training.best().filter(best -> ended && Identity.same(active.snapshot(), best)));
    }
}
