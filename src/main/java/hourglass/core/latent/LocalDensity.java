package hourglass.core.latent;

import java.util.Arrays;

/**
 * How densely real codes lie around a place of a two-dimensional latent space, by the distance to the
 * {@value #NEIGHBOURS}-th nearest one (Loftsgaarden and Quesenberry 1965), and which classes they are of.
 *
 * <p>Immutable after it was made and safe on any thread; one answer takes some microseconds.
 */
public final class LocalDensity {
    /** Codes looked at around a place; fewer where there are fewer. */
    public static final int NEIGHBOURS = 20;

    /** Codes on one spot give no infinite density: no circle is smaller than this part of all codes' extent. */
    private static final double SMALLEST_RADIUS = 1e-6;

    private final CodeTree tree;
    private final int[] labels;
    private final int classes;
    private final double least;
    private final double median;

    private LocalDensity(float[] codes, int[] labels, int classes) {
        tree = CodeTree.of(codes);
        this.labels = labels;
        this.classes = classes;
        LatentWindow extent = LatentWindow.around(codes, 0);
        double radius = SMALLEST_RADIUS * Math.hypot(extent.width(), extent.height());
        least = radius * radius;
        median = medianSquare();
    }

    /**
     * What lies around a place.
     *
     * @param nearestClassesByShare classes of the nearest codes, most frequent first, of equals the nearer first; empty
     *     only where there is no code at all
     * @param density codes per area, 1 for the median of the codes themselves, 0 far away from all
     * @param nearestDistance to the nearest code, infinite where there is none
     */
    @SuppressWarnings("ArrayRecordComponent") // copied on the way in and out
    public record Place(int[] nearestClassesByShare, double density, double nearestDistance) {
        /** Copies the classes. */
        public Place {
            nearestClassesByShare = nearestClassesByShare.clone();
        }

        @Override
        public int[] nearestClassesByShare() {
            return nearestClassesByShare.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Place p
                    && Arrays.equals(nearestClassesByShare, p.nearestClassesByShare)
                    && Double.compare(density, p.density) == 0
                    && Double.compare(nearestDistance, p.nearestDistance) == 0;
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(nearestClassesByShare) * 31 + Double.hashCode(density);
        }
    }

    /**
     * Of labelled codes; those that are not finite are left out.
     *
     * @param codes2d {@code [n × 2]}
     * @param labels {@code [n]}, each {@code 0 … classes − 1}
     * @param classes number of classes
     */
    public static LocalDensity of(float[] codes2d, int[] labels, int classes) {
        if (codes2d.length != 2L * labels.length) {
            throw new IllegalArgumentException(
                    "expected " + labels.length + " codes of 2 numbers, got " + codes2d.length + " numbers");
        }
        for (int label : labels) {
            if (label < 0 || label >= classes) {
                throw new IllegalArgumentException("expected labels below " + classes + ", got " + label);
            }
        }
        return new LocalDensity(codes2d, labels.clone(), classes);
    }

    /** What lies around {@code (x, y)}; a code at that very place counts among its neighbours. */
    public Place at(double x, double y) {
        if (tree.size() == 0) {
            return new Place(new int[0], 0, Double.POSITIVE_INFINITY);
        }
        NearestCodes nearest = nearest(x, y);
        return new Place(byShare(nearest, labels, classes), median / radius(nearest), Math.sqrt(nearest.square(0)));
    }

    private NearestCodes nearest(double x, double y) {
        NearestCodes nearest = new NearestCodes(Math.min(NEIGHBOURS, tree.size()));
        tree.search(x, y, nearest);
        return nearest;
    }

    /** Squared distance of the farthest neighbour, to whose inverse the density is proportional. */
    private double radius(NearestCodes nearest) {
        return Math.max(least, nearest.worst());
    }

    private double medianSquare() {
        double[] squares = new double[tree.size()];
        for (int place = 0; place < squares.length; place++) {
            squares[place] = radius(nearest(tree.x(place), tree.y(place)));
        }
        Arrays.sort(squares);
        return squares.length == 0 ? 1 : squares[squares.length / 2];
    }

    static int[] byShare(NearestCodes nearest, int[] labels, int classes) {
        int[] votes = new int[classes];
        int[] order = new int[nearest.count()];
        int different = 0;
        for (int rank = 0; rank < nearest.count(); rank++) {
            int label = labels[nearest.code(rank)];
            if (votes[label]++ == 0) {
                order[different++] = label;
            }
        }
        // Stable, so that of equal shares the nearer stays first.
        return Arrays.stream(order, 0, different)
                .boxed()
                .sorted((a, b) -> Integer.compare(votes[b], votes[a]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
