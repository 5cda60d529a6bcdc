package hourglass.ui.denoise;

import hourglass.core.spec.NoiseKind;
import hourglass.session.ask.DenoisingCurve;
import hourglass.session.ask.InferenceService;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Gets the curves of both networks in the background, first the one looked at; waits while a hand is on the slider. */
final class CurveDesk {
    private final CurveMeasure network;
    private final CurveMeasure rival;
    private Curves curves = Curves.NONE;

    CurveDesk(InferenceService inference, LongSupplier nanos) {
        CurveCache cache = new CurveCache();
        network = new CurveMeasure(inference, cache, nanos);
        rival = new CurveMeasure(inference, cache, nanos);
    }

    /** Sees to what is missing and takes what is there. */
    void tick(Subject subject, NoiseKind kind) {
        network.want(new CurveKey(subject.model(), subject.data(), kind));
        Optional<DenoisingCurve> own = network.curve();
        if (network.isBusy()) {
            rival.hold();
        } else {
            subject.rival().ifPresent(other -> rival.want(new CurveKey(other, subject.data(), kind)));
        }
        Optional<DenoisingCurve> others =
                subject.rival().flatMap(other -> rival.curveOf(new CurveKey(other, subject.data(), kind)));
        if (!own.equals(curves.network()) || !others.equals(curves.rival())) {
            curves = new Curves(own, others);
        }
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
