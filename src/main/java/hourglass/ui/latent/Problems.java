package hourglass.ui.latent;

import java.util.LinkedHashMap;
import java.util.Map;

/** What could not be answered lately: a sentence of each asker, until the same asker is answered. FX thread. */
final class Problems {
    private final Map<Object, String> sentences = new LinkedHashMap<>();

    /** The newest word of an asker; an empty one when all went well. */
    void tell(Object asker, String sentence) {
        if (sentence.isEmpty()) {
            sentences.remove(asker);
        } else {
            sentences.put(asker, sentence);
        }
    }

    /** Nothing said so far matters any more. */
    void clear() {
        sentences.clear();
    }

    /** The oldest sentence that still holds; empty where there is none. */
    String sentence() {
        return sentences.values().stream().findFirst().orElse("");
    }
}
