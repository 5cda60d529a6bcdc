package hourglass.engine.model;

/**
 * How far a training has come.
 *
 * @param epochs completed passes over the training images
 * @param batch batches done in the pass under way, 0 at its start
 * @param iteration optimiser steps in all
 */
public record Progress(int epochs, int batch, long iteration) {
    /** Before the first step. */
    public static final Progress START = new Progress(0, 0, 0);

    /** Refuses negative counts. */
    public Progress {
        if (epochs < 0 || batch < 0 || iteration < 0) {
            throw new IllegalArgumentException(
                    "expected counts of at least 0, got " + epochs + ", " + batch + ", " + iteration);
        }
    }
}
