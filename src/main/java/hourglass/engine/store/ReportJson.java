package hourglass.engine.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.ModelSpec;
import hourglass.engine.model.EpochResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A {@link Report} as the file {@code report.json}, and back; its components are the fields of the file. Figures that are
 * not finite are written as {@code null} and come back as NaN. Reading passes over members it does not know, so that later
 * reports can hold more.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReportJson(
        String preset,
        long seed,
        Report.Data dataSet,
        List<Epoch> epochs,
        @JsonInclude(JsonInclude.Include.ALWAYS) Optional<Report.Quality> test,
        Optional<Noise> noise,
        Optional<Report.Variational> variational,
        double samplesPerSecond,
        long parameters,
        String stopReason,
        @JsonUnwrapped Report.Environment environment,
        ExperimentJson experiment) {

    private static final int MAX_LENGTH = 8 << 20;
    private static final Json<ReportJson> TEXT =
            new Json<>("the report", ReportJson.class, MAX_LENGTH, 600_000, JsonRules.NotFinite.AS_NULL);

    /** An epoch; only variational networks have divergences. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Epoch(
            int epoch,
            double trainLoss,
            double validationLoss,
            double seconds,
            double samplesPerSecond,
            Optional<Double> trainKl,
            Optional<Double> validationKl) {
        static Epoch of(EpochResult result, ModelSpec model) {
            return new Epoch(
                    result.epoch(),
                    result.trainLoss(),
                    result.validationLoss(),
                    result.seconds(),
                    result.samplesPerSecond(),
                    model.variational().map(spec -> result.trainKl()),
                    model.variational().map(spec -> result.validationKl()));
        }

        EpochResult result() {
            return new EpochResult(
                    epoch,
                    trainLoss,
                    validationLoss,
                    seconds,
                    samplesPerSecond,
                    trainKl.orElse(0.0),
                    validationKl.orElse(0.0));
        }
    }

    /** Figures with noise; early reports know nothing of principal components. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Noise(
            @JsonUnwrapped ExperimentJson.Noise noise,
            double testMse,
            double noisyMse,
            double medianMse,
            Optional<Double> pcaMse) {
        static Noise of(Report.Noise figures) {
            return new Noise(
                    ExperimentJson.Noise.of(figures.spec()),
                    figures.testMse(),
                    figures.noisyMse(),
                    figures.medianMse(),
                    Optional.of(figures.pcaMse()));
        }

        Report.Noise figures() {
            return new Report.Noise(noise.spec(), testMse, noisyMse, medianMse, pcaMse.orElse(Double.NaN));
        }
    }

    private static ReportJson of(Report report) {
        Experiment experiment = report.experiment();
        return new ReportJson(
                experiment.preset(),
                experiment.seed(),
                report.data(),
                report.epochs().stream()
                        .map(epoch -> Epoch.of(epoch, experiment.model()))
                        .toList(),
                report.figures().test(),
                report.figures().noise().map(Noise::of),
                report.figures().variational(),
                report.samplesPerSecond(),
                experiment.model().parameterCount(),
                report.stopReason(),
                report.environment(),
                ExperimentJson.of(experiment));
    }

    private Report report() {
        return new Report(
                experiment.experiment(),
                dataSet,
                epochs.stream().map(Epoch::result).toList(),
                new Report.Figures(test, noise.map(Noise::figures), variational),
                samplesPerSecond,
                stopReason,
                environment);
    }

    /**
     * Saves a report, replacing an earlier one only when the new one is complete on the disk.
     *
     * @throws StoreException if it was not saved
     */
    public static void write(Path file, Report report) throws StoreException {
        write(file, report, FileOps.system());
    }

    static void write(Path file, Report report, FileOps ops) throws StoreException {
        new AtomicFile(ops).save(file, text(report).getBytes(StandardCharsets.UTF_8));
    }

    /** The text of the file, in lines. */
    public static String text(Report report) throws StoreException {
        return TEXT.write(of(report));
    }

    /**
     * Reads a report.
     *
     * @throws StoreException if it is missing, unreadable or not a report
     */
    public static Report read(Path file) throws StoreException {
        try (InputStream in = Files.newInputStream(file)) {
            return TEXT.read(in.readNBytes(MAX_LENGTH + 1), file.toString()).report();
        } catch (StoreException refused) {
            throw refused;
        } catch (IOException failure) {
            throw new StoreException(file + " was not opened: " + FailureWords.reading(failure) + ".", failure);
        }
    }
}
