package hourglass.session.ask;

import java.util.Optional;

/**
 * What became of a question. Immutable if its value is.
 *
 * @param generation of the question, counted in its slot from 1
 * @param value the answer; empty where it failed
 * @param problem sentence for the user where it failed, else empty
 */
public record InferenceAnswer<T>(long generation, Optional<T> value, String problem) {
    static <T> InferenceAnswer<T> none() {
        return new InferenceAnswer<>(0, Optional.empty(), "");
    }

    /** Whether the question could not be answered. */
    public boolean hasFailed() {
        return !problem.isEmpty();
    }
}
