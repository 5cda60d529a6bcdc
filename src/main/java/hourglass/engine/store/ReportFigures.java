package hourglass.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * The measured figures of a {@code report.json} and nothing else: every finite number inside its objects, by path, such as
 * {@code test.mse}. It reads reports of any later version, whose other parts it does not know.
 */
public final class ReportFigures {
    private static final int MAX_LENGTH = 8 << 20;
    private static final Json<JsonNode> TEXT = new Json<>("the report", JsonNode.class, MAX_LENGTH, 600_000);

    private ReportFigures() {}

    /**
     * Reads a report from a stream; does not close it.
     *
     * @throws StoreException if it is no JSON object within the limits
     * @throws IOException if the stream fails
     */
    public static Map<String, Double> read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAX_LENGTH + 1);
        try {
            Map<String, Double> figures = new TreeMap<>();
            collect("", TEXT.parse(new String(bytes, StandardCharsets.UTF_8)), figures);
            return figures;
        } catch (Refusal refusal) {
            throw new StoreException("The report was not read: " + refusal.phrase() + ".", refusal);
        }
    }

    private static void collect(String path, JsonNode node, Map<String, Double> figures) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            JsonNode value = field.getValue();
            String name = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            if (value.isObject()) {
                collect(name, value, figures);
            } else if (value.isNumber() && Double.isFinite(value.doubleValue())) {
                figures.put(name, value.doubleValue());
            }
        }
    }
}
