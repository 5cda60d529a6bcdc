package hourglass.engine.store;

import hourglass.engine.model.ModelSnapshot;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a model file holds.
 *
 * @param snapshot the network
 * @param metrics measured figures by name, such as {@code mse}; may be empty
 * @param appVersion version of the program that wrote it
 */
public record StoredModel(ModelSnapshot snapshot, Map<String, Double> metrics, String appVersion) {
    /** Copies the metrics, sorted by name. */
    public StoredModel {
        metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
    }
}
