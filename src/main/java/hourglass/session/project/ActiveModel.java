package hourglass.session.project;

import hourglass.engine.model.ModelSnapshot;

/**
 * The network the views show. Immutable.
 *
 * @param source where it comes from
 * @param name file name of an opened or saved network, preset of the shipped one, else empty
 * @param snapshot its weights and history
 */
public record ActiveModel(Source source, String name, ModelSnapshot snapshot) {
    /** Where a network comes from. */
    public enum Source {
        /** Part of the program. */
        SHIPPED,
        /** The run under way or just ended. */
        TRAINING,
        /** A file of the user's. */
        FILE
    }
}
