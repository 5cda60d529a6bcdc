package hourglass.session.map;

/** What a map is made of. */
public enum MapSource {
    /** The codes of a network; of a variational network the means. */
    CODES,
    /** The pixels themselves, for comparison. */
    PIXELS
}
