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
        return new Report(
                Preset.DENSE_64.experiment(new DataSpec("Fashion-MNIST", "ab-cd"), 784, 7),
                new Report.Data("Fashion-MNIST", Map.of("train.gz", "ab", "test.gz", "cd"), 60_000, 10_000),
                List.of(
                        new EpochResult(1, 0.02, 0.015, 4.5, 13_333.25),
                        new EpochResult(2, 0.01, 0.009, 4.25, 14_117.5)),
                test,
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
    void blocksOfLaterVersionsArePassedOver() throws IOException {
        Path file = folder.resolve("report.json");
        ReportJson.write(file, report(Optional.empty()));
        ObjectNode json = (ObjectNode) MAPPER.readTree(file.toFile());
        json.putObject("noise").put("level", 0.2);
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
