package hourglass.ui.kit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ChangeListener;
import javafx.stage.Stage;

/** The window's only clock: at most 30 ticks a second while it can be seen, and the only way onto the FX thread. */
public final class FrameClock implements Executor {
    /** Undoes a registration. */
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    private final List<Runnable> tasks = new CopyOnWriteArrayList<>();
    private final Set<String> complaints = new HashSet<>();
    private final BooleanProperty heartbeat = new SimpleBooleanProperty(this, "heartbeat", false);
    private final HeartbeatMeter meter = new HeartbeatMeter();
    private final TickGate gate = new TickGate(30);
    private final Consumer<Throwable> onEscaped;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            pulse(System.nanoTime());
        }
    };

    /** {@code onEscaped} hears of exceptions that escape a task, of each kind once. */
    public FrameClock(Consumer<Throwable> onEscaped) {
        this.onEscaped = onEscaped;
        heartbeat.addListener((observed, before, now) -> meter.restart());
    }

    /** Ticks while {@code stage} is showing and not iconified; a clock that was attached to it before stops for good. */
    public void attach(Stage stage) {
        ChangeListener<Boolean> follower = (observed, before, now) -> follow(stage);
        stage.showingProperty().addListener(follower);
        stage.iconifiedProperty().addListener(follower);
        Runnable detach = () -> {
            stage.showingProperty().removeListener(follower);
            stage.iconifiedProperty().removeListener(follower);
            timer.stop();
        };
        if (stage.getProperties().put(FrameClock.class, detach) instanceof Runnable before) {
            before.run();
        }
        follow(stage);
    }

    /** Runs {@code task} on the FX thread with every tick until the registration is closed. */
    public Registration register(Runnable task) {
        // An object of its own, so that a task registered twice can be undone once.
        Runnable own = () -> task.run();
        tasks.add(own);
        return () -> tasks.remove(own);
    }

    /** Runs {@code task} soon on the FX thread; from any thread. */
    public void post(Runnable task) {
        Platform.runLater(() -> guarded(task));
    }

    /** {@link #post}, for services that publish through an executor. */
    @Override
    public void execute(Runnable task) {
        post(task);
    }

    /** Whether the gaps between frames are being measured; switching it on begins a new measurement. */
    public BooleanProperty heartbeatProperty() {
        return heartbeat;
    }

    /** The gaps measured so far. */
    public HeartbeatReport heartbeatReport() {
        return meter.report();
    }

    private void follow(Stage stage) {
        meter.pause();
        if (stage.isShowing() && !stage.isIconified()) {
            timer.start();
        } else {
            timer.stop();
        }
    }

    private void pulse(long now) {
        if (heartbeat.get()) {
            meter.beat(now);
        }
        if (gate.opens(now)) {
            tasks.forEach(this::guarded);
        }
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException escaped) {
            // It may go well the next time; the same complaint thirty times a second helps nobody.
            if (complaints.add(String.valueOf(escaped))) {
                onEscaped.accept(escaped);
            }
        }
    }
}
