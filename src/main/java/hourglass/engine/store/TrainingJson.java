package hourglass.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hourglass.engine.model.EpochResult;
import hourglass.engine.model.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Progress, history and metrics as the short texts within a model file. A diverged training has losses that are not
 * finite and must be savable all the same; those are written as the texts {@code NaN}, {@code Infinity}, {@code -Infinity}.
 */
final class TrainingJson {
    private static final int MAX_HISTORY_TOKENS = 600_000;
    /** Steps and epochs are counted in 32 bits; a training that goes on from here must find room to count. */
    private static final int MOST_COUNTED = 2_000_000_000;

    private static final int COLUMNS = 5;
    private static final int VARIATIONAL_COLUMNS = 7;
    private static final JsonText PROGRESS = new JsonText("its progress", 1000, 20);
    private static final JsonText HISTORY = new JsonText("its history", ModelHeader.MAX_LENGTH, MAX_HISTORY_TOKENS);
    private static final JsonText METRICS = new JsonText("its list of metrics", 1 << 16, 4000);

    private TrainingJson() {}

    static String progress(Progress progress) throws Refusal {
        return PROGRESS.compact(JsonText.object()
                .put("epochs", progress.epochs())
                .put("batch", progress.batch())
                .put("iteration", progress.iteration()));
    }

    static Progress progress(String text) throws Refusal {
        StrictObject json = StrictObject.root(PROGRESS.parse(text), "its progress");
        int epochs = json.integer("epochs");
        int batch = json.integer("batch");
        long iteration = json.whole("iteration");
        json.end();
        if (epochs < 0 || batch < 0 || iteration < 0) {
            throw new Refusal("its progress counts below zero; use another copy");
        }
        if (epochs > MOST_COUNTED || iteration > MOST_COUNTED) {
            throw new Refusal("its progress counts beyond " + MOST_COUNTED + ", so it is damaged; use another copy");
        }
        return new Progress(epochs, batch, iteration);
    }

    /**
     * One list per epoch: number, training loss, validation loss, seconds, samples per second; where a divergence was
     * measured also that of training and of validation.
     */
    static String history(List<EpochResult> history) throws Refusal {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (EpochResult epoch : history) {
            ArrayNode row = rows.addArray().add(epoch.epoch());
            row.add(node(epoch.trainLoss()));
            row.add(node(epoch.validationLoss()));
            row.add(node(epoch.seconds()));
            row.add(node(epoch.samplesPerSecond()));
            if (epoch.trainKl() != 0 || epoch.validationKl() != 0) {
                row.add(node(epoch.trainKl())).add(node(epoch.validationKl()));
            }
        }
        return HISTORY.compact(rows);
    }

    static List<EpochResult> history(String text) throws Refusal {
        JsonNode rows = HISTORY.parse(text);
        if (!rows.isArray()) {
            throw new Refusal("its history must be a list; use another copy");
        }
        List<EpochResult> history = new ArrayList<>();
        for (JsonNode row : rows) {
            history.add(epoch(row));
        }
        return history;
    }

    private static EpochResult epoch(JsonNode row) throws Refusal {
        JsonNode number = row.path(0);
        boolean variational = row.size() == VARIATIONAL_COLUMNS;
        if (!row.isArray()
                || (row.size() != COLUMNS && !variational)
                || !number.isIntegralNumber()
                || !number.canConvertToInt()) {
            throw new Refusal("its history must hold " + COLUMNS + " numbers per epoch; use another copy");
        }
        return new EpochResult(
                number.intValue(),
                number(row.path(1)),
                number(row.path(2)),
                number(row.path(3)),
                number(row.path(4)),
                variational ? number(row.path(5)) : 0,
                variational ? number(row.path(6)) : 0);
    }

    static String metrics(Map<String, Double> metrics) throws Refusal {
        ObjectNode json = JsonText.object();
        metrics.forEach((name, value) -> json.set(name, node(value)));
        return METRICS.compact(json);
    }

    static Map<String, Double> metrics(String text) throws Refusal {
        JsonNode json = METRICS.parse(text);
        if (!json.isObject()) {
            throw new Refusal("its metrics must be an object; use another copy");
        }
        Map<String, Double> metrics = new TreeMap<>();
        for (Map.Entry<String, JsonNode> metric : json.properties()) {
            metrics.put(metric.getKey(), number(metric.getValue()));
        }
        return metrics;
    }

    private static JsonNode node(double value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return Double.isFinite(value) ? nodes.numberNode(value) : nodes.textNode(Double.toString(value));
    }

    private static double number(JsonNode value) throws Refusal {
        if (value.isNumber() && Double.isFinite(value.doubleValue())) {
            return value.doubleValue();
        }
        return switch (value.isTextual() ? value.textValue() : "") {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw new Refusal("its history or metrics hold something that is no number; use another copy");
        };
    }
}
