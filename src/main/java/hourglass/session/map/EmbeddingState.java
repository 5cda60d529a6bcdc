package hourglass.session.map;

import org.jspecify.annotations.Nullable;

/**
 * What the window knows of the map at large. Immutable.
 *
 * @param generation number of the map; answers of an older one are dropped
 * @param phase where it stands
 * @param request what was asked for; {@code null} while idle
 * @param message sentence for the user where the map failed, else empty
 */
public record EmbeddingState(
        long generation, EmbeddingPhase phase, @Nullable EmbeddingRequest request, String message) {
    /** Before the first map. */
    public static final EmbeddingState IDLE = new EmbeddingState(0, EmbeddingPhase.IDLE, null, "");

    /** The same in another phase. */
    public EmbeddingState in(EmbeddingPhase next, String words) {
        if (!phase.allows(next)) {
            throw new IllegalStateException("no way from " + phase + " to " + next);
        }
        return new EmbeddingState(generation, next, request, words);
    }
}
