package hourglass.engine.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.NoiseKind;
import hourglass.core.spec.NoiseSpec;
import hourglass.core.spec.Preset;
import hourglass.engine.model.EpochResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportJsonTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path folder;

    private static Report report(Optional<Report.Quality> test) {
        return report(Preset.DENSE_64, new Report.Figures(test, Optional.empty(), Optional.empty()));
    }

    private static Report report(Preset preset, Report.Figures figures) {
        boolean variational = preset.id().startsWith("vae");
        return new Report(
                preset.experiment(new DataSpec("Fashion-MNIST", "ab-cd"), 28, 28, 7),
                new Report.Data("Fashion-MNIST", Map.of("train.gz", "ab", "test.gz", "cd"), 60_000, 10_000),
                List.of(
                        new EpochResult(1, 0.02, 0.015, 4.5, 13_333.25),
                        new EpochResult(2, 0.01, 0.009, 4.25, 14_117.5, variational ? 6.5 : 0, variational ? 6.25 : 0)),
                figures,
                13_714.25,
                "completed",
                Report.Environment.current("0.1.0"));
    }

    @Test
    void aReportComesBackEqual() throws IOException {
        Path file = folder.resolve("report.json");
        for (Optional<Report.Quality> test : List.of(
                Optional.of(new Report.Quality(0.0089, 0.0104, Double.NaN)), Optional.<Report.Quality>empty())) {
            ReportJson.write(file, report(test));
            assertEquals(report(test), ReportJson.read(file));
        }
    }

    @Test
    void theFieldsAreThoseOthersRead() throws IOException {
        Path file = folder.resolve("report.json");
        ReportJson.write(file, report(Optional.of(new Report.Quality(0.0089, 0.0104, Double.NaN))));
        JsonNode json = MAPPER.readTree(file.toFile());
        assertEquals("dense-64", json.at("/preset").textValue());
        assertEquals(7, json.at("/seed").longValue());
        assertEquals("ab", json.at("/dataSet/sha256/train.gz").textValue());
        assertEquals(60_000, json.at("/dataSet/trainCount").intValue());
        assertEquals(10_000, json.at("/dataSet/testCount").intValue());
        assertEquals(0.009, json.at("/epochs/1/validationLoss").doubleValue());
        assertEquals(13_333.25, json.at("/epochs/0/samplesPerSecond").doubleValue());
        assertEquals(0.0104, json.at("/test/pcaMse").doubleValue());
        assertTrue(json.at("/test/knnAccuracy").isNull());
        assertEquals(101_200, json.at("/parameters").longValue());
        assertEquals("completed", json.at("/stopReason").textValue());
        assertEquals("dense", json.at("/experiment/model/family").textValue());
        for (String field : List.of("samplesPerSecond", "appVersion", "java", "os", "processors")) {
            assertTrue(json.has(field), field);
        }
        assertTrue(Files.readString(file).lines().count() > 30, "in lines for people");
    }

    @Test
    void noiseAndVariationalBlocksComeBackEqual() throws IOException {
        Path file = folder.resolve("report.json");
        Report.Quality quality = new Report.Quality(0.0068, 0.0004, 0.86);
        NoiseSpec fixed = new NoiseSpec(NoiseKind.GAUSSIAN, 0.2);
        NoiseSpec range = new NoiseSpec(NoiseKind.MASKING_SQUARE, 0.4, 0.1);
        Report.Variational block = new Report.Variational(263.5, 257.25, 6.25, List.of(3.5, Double.NaN), Double.NaN);
        for (NoiseSpec noise : List.of(fixed, range)) {
            Report.Figures figures = new Report.Figures(
                    Optional.of(quality),
                    Optional.of(new Report.Noise(noise, 0.0068, 0.0255, 0.0162, Double.NaN)),
                    Optional.of(block));
            ReportJson.write(file, report(Preset.VAE_2, figures));
            assertEquals(report(Preset.VAE_2, figures), ReportJson.read(file));
        }
    }

    @Test
    void theBlocksHaveTheFieldsOthersRead() throws IOException {
        Path file = folder.resolve("report.json");
        Report.Noise noise =
                new Report.Noise(new NoiseSpec(NoiseKind.SALT_AND_PEPPER, 0.2), 0.0068, 0.0255, 0.0162, 0.0151);
        Report.Variational block = new Report.Variational(263.5, 257.25, 6.25, List.of(3.5, 2.75), -259.5);
        ReportJson.write(
                file,
                report(Preset.VAE_2, new Report.Figures(Optional.empty(), Optional.of(noise), Optional.of(block))));
        JsonNode json = MAPPER.readTree(file.toFile());
        assertEquals("salt-and-pepper", json.at("/noise/kind").textValue());
        assertEquals(0.2, json.at("/noise/level").doubleValue());
        assertFalse(json.at("/noise").has("lowest"), "a fixed level is no range");
        assertEquals(0.0068, json.at("/noise/testMse").doubleValue());
        assertEquals(0.0255, json.at("/noise/noisyMse").doubleValue());
        assertEquals(0.0162, json.at("/noise/medianMse").doubleValue());
        assertEquals(263.5, json.at("/variational/negativeElbo").doubleValue());
        assertEquals(257.25, json.at("/variational/reconstruction").doubleValue());
        assertEquals(6.25, json.at("/variational/kl").doubleValue());
        assertEquals(2.75, json.at("/variational/klPerDimension/1").doubleValue());
        assertEquals(-259.5, json.at("/variational/logLikelihoodEstimate").doubleValue());
        assertEquals(6.5, json.at("/epochs/1/trainKl").doubleValue());
        assertEquals(6.25, json.at("/epochs/1/validationKl").doubleValue());
    }

    @Test
    void aPlainReportHasNoneOfThem() throws IOException {
        Path file = folder.resolve("report.json");
        ReportJson.write(file, report(Optional.empty()));
        JsonNode json = MAPPER.readTree(file.toFile());
        assertFalse(json.has("noise")
                || json.has("variational")
                || json.at("/epochs/0").has("trainKl"));
    }

    @Test
    void aNoiseLevelOutOfRangeIsRefused() throws IOException {
        Path file = folder.resolve("report.json");
        Report.Noise noise = new Report.Noise(new NoiseSpec(NoiseKind.GAUSSIAN, 0.2), 1, 1, 1, 1);
        ReportJson.write(
                file,
                report(Preset.DENSE_64, new Report.Figures(Optional.empty(), Optional.of(noise), Optional.empty())));
        ObjectNode json = (ObjectNode) MAPPER.readTree(file.toFile());
        ((ObjectNode) json.get("noise")).put("level", 2);
        Files.writeString(file, json.toString());
        Sentences.assertClear(assertThrows(StoreException.class, () -> ReportJson.read(file)), "between 0 and 1");
    }

    @Test
    void blocksOfLaterVersionsArePassedOver() throws IOException {
        Path file = folder.resolve("report.json");
        ReportJson.write(file, report(Optional.empty()));
        ObjectNode json = (ObjectNode) MAPPER.readTree(file.toFile());
        json.putObject("map").put("method", "t-SNE");
        Files.writeString(file, json.toString());
        assertEquals(report(Optional.empty()), ReportJson.read(file));
    }

    @Test
    void brokenReportsAreRefusedInASentence() throws IOException {
        Path file = folder.resolve("report.json");
        Sentences.assertClear(assertThrows(StoreException.class, () -> ReportJson.read(file)), "does not exist");
        for (String text : List.of("", "{}", "[]", "{\"experiment\":{}}", "<html>")) {
            Files.writeString(file, text);
            Sentences.assertClear(assertThrows(StoreException.class, () -> ReportJson.read(file)), file.toString());
        }
    }

    @Test
    void aFailedWriteLeavesTheEarlierReport() throws IOException {
        Path file = folder.resolve("report.json");
        ReportJson.write(file, report(Optional.empty()));
        byte[] before = Files.readAllBytes(file);
        FailingOps full = new FailingOps((call, operation) -> operation.equals("force"), "No space left on device");
        Report other = report(Optional.of(new Report.Quality(1, 2, 0.5)));
        StoreException thrown = assertThrows(StoreException.class, () -> ReportJson.write(file, other, full));
        Sentences.assertClear(thrown, "the disk is full");
        assertArrayEquals(before, Files.readAllBytes(file));
        assertFalse(full.calls.contains("move"));
    }
}
