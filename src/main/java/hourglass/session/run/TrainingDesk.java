package hourglass.session.run;

import hourglass.core.data.DataSet;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.engine.model.ModelSnapshot;
import hourglass.session.concurrent.Latest;
import hourglass.session.data.DataService;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What the buttons mean: holds the settings being edited and decides whether a press starts afresh, goes on from the
 * network that is shown, or waits. Any thread may call.
 */
public final class TrainingDesk {
    private static final int MOST_EPOCHS = 10_000;

    private final TrainingService training;
    private final DataService data;
    private final LongSupplier newSeeds;
    private final Latest<Draft> draft;
    private volatile Consumer<Experiment> starts = before -> {};

    /**
     * The settings being edited.
     *
     * @param run number of the training they belong to, whose pace and length follow them; 0 where to none
     * @param rate learning rate that the training was told last
     */
    private record Draft(Experiment experiment, long run, double rate) {
        static Draft of(Experiment experiment, long run) {
            return new Draft(experiment, run, experiment.training().learningRate());
        }

        Draft with(Experiment edited) {
            return new Draft(edited, run, rate);
        }
    }

    /** With the services, where new seeds come from, and the settings to begin with. */
    public TrainingDesk(TrainingService training, DataService data, LongSupplier newSeeds, Experiment first) {
        this.training = training;
        this.data = data;
        this.newSeeds = newSeeds;
        draft = new Latest<>(Draft.of(first, 0));
    }

    /** What a setting of the draft can differ in from the network shown. */
    public enum Difference {
        /** Shape, activations or loss. */
        MODEL,
        /** Learning rate. */
        LEARNING_RATE,
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
        return draft.get().experiment();
    }

    /**
     * Replaces the settings. A learning rate or number of epochs that changes reaches the run under way at once, if the
     * settings are those of that run.
     */
    public void edit(Experiment edited) {
        Experiment old = draft();
        double rate = edited.training().learningRate();
        draft.put(draft.get().with(edited));
        if (!isLive()) {
            return;
        }
        if (old.training().learningRate() != rate) {
            draft.put(new Draft(edited, draft.get().run(), rate));
            training.learningRate(rate);
        }
        if (old.training().epochs() != edited.training().epochs()) {
            training.epochs(edited.training().epochs());
        }
    }

    /** Settings for the next run; the one under way keeps its pace and length. */
    public void plan(Experiment planned) {
        draft.put(draft.get().with(planned));
    }

    /** The settings of a network that is shown and is not in training. */
    public void take(Experiment settings) {
        draft.put(Draft.of(settings, 0));
    }

    /** The settings of the run under way, unless they are those being edited already. */
    public void follow() {
        TrainingState state = training.state();
        Experiment run = state.experiment();
        if (run != null && draft.get().run() != state.generation()) {
            draft.put(Draft.of(run, state.generation()));
        }
    }

    private boolean isLive() {
        TrainingState state = training.state();
        return state.phase().isActive() && draft.get().run() == state.generation();
    }

    /** In what the draft and the data in use differ from the settings of the network shown. */
    public Set<Difference> differences(Experiment shown) {
        Set<Difference> found = EnumSet.noneOf(Difference.class);
        Experiment wanted = draft();
        add(found, Difference.MODEL, !wanted.model().equals(shown.model()));
        add(
                found,
                Difference.BATCH_SIZE,
                wanted.training().batchSize() != shown.training().batchSize());
        add(found, Difference.NOISE, !wanted.noise().equals(shown.noise()));
        add(found, Difference.SEED, wanted.seed() != shown.seed());
        double rate = wanted.training().learningRate();
        // A run that waits takes its new rate with the next batch.
        boolean told = isLive() && rate == draft.get().rate();
        add(found, Difference.LEARNING_RATE, rate != shown.training().learningRate() && !told);
        String inUse = data.state().data().fingerprint();
        boolean sameClasses = wanted.data().without().equals(shown.data().without());
        add(found, Difference.DATA, !inUse.equals(shown.data().fingerprint()) || !sameClasses);
        return found;
    }

    private static void add(Set<Difference> found, Difference difference, boolean differs) {
        if (differs) {
            found.add(difference);
        }
    }

    /** Whether the draft and the data in use let this network learn on: something was learnt, and its weights fit. */
    public boolean canGoOn(ModelSnapshot shown) {
        return (shown.progress().epochs() > 0 || shown.progress().iteration() > 0)
                && shown.experiment().model().equals(draft().model())
                && draft().model().inputSize() == data.state().data().train().pixelsPerImage();
    }

    /** Train, pause or go on, whichever the moment asks for; from rest with the network shown, if it can go on. */
    public void trainOrPause(ModelSnapshot shown) {
        switch (training.state().phase()) {
            case RUNNING, PREPARING -> training.pause();
            case PAUSED -> training.resume();
            case IDLE, COMPLETED, STOPPED, FAILED -> {
                if (canGoOn(shown)) {
                    training.resumeFrom(shown, further(shown), data.state().data());
                    attach();
                } else {
                    restart();
                }
            }
        }
    }

    /** Up to the epochs asked for where they are not done yet, else as many again; the settings then say so too. */
    private Experiment further(ModelSnapshot snapshot) {
        int done = snapshot.progress().epochs();
        int wanted = draft().training().epochs();
        int asked = Math.min(MOST_EPOCHS, done < wanted ? wanted : done + Math.max(1, wanted));
        plan(draft().withTraining(draft().training().withEpochs(asked)));
        return experiment();
    }

    /** One batch; from rest of the network shown, if it can go on, else of a new one. */
    public void stepOnce(ModelSnapshot shown) {
        switch (training.state().phase()) {
            case RUNNING, PREPARING -> training.pause();
            case PAUSED -> training.stepOnce();
            case IDLE, COMPLETED, STOPPED, FAILED -> {
                if (canGoOn(shown)) {
                    training.resumePausedFrom(
                            shown, further(shown), data.state().data());
                } else {
                    training.startPaused(experiment(), data.state().data());
                }
                attach();
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
        begin(draft());
    }

    private void begin(Experiment before) {
        starts.accept(before);
        training.start(experiment(), data.state().data());
        attach();
    }

    /** A fresh network from the draft with another seed. */
    public void restartWithNewSeed() {
        Experiment before = draft();
        plan(before.withSeed(newSeeds.getAsLong()));
        begin(before);
    }

    /** A fresh network with the settings of another that never sees a class, or sees all. */
    public void startWithout(Optional<String> className, Experiment like) {
        Experiment before = draft();
        take(like.withData(like.data().without(className)));
        begin(before);
    }

    /** Hears of each fresh network before it begins, with the settings as they were before the press. One at a time. */
    public void onStart(Consumer<Experiment> listener) {
        starts = listener;
    }

    private void attach() {
        draft.put(Draft.of(draft(), training.state().generation()));
    }

    private Experiment experiment() {
        DataSet set = data.state().data();
        DataSpec source = draft().data().of(set.name(), set.fingerprint());
        // A class of other data cannot be left out of these.
        return draft().withData(
                        source.without(source.without().filter(set.train().classNames()::contains)));
    }
}
