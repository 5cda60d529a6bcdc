package hourglass.ui.train;

import hourglass.core.Identity;
import hourglass.core.data.DataSet;
import hourglass.core.metric.PcaBasis;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.NoiseSpec;
import hourglass.session.ask.InferenceJob;
import hourglass.session.ask.InferenceService;
import hourglass.session.data.Baseline;
import hourglass.session.data.BaselineService;
import hourglass.session.project.ModelService;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks for what a denoiser is held against, once per data set, noise and code size. */
final class NoiseLines {
    private final BaselineService baselines;
    private final ModelService models;
    private final InferenceService inference;
    private @Nullable Question asked;
    private @Nullable NoiseErrors errors;
    private @Nullable InferenceJob job;

    NoiseLines(BaselineService baselines, ModelService models, InferenceService inference) {
        this.baselines = baselines;
        this.models = models;
        this.inference = inference;
    }

    private record Question(DataSet data, NoiseSpec noise, int codeSize, PcaBasis basis) {}

    /** What is known for the noise this network trains with; empty without noise and until it is measured. */
    Optional<NoiseErrors.Measured> look(Shown shown) {
        Experiment experiment = shown.experiment();
        Baseline baseline = baselines.baseline();
        if (!experiment.noise().isNoisy()
                || !Identity.same(baseline.data(), shown.data())
                || baseline.basis().isEmpty()
                || experiment.model().inputSize() != shown.data().test().pixelsPerImage()) {
            return Optional.empty();
        }
        Question question = new Question(
                shown.data(),
                experiment.noise(),
                experiment.model().codeSize(),
                baseline.basis().get());
        if (!question.equals(asked)) {
            ask(question);
        }
        return errors == null ? Optional.empty() : errors.measured();
    }

    private void ask(Question question) {
        if (job != null) {
            job.cancel();
        }
        asked = question;
        NoiseErrors next = new NoiseErrors(question.data(), question.noise(), question.basis(), question.codeSize());
        errors = next;
        job = inference.inSteps(models.active().snapshot(), next);
    }
}
