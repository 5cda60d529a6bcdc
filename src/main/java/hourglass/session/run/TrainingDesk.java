package hourglass.session.run;

import hourglass.core.data.DataSet;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.engine.model.ModelSnapshot;
import hourglass.session.concurrent.Latest;
import hourglass.session.data.DataService;
import hourglass.session.project.ActiveModel;
import hourglass.session.project.ModelService;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * What the buttons mean: holds the settings being edited and decides whether a press starts afresh, goes on, or waits. Any
 * thread may call.
 */
public final class TrainingDesk {
    private static final int MOST_EPOCHS = 10_000;

    private final TrainingService training;
    private final ModelService models;
    private final DataService data;
    private final LongSupplier newSeeds;
    private final Latest<Experiment> draft;

    /** With the services, where new seeds come from, and the settings to begin with. */
    public TrainingDesk(
            TrainingService training, ModelService models, DataService data, LongSupplier newSeeds, Experiment first) {
        this.training = training;
        this.models = models;
        this.data = data;
        this.newSeeds = newSeeds;
        draft = new Latest<>(first);
    }

    /** What a setting of the draft can differ in from the network in training. */
    public enum Difference {
        /** Shape, activations or loss. */
        MODEL,
        /** Batch size. */
        BATCH_SIZE,
        /** Noise on the input. */
        NOISE,
        /** The seed. */
        SEED,
        /** The data set. */
        DATA
    }

    /** The settings as edited; validated. */
    public Experiment draft() {
        return draft.get();
    }

    /** Replaces the settings. A learning rate or number of epochs that changes reaches a run under way at once. */
    public void edit(Experiment edited) {
        Experiment old = draft.get();
        draft.put(edited);
        if (!training.state().phase().isActive()) {
            return;
        }
        if (old.training().learningRate() != edited.training().learningRate()) {
            training.learningRate(edited.training().learningRate());
        }
        if (old.training().epochs() != edited.training().epochs()) {
            training.epochs(edited.training().epochs());
        }
    }

    /** In what the draft differs from the run; empty while nothing was trained or another network is shown. */
    public Set<Difference> differences() {
        TrainingState state = training.state();
        Set<Difference> found = EnumSet.noneOf(Difference.class);
        Experiment run = state.experiment();
        boolean replaced = !state.phase().isActive() && models.active().source() != ActiveModel.Source.TRAINING;
        if (run == null || state.phase() == Phase.IDLE || replaced) {
            return found;
        }
        Experiment wanted = draft.get();
        if (!wanted.model().equals(run.model())) {
            found.add(Difference.MODEL);
        }
        if (wanted.training().batchSize() != run.training().batchSize()) {
            found.add(Difference.BATCH_SIZE);
        }
        if (!wanted.noise().equals(run.noise())) {
            found.add(Difference.NOISE);
        }
        if (wanted.seed() != run.seed()) {
            found.add(Difference.SEED);
        }
        DataSet trained = state.data();
        if (trained != null && !trained.fingerprint().equals(data.state().data().fingerprint())) {
            found.add(Difference.DATA);
        }
        return found;
    }

    /** Train, pause or go on, whichever the moment asks for. */
    public void trainOrPause() {
        switch (training.state().phase()) {
            case RUNNING, PREPARING -> training.pause();
            case PAUSED -> training.resume();
            case IDLE, COMPLETED, STOPPED, FAILED -> begin();
        }
    }

    private void begin() {
        Optional<ModelSnapshot> from = continuable();
        if (from.isEmpty()) {
            training.start(experiment(), data.state().data());
            return;
        }
        ModelSnapshot snapshot = from.get();
        training.resumeFrom(snapshot, further(snapshot), data.state().data());
    }

    /** Up to the epochs asked for where they are not done yet, else as many again; the settings then say so too. */
    private Experiment further(ModelSnapshot snapshot) {
        int done = snapshot.progress().epochs();
        int wanted = draft.get().training().epochs();
        int asked = Math.min(MOST_EPOCHS, done < wanted ? wanted : done + wanted);
        draft.put(draft.get().withTraining(draft.get().training().withEpochs(asked)));
        return experiment();
    }

    /** The network to go on with: an opened file, or the run that ended, if the settings still fit it. */
    private Optional<ModelSnapshot> continuable() {
        ActiveModel active = models.active();
        if (active.source() == ActiveModel.Source.FILE
                && active.snapshot().experiment().model().equals(draft.get().model())) {
            return Optional.of(active.snapshot());
        }
        Phase phase = training.state().phase();
        boolean ended = phase == Phase.COMPLETED || phase == Phase.STOPPED || phase == Phase.FAILED;
        return ended
                        && active.source() == ActiveModel.Source.TRAINING
                        && differences().isEmpty()
                ? training.snapshot()
                : Optional.empty();
    }

    /** One batch; from rest it makes the network first. */
    public void stepOnce() {
        switch (training.state().phase()) {
            case RUNNING, PREPARING -> training.pause();
            case PAUSED -> training.stepOnce();
            case IDLE, COMPLETED, STOPPED, FAILED -> {
                Optional<ModelSnapshot> from = continuable();
                if (from.isPresent()) {
                    training.resumePausedFrom(
                            from.get(), further(from.get()), data.state().data());
                } else {
                    training.startPaused(experiment(), data.state().data());
                }
                training.stepOnce();
            }
        }
    }

    /** Ends the run and keeps its weights. */
    public void stop() {
        training.stop();
    }

    /** A fresh network from the draft with its seed: the same curve again. */
    public void restart() {
        training.start(experiment(), data.state().data());
    }

    /** A fresh network from the draft with another seed. */
    public void restartWithNewSeed() {
        draft.put(draft.get().withSeed(newSeeds.getAsLong()));
        restart();
    }

    private Experiment experiment() {
        DataSet set = data.state().data();
        return draft.get().withData(new DataSpec(set.name(), set.fingerprint()));
    }
}
