package hourglass.core.latent;

/**
 * Which plane is cut through the space of codes.
 *
 * @param kind how it is laid
 * @param first dimension to the right, where two dimensions are chosen
 * @param second dimension upwards
 */
public record PlaneChoice(Kind kind, int first, int second) {
    /** How a plane is laid. */
    public enum Kind {
        /** Along the two directions in which codes vary most. */
        PRINCIPAL,
        /** Along two numbers of the code. */
        DIMENSIONS
    }

    /** Along the two principal directions. */
    public static final PlaneChoice PRINCIPAL = new PlaneChoice(Kind.PRINCIPAL, 0, 1);

    /** Along these two numbers of the code. */
    public static PlaneChoice dimensions(int first, int second) {
        return new PlaneChoice(Kind.DIMENSIONS, first, second);
    }
}
