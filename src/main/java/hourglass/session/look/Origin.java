package hourglass.session.look;

/** Where a network that is shown comes from. */
public enum Origin {
    /** The training under way, running or paused. */
    TRAINING,
    /** A training of this evening that has ended. */
    TONIGHT,
    /** Part of the program. */
    SHIPPED,
    /** A file of the user's. */
    FILE
}
