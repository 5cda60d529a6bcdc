package hourglass.session.map;

import java.util.EnumSet;
import java.util.Set;

/** Where a map stands; only the transitions listed here happen. */
public enum EmbeddingPhase {
    /** Nothing was started yet. */
    IDLE,
    /** The sample is encoded and its distances are computed. */
    PREPARING,
    /** Points are moving. */
    RUNNING,
    /** Waiting between two slices. */
    PAUSED,
    /** All iterations are done. */
    COMPLETED,
    /** Ended on request. */
    CANCELLED,
    /** Ended by an error; the message says which. */
    FAILED;

    /** Whether this map is at work or waiting to go on. */
    public boolean isActive() {
        return this == PREPARING || this == RUNNING || this == PAUSED;
    }

    /** Whether {@code next} may follow. */
    public boolean allows(EmbeddingPhase next) {
        return followers().contains(next);
    }

    private Set<EmbeddingPhase> followers() {
        return switch (this) {
            case IDLE, COMPLETED, CANCELLED, FAILED -> EnumSet.of(PREPARING);
            case PREPARING -> EnumSet.of(RUNNING, PAUSED, CANCELLED, FAILED);
            case RUNNING -> EnumSet.of(PAUSED, COMPLETED, CANCELLED, FAILED);
            case PAUSED -> EnumSet.of(PREPARING, RUNNING, COMPLETED, CANCELLED, FAILED);
        };
    }
}
