package hourglass.session.lesson;

import hourglass.core.metric.Errors;
import hourglass.core.spec.NoiseKind;
import hourglass.core.spec.NoiseSpec;
import hourglass.engine.train.Evaluation;
import hourglass.session.measure.DenoisingCurve;
import hourglass.session.measure.DenoisingErrors;
import hourglass.session.measure.NoiseErrors;
import hourglass.session.measure.NoiseErrors.Method;
import hourglass.session.measure.NoiseMeasuring;
import java.util.Map;

/** What networks leave of noise. Errors are mean squared errors per pixel to the clean images. */
final class NoiseTrials {
    private NoiseTrials() {}

    private static NoiseErrors errors(TrialSubject subject, int which, NoiseKind kind, double level) {
        return NoiseMeasuring.asInTraining(subject.provenance(which), subject.test(), new NoiseSpec(kind, level))
                .all(Map.of(Method.NETWORK, subject.network(which)::reconstruct), subject.cancelled());
    }

    static Measured noise(TrialSubject subject) {
        double level = subject.setting("level");
        NoiseErrors first = errors(subject, 0, NoiseKind.GAUSSIAN, level);
        double nothing = first.by(Method.NOTHING);
        double error = first.by(Method.NETWORK);
        Measured.Findings findings = new Measured.Findings()
                .number("nothing", nothing)
                .number("median", first.by(Method.MEDIAN))
                .number("error", error)
                .number("removed", 1 - error / nothing)
                .number("ratio", error / nothing)
                .count("weights", subject.network(0).spec().parameterCount())
                .number("code", subject.network(0).spec().codeSize());
        subject.done(0.5);
        if (subject.hasNetwork(1)) {
            double other = errors(subject, 1, NoiseKind.GAUSSIAN, level).by(Method.NETWORK);
            findings.number("other-error", other)
                    .number("other-removed", 1 - other / nothing)
                    .number("times", other / error)
                    .count("other-weights", subject.network(1).spec().parameterCount())
                    .number("other-code", subject.network(1).spec().codeSize());
        }
        return measured(subject, findings);
    }

    private static Measured measured(TrialSubject subject, Measured.Findings findings) {
        return findings.on(
                subject.images(subject.test().size()),
                subject.model(0).experiment().seed());
    }

    static Measured breakEven(TrialSubject subject) {
        NoiseErrors there = errors(subject, 0, NoiseKind.GAUSSIAN, subject.setting("level"));
        subject.done(0.5);
        DenoisingCurve curve = new DenoisingErrors(subject.provenance(0), subject.test(), NoiseKind.GAUSSIAN)
                .all(subject.network(0), subject.cancelled());
        return measured(
                subject,
                new Measured.Findings()
                        .number("nothing", there.by(Method.NOTHING))
                        .number("error", there.by(Method.NETWORK))
                        .number("ratio", there.by(Method.NETWORK) / there.by(Method.NOTHING))
                        .number("level", crossing(curve))
                        .number("clean", curve.at(Method.NETWORK, 0)));
    }

    /** Where the network begins to leave less than there was; NaN where it never does. */
    private static double crossing(DenoisingCurve curve) {
        for (int i = 1; i < DenoisingErrors.LEVELS; i++) {
            double before = curve.at(Method.NETWORK, i - 1) - curve.at(Method.NOTHING, i - 1);
            double after = curve.at(Method.NETWORK, i) - curve.at(Method.NOTHING, i);
            if (before > 0 && after <= 0) {
                double share = before / (before - after);
                return DenoisingErrors.level(i - 1) + share * (DenoisingErrors.level(i) - DenoisingErrors.level(i - 1));
            }
        }
        return Double.NaN;
    }

    static Measured square(TrialSubject subject) {
        NoiseErrors errors = errors(subject, 0, NoiseKind.MASKING_SQUARE, subject.setting("share"));
        double ratio = errors.by(Method.NETWORK) / errors.by(Method.NOTHING);
        return measured(
                subject,
                new Measured.Findings()
                        .number("nothing", errors.by(Method.NOTHING))
                        .number("error", errors.by(Method.NETWORK))
                        .number("ratio", ratio)
                        .number("removed", 1 - ratio));
    }

    static Measured cleanInput(TrialSubject subject) {
        double noisy =
                errors(subject, 0, NoiseKind.GAUSSIAN, subject.setting("level")).by(Method.NETWORK);
        double sum = 0;
        int size = subject.test().size();
        for (int done = 0; done < size; done += Evaluation.CHUNK) {
            int n = Math.min(Evaluation.CHUNK, size - done);
            float[] clean = subject.test().images(done, n);
            sum += n * Errors.meanSquaredError(clean, subject.network(0).reconstruct(clean, n));
        }
        return measured(
                subject,
                new Measured.Findings()
                        .number("noisy", noisy)
                        .number("clean", sum / size)
                        .number("ratio", sum / size / noisy));
    }
}
