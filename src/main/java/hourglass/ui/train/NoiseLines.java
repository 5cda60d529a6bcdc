package hourglass.ui.train;

import hourglass.core.data.DataSet;
import hourglass.core.metric.PcaBasis;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.NoiseSpec;
import hourglass.session.ask.InferenceService;
import hourglass.session.ask.InferenceSlot;
import hourglass.session.measure.BaselineService;
import hourglass.session.measure.NoiseErrors;
import hourglass.session.measure.NoiseErrors.Method;
import hourglass.session.measure.NoiseMeasuring;
import hourglass.session.measure.Provenance;
import hourglass.session.measure.Reconstruction;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks for what a denoiser is held against, once per data set, noise and code size. */
final class NoiseLines {
    private final BaselineService baselines;
    private final InferenceSlot<NoiseErrors> slot;
    private @Nullable Question asked;

    NoiseLines(BaselineService baselines, InferenceService inference) {
        this.baselines = baselines;
        slot = inference.slot();
    }

    private record Question(Provenance of, NoiseSpec noise, int codeSize) {}

    /** What is known for the noise this network trains with; empty without noise and until it is measured. */
    Optional<NoiseErrors> look(Shown shown) {
        Experiment experiment = shown.experiment();
        Optional<PcaBasis> basis = baselines.baseline(shown.data()).basis();
        if (!experiment.noise().isNoisy()
                || basis.isEmpty()
                || experiment.model().inputSize() != shown.data().test().pixelsPerImage()) {
            return Optional.empty();
        }
        Question question = new Question(
                Provenance.of(shown.data()),
                experiment.noise(),
                experiment.model().codeSize());
        if (!question.equals(asked)) {
            asked = question;
            ask(question, shown.data(), basis.get());
        }
        return slot.answer();
    }

    private void ask(Question question, DataSet data, PcaBasis basis) {
        NoiseMeasuring measuring = NoiseMeasuring.asInTraining(question.of(), data.test(), question.noise());
        Map<Method, Reconstruction> linear = Map.of(Method.PCA, Reconstruction.by(basis, question.codeSize()));
        slot.begin(() -> measuring.next(linear));
    }
}
