package hourglass.ui.latent;

import hourglass.session.ask.InferenceJob;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lays codes out in a plane in short steps, between which the hand is answered. FX thread. */
final class MapDesk {
    private final Asking asking;
    private final Consumer<LatentMap> taker;
    private @Nullable Work work;

    private record Work(MapSteps steps, InferenceJob job) {}

    MapDesk(Asking asking, Consumer<LatentMap> taker) {
        this.asking = asking;
        this.taker = taker;
    }

    /** Begins; what was under way is dropped. */
    void lay(CodeSample sample, PlaneChoice choice) {
        forget();
        MapSteps steps = new MapSteps(sample, choice);
        InferenceJob job = asking.inference().inSteps(sample.subject().snapshot(), network -> {
            boolean more = steps.next();
            if (!more) {
                asking.soon().execute(() -> take(steps));
            }
            return more;
        });
        work = new Work(steps, job);
    }

    private void take(MapSteps steps) {
        Work now = work;
        if (now != null && now.steps() == steps) {
            work = null;
            asking.problems().tell(this, "");
            taker.accept(steps.map());
        }
    }

    /** Whether a map is still to come. */
    boolean isWaiting() {
        Work now = work;
        if (now != null && now.job().phase() == InferenceJob.Phase.FAILED) {
            work = null;
            asking.problems().tell(this, now.job().problem());
        }
        return work != null;
    }

    void forget() {
        if (work != null) {
            work.job().cancel();
            work = null;
        }
    }
}
