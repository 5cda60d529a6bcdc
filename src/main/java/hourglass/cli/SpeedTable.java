package hourglass.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hourglass.engine.store.AtomicFile;
import hourglass.engine.store.FileOps;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * The rows of one run as JSON, for programs that compare runs.
 *
 * @param cores processors the machine offers
 * @param peak floating point operations per second that one thread was seen to do
 * @param kernels what computed, in words
 * @param rows what was measured
 * @param residentBytes memory held at the end
 * @param mostResidentBytes most memory held
 */
record SpeedTable(
        int cores,
        double peak,
        String kernels,
        List<SpeedRow> rows,
        OptionalLong residentBytes,
        OptionalLong mostResidentBytes) {
    SpeedTable {
        rows = List.copyOf(rows);
    }

    void write(Path file) throws IOException {
        JsonMapper mapper = new JsonMapper();
        ObjectNode json = mapper.createObjectNode()
                .put("cores", cores)
                .put("peakFlops", peak)
                .put("kernels", kernels);
        residentBytes.ifPresent(bytes -> json.put("residentBytes", bytes));
        mostResidentBytes.ifPresent(bytes -> json.put("mostResidentBytes", bytes));
        ArrayNode array = json.putArray("rows");
        rows.forEach(row -> fill(array.addObject(), row));
        String text = mapper.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
        new AtomicFile(FileOps.system()).save(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void fill(ObjectNode json, SpeedRow row) {
        json.put("preset", row.preset())
                .put("batch", row.batch())
                .put("threads", row.threads())
                .put("samplesPerSecond", row.samplesPerSecond())
                .put("millisecondsPerStep", row.millisecondsPerStep())
                .put("shareOfPeak", row.shareOfPeak());
        row.stock().ifPresent(stock -> json.put("stockSamplesPerSecond", stock));
        row.ratio().ifPresent(ratio -> json.put("ratio", ratio));
    }
}
