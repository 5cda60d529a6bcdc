package hourglass.engine.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFiguresTest {
    private static Map<String, Double> read(String text) throws IOException {
        return ReportFigures.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void numbersOfNestedObjectsByTheirPathAndNothingElse() throws IOException {
        assertEquals(
                Map.of("seed", 7.0, "noise.testMse", 0.0071),
                read("{\"seed\":7,\"preset\":\"x\",\"epochs\":[1,{\"a\":2}],\"noise\":{\"kind\":\"gaussian\","
                        + "\"testMse\":0.0071,\"medianMse\":null},\"more\":true}"));
    }

    @Test
    void theReportsThatComeWithTheProgramAreRead() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("models"))) {
            List<Path> reports = files.filter(file -> file.toString().endsWith(".report.json"))
                    .toList();
            assertTrue(!reports.isEmpty());
            for (Path report : reports) {
                Map<String, Double> figures = ReportFigures.read(Files.newInputStream(report));
                assertTrue(figures.get("parameters") > 0, report + " " + figures);
            }
        }
    }

    @Test
    void whatIsNoReportIsRefusedInASentence() {
        for (String text : List.of("", "{", "{\"a\":1}}", "[".repeat(100_000), "{\"a\":1,\"a\":2}", "\u0000")) {
            Sentences.assertClear(assertThrows(StoreException.class, () -> read(text)), "The report was not read: ");
        }
    }

    @Test
    void eachSingleFailureLeavesTheOldReportOrTheNewOne(@TempDir Path folder) throws IOException {
        Report report = ReportJson.read(Path.of("models/dense-64.report.json"));
        byte[] fresh = ReportJson.text(report).getBytes(StandardCharsets.UTF_8);
        byte[] old = "{}".getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve("report.json");
        for (int n = 1; ; n++) {
            assertTrue(n < 400, "no end");
            Files.write(file, old);
            int failing = n;
            FailingOps ops = new FailingOps((call, operation) -> call >= failing, "No space left on device");
            boolean saved = saved(file, report, ops);
            byte[] found = Files.readAllBytes(file);
            boolean replaced = found.length == fresh.length;
            assertArrayEquals(replaced ? fresh : old, found);
            assertTrue(!saved || replaced, "a failed save said it was saved");
            if (ops.calls.size() < n) {
                assertTrue(saved);
                break;
            }
        }
    }

    private static boolean saved(Path file, Report report, FailingOps ops) {
        try {
            ReportJson.write(file, report, ops);
            return true;
        } catch (StoreException failure) {
            Sentences.assertClear(failure, "report.json", "the disk is full");
            return false;
        }
    }
}
