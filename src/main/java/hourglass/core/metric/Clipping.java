package hourglass.core.metric;

/** What is done with a linear reconstruction that leaves the range of pixels. */
public enum Clipping {
    /** Left as it is. */
    NONE,
    /** Cut off at 0 and 1, as any display does. */
    UNIT_RANGE
}
