package hourglass.ui.denoise;

import hourglass.core.spec.NoiseKind;
import hourglass.session.ask.InferenceService;
import hourglass.session.look.Look;
import hourglass.session.measure.DenoisingCurve;
import hourglass.session.measure.DenoisingErrors;
import hourglass.session.measure.FollowedMeasure;
import hourglass.session.measure.Provenance;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Measures the curves of both networks, first the one looked at; waits while a hand is on the slider. */
final class CurveMeasuring {
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(3);

    private final FollowedMeasure<Key, DenoisingCurve> network;
    private final FollowedMeasure<Key, DenoisingCurve> rival;
    private Curves curves = Curves.NONE;

    /** What a curve is of. */
    private record Key(Provenance of, NoiseKind kind) implements FollowedMeasure.Key<Key> {
        @Override
        public boolean continues(Key earlier) {
            return kind == earlier.kind && of.continues(earlier.of);
        }
    }

    CurveMeasuring(InferenceService inference, LongSupplier nanos) {
        FollowedMeasure.Memory<Key, DenoisingCurve> memory = new FollowedMeasure.Memory<>();
        network = new FollowedMeasure<>(inference, memory, PAUSE, nanos);
        rival = new FollowedMeasure<>(inference, memory, PAUSE, nanos);
    }

    /** Sees to what is missing and takes what is there. */
    void tick(Compared compared, NoiseKind kind) {
        want(network, compared.look(), kind);
        if (network.isBusy()) {
            rival.hold();
        } else {
            compared.rival().ifPresent(other -> want(rival, other, kind));
        }
        Key key = key(compared.look(), kind);
        // Without values at first, so that the names of the lines are there from the beginning.
        Optional<DenoisingCurve> own =
                network.of(key).or(() -> Optional.of(DenoisingCurve.unknown(key.of(), kind, DenoisingErrors.IMAGES)));
        Optional<DenoisingCurve> others = compared.rival().flatMap(other -> rival.of(key(other, kind)));
        if (!own.equals(curves.network()) || !others.equals(curves.rival())) {
            curves = new Curves(own, others);
        }
    }

    private static void want(FollowedMeasure<Key, DenoisingCurve> measure, Look look, NoiseKind kind) {
        Key key = key(look, kind);
        measure.want(key, look.snapshot(), () -> new DenoisingErrors(key.of(), look.test(), kind));
    }

    private static Key key(Look look, NoiseKind kind) {
        return new Key(look.provenance(), kind);
    }

    /** The same object until something was added. */
    Curves curves() {
        return curves;
    }

    /** Why a curve is missing; empty where there is one or will be. */
    String problem() {
        return network.problem().isEmpty() ? rival.problem() : network.problem();
    }

    /** Leaves the inference thread to others for now. */
    void hold() {
        network.hold();
        rival.hold();
    }

    /** Nobody is looking any more. */
    void rest() {
        network.rest();
        rival.rest();
    }
}
