package hourglass.ui.reconstruct;

/** Which test images come first. */
public enum Order {
    /** As they lie in the data; all classes in turn. */
    IN_ORDER,
    /** Drawn by a seed. */
    RANDOM,
    /** Smallest error of the network first. */
    BEST,
    /** Largest error of the network first. */
    WORST;

    /** Whether the errors of all test images must be known. */
    boolean needsRanking() {
        return this == BEST || this == WORST;
    }
}
