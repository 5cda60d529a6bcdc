package hourglass.engine.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hourglass.core.spec.InvalidSpecException;
import hourglass.core.spec.NoiseKind;
import hourglass.core.spec.NoiseSpec;
import hourglass.engine.model.EpochResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A {@link Report} as the file {@code report.json}, and back. Figures that are not finite are written as {@code null} and
 * come back as NaN. Reading passes over members it does not know, so that later reports can hold more.
 */
public final class ReportJson {
    private static final int MAX_LENGTH = 8 << 20;
    private static final String WHAT = "the report";
    private static final JsonText TEXT = new JsonText(WHAT, MAX_LENGTH, 600_000);

    private ReportJson() {}

    /**
     * Saves a report, replacing an earlier one only when the new one is complete on the disk.
     *
     * @throws StoreException if it was not saved
     */
    public static void write(Path file, Report report) throws StoreException {
        write(file, report, FileOps.system());
    }

    static void write(Path file, Report report, FileOps ops) throws StoreException {
        byte[] bytes = text(report).getBytes(StandardCharsets.UTF_8);
        new AtomicFile(ops).save(file, out -> out.write(bytes), (written, length) -> {
            if (length != bytes.length || !Arrays.equals(bytes, written.readAllBytes())) {
                throw new IOException("what was read back differs from what was written");
            }
        });
    }

    /** The text of the file, in lines. */
    public static String text(Report report) throws StoreException {
        try {
            return TEXT.pretty(tree(report));
        } catch (Refusal refusal) {
            throw new StoreException("The report was not written: " + refusal.phrase() + ".", refusal);
        }
    }

