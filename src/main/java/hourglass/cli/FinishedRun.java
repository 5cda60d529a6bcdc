package hourglass.cli;

import hourglass.core.data.DataSet;
import hourglass.engine.model.EpochResult;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.store.Report;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a training came to, as its files tell it.
 *
 * @param snapshot the network
 * @param data the images
 * @param figures its measures
 * @param end why it ended
 */
record FinishedRun(ModelSnapshot snapshot, DataSet data, Report.Figures figures, TrainingLoop.End end) {
    /** For {@code report.json}. */
    Report report(String appVersion) {
        return new Report(
                snapshot.experiment(),
                Report.Data.of(data),
                snapshot.history(),
                figures,
                rate(),
                end.word(),
                Report.Environment.current(appVersion));
    }

    /** For the model file, by name. */
    Map<String, Double> metrics() {
        Map<String, Double> metrics = new TreeMap<>();
        figures.test().ifPresent(test -> {
            metrics.put("mse", test.mse());
            metrics.put("pcaMse", test.pcaMse());
            metrics.put("knnAccuracy", test.knnAccuracy());
        });
        figures.noise().ifPresent(noise -> {
            metrics.put("noise.testMse", noise.testMse());
            metrics.put("noise.noisyMse", noise.noisyMse());
            metrics.put("noise.medianMse", noise.medianMse());
        });
        figures.variational().ifPresent(variational -> {
            metrics.put("negativeElbo", variational.negativeElbo());
            metrics.put("reconstruction", variational.reconstruction());
            metrics.put("kl", variational.kl());
            metrics.put("logLikelihoodEstimate", variational.logLikelihoodEstimate());
        });
        return metrics;
    }

    private double rate() {
        double seconds =
                snapshot.history().stream().mapToDouble(EpochResult::seconds).sum();
        double samples = snapshot.history().stream()
                .mapToDouble(e -> e.seconds() * e.samplesPerSecond())
                .sum();
        return seconds > 0 ? samples / seconds : 0;
    }
}
