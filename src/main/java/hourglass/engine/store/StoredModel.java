package hourglass.engine.store;

import hourglass.engine.model.ModelSnapshot;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a model file holds.
 *
 * @param snapshot the network
 * @param metrics measured figures by name, such as {@code mse}; may be empty
 * @param appVersion version of the program that wrote it
 * @param remarks what the user should know about the reading, a sentence each; empty for a file that Hourglass wrote
 */
public record StoredModel(
        ModelSnapshot snapshot, Map<String, Double> metrics, String appVersion, List<String> remarks) {
    /** Copies the metrics, sorted by name. */
    public StoredModel {
        metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
        remarks = List.copyOf(remarks);
    }

    /** Nothing to remark. */
    public StoredModel(ModelSnapshot snapshot, Map<String, Double> metrics, String appVersion) {
        this(snapshot, metrics, appVersion, List.of());
    }
}
