package hourglass.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each number of a line or a file under its own name. */
class TablesTest {
    private static final SpeedRow ROW = new SpeedRow("dense-64", 32, 2, 4000, 0.25, OptionalDouble.of(1000));

    @Test
    void aLineOfSpeed() {
        assertEquals(
                "dense-64      batch   32     4,000 samples/s     8.000 ms a step   25.0 % of one core's peak"
                        + "  up to 2 threads  stock DL4J    1,000 samples/s  ratio  4.00",
                ROW.lineBesideStock());
        assertEquals(
                "vae-2         batch  128       640 samples/s   200.000 ms a step    0.1 % of one core's peak"
                        + "  1 thread  stock DL4J has no such network",
                new SpeedRow("vae-2", 128, 1, 640, 0.001, OptionalDouble.empty()).lineBesideStock());
        assertTrue(ROW.line().endsWith("of one core's peak  up to 2 threads"), ROW.line());
    }

    @Test
    void aFileOfSpeed(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("speed.json");
        new SpeedTable(3, 5e9, "an abacus", List.of(ROW), OptionalLong.of(11), OptionalLong.of(22)).write(file);
        JsonNode json = new ObjectMapper().readTree(file.toFile());
        assertEquals(3, json.at("/cores").intValue());
        assertEquals(5e9, json.at("/peakFlops").doubleValue());
        assertEquals("an abacus", json.at("/kernels").textValue());
        assertEquals(11, json.at("/residentBytes").longValue());
        assertEquals(22, json.at("/mostResidentBytes").longValue());
        JsonNode row = json.at("/rows/0");
        assertEquals("dense-64", row.at("/preset").textValue());
        assertEquals(32, row.at("/batch").intValue());
        assertEquals(2, row.at("/threads").intValue());
        assertEquals(4000, row.at("/samplesPerSecond").doubleValue());
        assertEquals(8, row.at("/millisecondsPerStep").doubleValue());
        assertEquals(0.25, row.at("/shareOfPeak").doubleValue());
        assertEquals(1000, row.at("/stockSamplesPerSecond").doubleValue());
        assertEquals(4, row.at("/ratio").doubleValue());
        new SpeedTable(3, 5e9, "an abacus", List.of(), OptionalLong.empty(), OptionalLong.empty()).write(file);
        assertFalse(new ObjectMapper().readTree(file.toFile()).has("residentBytes"));
    }

    @Test
    void aLineOfAnswers() {
        assertEquals(
                "drag in the plane                              idle                         "
                        + "400 a second  median   2.00 ms  95 %   4.50 ms  (17)",
                new InteractionRow("drag in the plane", "idle", 17, 400, 2, 4.5).line());
    }
}
