package hourglass.session.run;

import java.util.EnumSet;
import java.util.Set;

/** Where a training stands; only the transitions listed here happen. */
public enum Phase {
    /** Nothing was started yet. */
    IDLE,
    /** The network is being made. */
    PREPARING,
    /** Batches are being trained. */
    RUNNING,
    /** Waiting between two batches. */
    PAUSED,
    /** All epochs are done. */
    COMPLETED,
    /** Ended on request. */
    STOPPED,
    /** Ended by an error; the message says which. */
    FAILED;

    /** Whether a thread is at work or waiting for this training. */
    public boolean isActive() {
        return this == PREPARING || this == RUNNING || this == PAUSED;
    }

    /** Whether {@code next} may follow. */
    public boolean allows(Phase next) {
        return followers().contains(next);
    }

    private Set<Phase> followers() {
        return switch (this) {
            case IDLE, COMPLETED, STOPPED, FAILED -> EnumSet.of(PREPARING);
            case PREPARING -> EnumSet.of(RUNNING, PAUSED, STOPPED, FAILED);
            case RUNNING -> EnumSet.of(PAUSED, COMPLETED, STOPPED, FAILED);
            case PAUSED -> EnumSet.of(RUNNING, COMPLETED, STOPPED, FAILED);
        };
    }
}