    /**
     * Reads a report.
     *
     * @throws StoreException if it is missing, unreadable or not a report
     */
    public static Report read(Path file) throws StoreException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_LENGTH + 1);
            return report(StrictObject.root(TEXT.parse(new String(bytes, StandardCharsets.UTF_8)), WHAT));
        } catch (Refusal refusal) {
            throw new StoreException(file + " was not opened: " + refusal.phrase() + ".", refusal);
        } catch (IOException failure) {
            throw new StoreException(file + " was not opened: " + FailureWords.reading(failure) + ".", failure);
        }
    }

    private static ObjectNode tree(Report report) throws Refusal {
        ObjectNode json = JsonText.object()
                .put("preset", report.experiment().preset())
                .put("seed", report.experiment().seed());
        ObjectNode data = json.putObject("dataSet").put("name", report.data().name());
        report.data().sha256().forEach(data.putObject("sha256")::put);
        data.put("trainCount", report.data().trainCount())
                .put("testCount", report.data().testCount());
        ArrayNode epochs = json.putArray("epochs");
        boolean variational = report.experiment().model().isVariational();
        report.epochs().forEach(epoch -> write(epochs.addObject(), epoch, variational));
        figures(json, report.figures());
        put(json, "samplesPerSecond", report.samplesPerSecond());
        json.put("parameters", report.parameters()).put("stopReason", report.stopReason());
        Report.Environment environment = report.environment();
        json.put("appVersion", environment.appVersion())
                .put("java", environment.java())
                .put("os", environment.os())
                .put("processors", environment.processors());
        json.set("experiment", ExperimentJson.tree(report.experiment()));
        return json;
    }

    private static void figures(ObjectNode json, Report.Figures figures) {
        if (figures.test().isPresent()) {
            write(json.putObject("test"), figures.test().get());
        } else {
            json.putNull("test");
        }
        figures.noise().ifPresent(noise -> write(json.putObject("noise"), noise));
        figures.variational().ifPresent(block -> write(json.putObject("variational"), block));
    }

    private static void write(ObjectNode json, EpochResult epoch, boolean variational) {
        json.put("epoch", epoch.epoch());
        put(json, "trainLoss", epoch.trainLoss());
        put(json, "validationLoss", epoch.validationLoss());
        put(json, "seconds", epoch.seconds());
        put(json, "samplesPerSecond", epoch.samplesPerSecond());
        if (variational) {
            put(json, "trainKl", epoch.trainKl());
            put(json, "validationKl", epoch.validationKl());
        }
    }

    private static void write(ObjectNode json, Report.Quality test) {
        put(json, "mse", test.mse());
        put(json, "pcaMse", test.pcaMse());
        put(json, "knnAccuracy", test.knnAccuracy());
    }

    private static void write(ObjectNode json, Report.Noise noise) {
        NoiseSpec spec = noise.spec();
        json.put("kind", Choices.word(spec.kind())).put("level", spec.level());
        if (spec.isRange()) {
            json.put("lowest", spec.lowest());
        }
        put(json, "testMse", noise.testMse());
        put(json, "noisyMse", noise.noisyMse());
        put(json, "medianMse", noise.medianMse());
        put(json, "pcaMse", noise.pcaMse());
    }

    private static void write(ObjectNode json, Report.Variational block) {
        put(json, "negativeElbo", block.negativeElbo());
        put(json, "reconstruction", block.reconstruction());
        put(json, "kl", block.kl());
        ArrayNode dimensions = json.putArray("klPerDimension");
        block.klPerDimension().forEach(kl -> dimensions.add(Double.isFinite(kl) ? kl : null));
        put(json, "logLikelihoodEstimate", block.logLikelihoodEstimate());
    }

    private static void put(ObjectNode json, String field, double value) {
        if (Double.isFinite(value)) {
            json.put(field, value);
        } else {
            json.putNull(field);
        }
    }

    private static Report report(StrictObject json) throws Refusal {
        return new Report(
                ExperimentJson.read(json.object("experiment")),
                data(json.object("dataSet")),
                epochs(json.objects("epochs")),
                figures(json),
                json.measure("samplesPerSecond"),
                json.text("stopReason"),
                new Report.Environment(
                        json.text("appVersion"), json.text("java"), json.text("os"), json.integer("processors")));
    }

    private static Report.Data data(StrictObject json) throws Refusal {
        StrictObject hashes = json.object("sha256");
        Map<String, String> sha256 = new TreeMap<>();
        for (String file : hashes.names()) {
            sha256.put(file, hashes.text(file));
        }
        return new Report.Data(json.text("name"), sha256, json.integer("trainCount"), json.integer("testCount"));
    }

    private static List<EpochResult> epochs(List<StrictObject> rows) throws Refusal {
        List<EpochResult> epochs = new ArrayList<>();
        for (StrictObject row : rows) {
            epochs.add(new EpochResult(
                    row.integer("epoch"),
                    row.measure("trainLoss"),
                    row.measure("validationLoss"),
                    row.measure("seconds"),
                    row.measure("samplesPerSecond"),
                    row.has("trainKl") ? row.measure("trainKl") : 0,
                    row.has("validationKl") ? row.measure("validationKl") : 0));
        }
        return epochs;
    }

    private static Report.Figures figures(StrictObject json) throws Refusal {
        return new Report.Figures(
                json.isNull("test") ? Optional.empty() : Optional.of(test(json.object("test"))),
                json.has("noise") ? Optional.of(noise(json.object("noise"))) : Optional.empty(),
                json.has("variational") ? Optional.of(variational(json.object("variational"))) : Optional.empty());
    }

    private static Report.Noise noise(StrictObject json) throws Refusal {
        return new Report.Noise(
                spec(json),
                json.measure("testMse"),
                json.measure("noisyMse"),
                json.measure("medianMse"),
                json.has("pcaMse") ? json.measure("pcaMse") : Double.NaN);
    }

    private static NoiseSpec spec(StrictObject json) throws Refusal {
        NoiseKind kind = json.choice("kind", NoiseKind.class);
        double level = json.number("level");
        try {
            return new NoiseSpec(kind, level, json.has("lowest") ? json.number("lowest") : level);
        } catch (InvalidSpecException invalid) {
            throw new Refusal(FailureWords.withoutStop(String.valueOf(invalid.getMessage())), invalid);
        }
    }

    private static Report.Variational variational(StrictObject json) throws Refusal {
        return new Report.Variational(
                json.measure("negativeElbo"),
                json.measure("reconstruction"),
                json.measure("kl"),
                json.measures("klPerDimension"),
                json.measure("logLikelihoodEstimate"));
    }

    private static Report.Quality test(StrictObject json) throws Refusal {
        return new Report.Quality(json.measure("mse"), json.measure("pcaMse"), json.measure("knnAccuracy"));
    }
}
