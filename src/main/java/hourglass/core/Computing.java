package hourglass.core;

/**
 * What heavy arithmetic is done with. Neither part changes a result but by the rounding of sums, and whoever promises more
 * than that says so.
 *
 * @param products how matrices are multiplied
 * @param lanes how many hands there are for it
 */
public record Computing(Products products, Lanes lanes) {
    /** Plain loops on the caller's own thread. */
    public static final Computing PLAIN = new Computing(new PlainProducts(), Lanes.ALONE);

    /** Plain loops on {@code lanes}. */
    public static Computing plain(Lanes lanes) {
        return new Computing(PLAIN.products(), lanes);
    }
}
