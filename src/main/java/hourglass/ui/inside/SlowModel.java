package hourglass.ui.inside;

import hourglass.core.data.DataSet;
import hourglass.core.data.ImageSet;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Network;
import hourglass.engine.model.NetworkFactory;
import hourglass.engine.train.TrainingRun;
import hourglass.engine.train.WatchedStep;
import hourglass.session.ask.InferenceAnswer;
import hourglass.session.ask.InferenceService;
import hourglass.session.ask.InferenceSlot;
import hourglass.session.look.ChosenImage;
import hourglass.session.look.Look;
import hourglass.session.measure.NetworkInput;
import hourglass.session.measure.Walk;
import hourglass.session.measure.WalkStage;
import hourglass.session.run.Phase;
import hourglass.session.run.TrainingService;
import hourglass.ui.inside.InsideModel.Inside;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/**
 * One batch in slow motion. The training waits meanwhile; the batch is computed on a copy of the network that is thrown away,
 * and is the very one that the training does next, so that it goes on as if nobody had watched.
 */
public final class SlowModel {
    private static final long PER_STAGE = TimeUnit.SECONDS.toNanos(1);

    private final TrainingService training;
    private final Supplier<NetworkFactory> networks;
    private final Executor soon;
    private final LongSupplier nanos;
    private final InferenceSlot<Watched> slot;
    private final ReadOnlyObjectWrapper<Optional<Watched>> watched =
            new ReadOnlyObjectWrapper<>(this, "watched", Optional.empty());
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(this, "stage", Stage.FORWARD);
    private final BooleanProperty playing = new SimpleBooleanProperty(this, "playing", false);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private @Nullable Look look;
    private boolean waits;
    private boolean captureAgain;
    private long least;
    private long stageBegan;

    /** What happens to a batch, in this order. */
    public enum Stage {
        /** Layer after layer. */
        FORWARD,
        /** The output against what it should be. */
        ERROR,
        /** How the loss depends on each weight. */
        BACKWARD,
        /** Adam moves the weights. */
        UPDATE;

        /** The one that follows; after the last it is the last. */
        Stage next() {
            return switch (this) {
                case FORWARD -> ERROR;
                case ERROR -> BACKWARD;
                case BACKWARD, UPDATE -> UPDATE;
            };
        }
    }

    /**
     * A batch that was watched.
     *
     * @param step what was computed
     * @param first its first image on its way through the network, as {@link Inside}
     */
    record Watched(WatchedStep step, Inside first) {
        static Watched of(NetworkFactory networks, Look look, ModelSnapshot from) {
            try (TrainingRun copy = TrainingRun.resume(networks, from, look.data());
                    Network evaluator = networks.evaluator(from.experiment().model())) {
                WatchedStep step = copy.watchedStep();
                evaluator.load(step.before().parameters());
                DataSet data = look.data();
                ImageSet images = data.test();
                int pixels = images.pixelsPerImage();
                Walk walk = Walk.of(
                        evaluator,
                        step.before(),
                        Arrays.copyOf(step.targets(), pixels),
                        Arrays.copyOf(step.inputs(), pixels),
                        step.drawSeed());
                NetworkInput input = new NetworkInput(from.experiment().noise());
                return new Watched(
                        step,
                        new Inside(
                                look,
                                ChosenImage.NONE,
                                input,
                                walk,
                                WalkStage.of(walk, images.width(), images.height())));
            }
        }
    }

    SlowModel(
            TrainingService training,
            Supplier<NetworkFactory> networks,
            InferenceService inference,
            Executor soon,
            LongSupplier nanos) {
        this.training = training;
        this.networks = networks;
        this.soon = soon;
        this.nanos = nanos;
        slot = inference.slot(soon, this::take);
    }

    /** While it is looked at. */
    void tick(Look now) {
        Look before = look;
        if (before == null || !now.isSameRun(before)) {
            leave();
            look = now;
            watch();
        }
        look = now;
        if (captureAgain) {
            captureAgain = false;
            capture(now);
        }
        if (playing.get() && watched.get().isPresent() && nanos.getAsLong() - stageBegan >= PER_STAGE) {
            if (stage.get() == Stage.UPDATE) {
                playing.set(false);
            } else {
                to(stage.get().next());
            }
        }
    }

    /** Watches the next batch of the network that is looked at. */
    void watch() {
        Look now = look;
        if (now == null) {
            return;
        }
        watched.set(Optional.empty());
        problem.set("");
        to(Stage.FORWARD);
        boolean active = now.isTraining();
        if (active && training.state().phase() == Phase.RUNNING) {
            training.pause();
            waits = true;
        }
        if (active) {
            capture(now);
        } else {
            ask(now, now.snapshot());
        }
    }

    /** Between two batches, when the training has come to wait; again where the batch let through was not done yet. */
    private void capture(Look now) {
        training.capture(snapshot -> soon.execute(() -> {
            if (snapshot.run().equals(now.run()) && snapshot.progress().iteration() < least) {
                captureAgain = true;
            } else {
                ask(now, snapshot);
            }
        }));
    }

    private void ask(Look now, ModelSnapshot from) {
        if (look != null && now.isSameRun(look)) {
            slot.ask(() -> Watched.of(networks.get(), now, from));
        }
    }

    private void take(InferenceAnswer<Watched> answer) {
        problem.set(answer.problem());
        answer.value().ifPresent(made -> {
            watched.set(Optional.of(made));
            to(Stage.FORWARD);
            playing.set(true);
        });
    }

    /** One stage on by hand, from the last one to the first of the next batch. */
    void step() {
        playing.set(false);
        if (watched.get().isEmpty()) {
            return;
        }
        if (stage.get() == Stage.UPDATE) {
            next();
        } else {
            to(stage.get().next());
        }
    }

    /** The training does the batch that was watched, and the one after it is watched; elsewhere the same once more. */
    void next() {
        Look now = look;
        if (now != null && now.isTraining() && training.state().phase() == Phase.PAUSED) {
            least = watched.get()
                    .map(made -> made.step().before().progress().iteration() + 1)
                    .orElse(0L);
            training.stepOnce();
        }
        watch();
    }

    /** Lets a stage pass each second, or stops that. */
    void play() {
        if (!playing.get() && stage.get() == Stage.UPDATE) {
            to(Stage.FORWARD);
        }
        stageBegan = nanos.getAsLong();
        playing.set(!playing.get());
    }

    void to(Stage next) {
        stageBegan = nanos.getAsLong();
        stage.set(next);
    }

    /** Nobody looks any more: a training that waited for this goes on. */
    void leave() {
        slot.forget();
        playing.set(false);
        watched.set(Optional.empty());
        look = null;
        least = 0;
        captureAgain = false;
        if (waits) {
            waits = false;
            training.resume();
        }
    }

    /** What was computed; empty until it is. */
    ReadOnlyObjectProperty<Optional<Watched>> watchedProperty() {
        return watched.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** Whether a stage passes each second. */
    BooleanProperty playingProperty() {
        return playing;
    }

    /** Why nothing can be watched; empty when something can. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
