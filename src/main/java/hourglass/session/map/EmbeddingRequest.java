package hourglass.session.map;

import hourglass.core.data.DataSet;
import hourglass.core.spec.EmbeddingSpec;
import hourglass.engine.model.ModelSnapshot;

/**
 * A wish for a map.
 *
 * @param spec its settings
 * @param source codes or pixels
 * @param model whose codes
 * @param data whose test images
 */
public record EmbeddingRequest(EmbeddingSpec spec, MapSource source, ModelSnapshot model, DataSet data) {
    /** The same with other settings. */
    public EmbeddingRequest with(EmbeddingSpec other) {
        return new EmbeddingRequest(other, source, model, data);
    }
}
