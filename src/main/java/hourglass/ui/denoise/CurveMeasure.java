package hourglass.ui.denoise;

import hourglass.session.ask.DenoisingCurve;
import hourglass.session.ask.DenoisingErrors;
import hourglass.session.ask.InferenceJob;
import hourglass.session.ask.InferenceService;
import hourglass.session.concurrent.Latest;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One curve being measured; of a network in training again and again, though not often. */
final class CurveMeasure {
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(3);

    private final InferenceService inference;
    private final CurveCache cache;
    private final LongSupplier nanos;
    private @Nullable Run run;
    private @Nullable CurveKey shownKey;
    private Optional<DenoisingCurve> shown = Optional.empty();
    private String problem = "";

    private record Run(CurveKey key, InferenceJob job, Latest<DenoisingCurve> measured, long begunAt) {}

    CurveMeasure(InferenceService inference, CurveCache cache, LongSupplier nanos) {
        this.inference = inference;
        this.cache = cache;
        this.nanos = nanos;
    }

    /** Sees to it that this curve is being measured or known. */
    void want(CurveKey key) {
        take();
        Optional<DenoisingCurve> known = cache.get(key);
        if (known.isPresent()) {
            if (run != null && !run.key().is(key)) {
                rest();
            }
            show(key, known);
            return;
        }
        if (run == null || (!run.key().is(key) && isTimeFor(key, run))) {
            begin(key);
        }
        Run now = run;
        if (now != null) {
            now.job().goOn();
            showProgress(key, now);
        }
    }

    /** A run is let finish its curve, although the network has learnt more meanwhile. */
    private boolean isTimeFor(CurveKey key, Run now) {
        boolean later = key.continues(now.key());
        boolean under = now.job().phase() == InferenceJob.Phase.RUNNING;
        return !later || (!under && nanos.getAsLong() - now.begunAt() >= PAUSE);
    }

    private void begin(CurveKey key) {
        if (run != null) {
            run.job().cancel();
        }
        problem = "";
        DenoisingErrors errors = new DenoisingErrors(key.data().test(), key.kind());
        Latest<DenoisingCurve> measured = new Latest<>(errors.curve());
        InferenceJob job = inference.inSteps(key.model().snapshot(), network -> {
            int before = errors.levelsDone();
            boolean more = errors.next(network);
            if (errors.levelsDone() != before) {
                measured.put(errors.curve());
            }
            return more;
        });
        run = new Run(key, job, measured, nanos.getAsLong());
    }

    private void take() {
        Run now = run;
        if (now == null) {
            return;
        }
        problem = now.job().problem();
        DenoisingCurve curve = now.measured().get();
        if (curve.isComplete() && cache.get(now.key()).isEmpty()) {
            cache.put(now.key(), curve);
        }
    }

    private void showProgress(CurveKey key, Run now) {
        DenoisingCurve curve = now.measured().get();
        boolean older = shownKey != null && (key.continues(shownKey) || shownKey.is(key)) && shown.isPresent();
        if (curve.isComplete() || !older || (shownKey != null && shownKey.is(now.key()))) {
            show(now.key(), Optional.of(curve));
        }
    }

    private void show(CurveKey key, Optional<DenoisingCurve> curve) {
        shownKey = key;
        shown = curve;
    }

    /** What is known of the curve wanted last. */
    Optional<DenoisingCurve> curve() {
        return shown;
    }

    /** What is known of this curve. */
    Optional<DenoisingCurve> curveOf(CurveKey key) {
        CurveKey known = shownKey;
        return known != null && (known.is(key) || key.continues(known)) ? shown : cache.get(key);
    }

    boolean isBusy() {
        return run != null && run.job().phase() == InferenceJob.Phase.RUNNING;
    }

    String problem() {
        return problem;
    }

    void hold() {
        if (run != null) {
            run.job().hold();
        }
    }

    void rest() {
        // What failed is tried again when somebody looks the next time.
        if (run != null && run.job().phase() != InferenceJob.Phase.DONE) {
            run.job().cancel();
            run = null;
            problem = "";
        }
    }
}
