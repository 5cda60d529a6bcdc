package hourglass.core.latent;

/**
 * A flat window into codes of any size: the plane through a base code along two directions of length 1 at a right angle.
 * Walking on it changes two coordinates and leaves all others of the base as they are. Immutable.
 *
 * <p>Coordinates are measured from an origin shared by all planes with the same directions, so that codes and bases can
 * be compared on one map: {@code codeAt(project(base))} is the base itself.
 */
public final class LatentPlane {
    private final float[] base;
    private final double[] origin;
    private final double[] first;
    private final double[] second;

    private LatentPlane(float[] base, double[] origin, double[] first, double[] second) {
        this.base = base;
        this.origin = origin;
        this.first = first;
        this.second = second;
    }

    /**
     * The plane of two chosen numbers of the code; its coordinates are these numbers themselves.
     *
     * @param base the code whose other numbers stay, {@code [d]}, d at least 2
     * @param first index of the number along x
     * @param second index of the number along y, another one
     */
    public static LatentPlane ofDimensions(float[] base, int first, int second) {
        int d = base.length;
        if (first < 0 || first >= d || second < 0 || second >= d || first == second) {
            throw new IllegalArgumentException(
                    "expected two different dimensions from 0 to " + (d - 1) + ", got " + first + " and " + second);
        }
        double[] x = new double[d];
        double[] y = new double[d];
        x[first] = 1;
        y[second] = 1;
        return new LatentPlane(base.clone(), new double[d], x, y);
    }

    /**
     * The plane of the two directions in which codes vary most; coordinates are measured from the codes' mean. The entry
     * of each direction with the largest absolute value is positive.
     *
     * @param base the code the plane goes through, {@code [d]}, d at least 2
     * @param codes {@code [n × d]}, n at least 1; those with a number that is not finite are left out
     */
    public static LatentPlane ofPrincipalDirections(float[] base, float[] codes) {
        int d = base.length;
        if (d < 2 || codes.length == 0 || codes.length % d != 0) {
            throw new IllegalArgumentException(
                    "expected codes of " + d + " numbers (at least 2), got " + codes.length + " numbers in all");
        }
        return ofPrincipalDirections(base, new PrincipalSearch(codes, d).finish());
    }

    /**
     * The same of directions found before.
     *
     * @param base the code the plane goes through, {@code [d]}
     * @param found a search among codes of the same size, of which no round is left
     */
    public static LatentPlane ofPrincipalDirections(float[] base, PrincipalSearch found) {
        double[] mean = found.mean();
        if (mean.length != base.length || !found.isDone()) {
            throw new IllegalArgumentException(
                    "expected a finished search among codes of " + base.length + " numbers, got one of " + mean.length);
        }
        return new LatentPlane(base.clone(), mean, found.first(), found.second());
    }

    /** The parallel plane through another code of the same size. */
    public LatentPlane withBase(float[] newBase) {
        return new LatentPlane(checked(newBase).clone(), origin, first, second);
    }

    /** Numbers per code. */
    public int dimension() {
        return base.length;
    }

    /** The code it goes through, {@code [d]}; a copy. */
    public float[] base() {
        return base.clone();
    }

    /** The code at a place of the plane, {@code [d]}. */
    public float[] codeAt(double x, double y) {
        double[] here = project(base);
        float[] code = new float[base.length];
        for (int i = 0; i < code.length; i++) {
            code[i] = (float) (base[i] + (x - here[0]) * first[i] + (y - here[1]) * second[i]);
        }
        return code;
    }

    /**
     * The codes at several places.
     *
     * @param places {@code [n × 2]}, such as {@link LatentGrid} gives
     * @return {@code [n × d]}
     */
    public float[] codesAt(float[] places) {
        int d = base.length;
        float[] codes = new float[places.length / 2 * d];
        for (int i = 0; i < places.length / 2; i++) {
            System.arraycopy(codeAt(places[2 * i], places[2 * i + 1]), 0, codes, i * d, d);
        }
        return codes;
    }

    /** The place of the plane nearest to a code, {@code {x, y}}. */
    public double[] project(float[] code) {
        checked(code);
        double x = 0;
        double y = 0;
        for (int i = 0; i < code.length; i++) {
            double away = code[i] - origin[i];
            x += away * first[i];
            y += away * second[i];
        }
        return new double[] {x, y};
    }

    /**
     * The places of many codes.
     *
     * @param codes {@code [n × d]}
     * @return {@code [n × 2]}
     */
    public float[] projectAll(float[] codes) {
        int d = base.length;
        if (codes.length % d != 0) {
            throw new IllegalArgumentException("expected codes of " + d + " numbers, got " + codes.length);
        }
        float[] places = new float[codes.length / d * 2];
        for (int from = 0; from < codes.length; from += d) {
            double x = 0;
            double y = 0;
            for (int i = 0; i < d; i++) {
                double away = codes[from + i] - origin[i];
                x += away * first[i];
                y += away * second[i];
            }
            places[from / d * 2] = (float) x;
            places[from / d * 2 + 1] = (float) y;
        }
        return places;
    }

    private float[] checked(float[] code) {
        if (code.length != base.length) {
            throw new IllegalArgumentException("expected a code of " + base.length + " numbers, got " + code.length);
        }
        return code;
    }
}
