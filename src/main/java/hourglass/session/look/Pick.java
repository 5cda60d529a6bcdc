package hourglass.session.look;

import hourglass.engine.model.RunId;

/**
 * What somebody picked to look at; it stays the same while the network learns on.
 *
 * @param kind whether a training, a shipped network or a file
 * @param name of the run, of the preset or of the file
 */
public record Pick(Kind kind, String name) {
    /** What it is. */
    public enum Kind {
        /** A training. */
        RUN,
        /** Part of the program. */
        SHIPPED,
        /** Opened. */
        FILE
    }

    /** A training of this evening, under way or ended, wherever it stands. */
    public static Pick run(RunId run) {
        return new Pick(Kind.RUN, run.text());
    }

    /** A network that came with the program. */
    public static Pick shipped(String preset) {
        return new Pick(Kind.SHIPPED, preset);
    }

    /** An opened file; of two with one name the one opened last. */
    public static Pick file(String name) {
        return new Pick(Kind.FILE, name);
    }
}
