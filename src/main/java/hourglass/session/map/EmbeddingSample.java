package hourglass.session.map;

import hourglass.core.metric.NeighbourTable;

/** The test images on a map, their codes, and what is known of them before any map is made. Immutable. */
public final class EmbeddingSample {
    /** Neighbours kept for each point. */
    public static final int NEIGHBOURS = 5;

    private final long generation;
    private final int[] testIndices;
    private final int[] labels;
    private final Points codes;
    private final float[] pca;
    private final NeighbourTable neighbours;
    private final double codeAccuracy;

    EmbeddingSample(
            long generation, int[] testIndices, int[] labels, Points codes, float[] pca, NeighbourTable neighbours) {
        this.generation = generation;
        this.testIndices = testIndices;
        this.labels = labels;
        this.codes = codes;
        this.pca = pca;
        this.neighbours = neighbours;
        codeAccuracy = neighbours.accuracy(labels, EmbeddingQuality.VOTERS);
    }

    /** Points {@code [n × dimension]}, kept by this package and never changed. */
    @SuppressWarnings("ArrayRecordComponent")
    record Points(float[] values, int dimension) {}

    Points points() {
        return codes;
    }

    float[] plane() {
        return pca;
    }

    /** Number of the map. */
    public long generation() {
        return generation;
    }

    /** Points. */
    public int size() {
        return labels.length;
    }

    /** Which test image a point is. */
    public int testIndex(int point) {
        return testIndices[point];
    }

    /** Which test images the points are, ascending; a copy. */
    public int[] testIndices() {
        return testIndices.clone();
    }

    /** Class of a point. */
    public int label(int point) {
        return labels[point];
    }

    /** Classes of all points; a copy. */
    public int[] labels() {
        return labels.clone();
    }

    /** Numbers per code; the pixels of an image where the map is made of pixels. */
    public int dimension() {
        return codes.dimension();
    }

    /** The codes as they come from the encoder, {@code [size × dimension]}; a copy. */
    public float[] codes() {
        return codes.values().clone();
    }

    /** The point whose code is nearest to this one, by its Euclidean distance; the first of several as near. */
    public int nearest(float[] code) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int point = 0; point < size(); point++) {
            double sum = 0;
            for (int d = 0; d < codes.dimension(); d++) {
                double difference = code[d] - codes.values()[point * codes.dimension() + d];
                sum += difference * difference;
            }
            if (sum < least) {
                least = sum;
                nearest = point;
            }
        }
        return nearest;
    }

    /** The first two principal components of the codes, {@code [size × 2]}; a copy. */
    public float[] pca() {
        return pca.clone();
    }

    /** The five nearest neighbours of a point among the codes, nearest first. */
    public int[] neighbours(int point) {
        int[] nearest = new int[NEIGHBOURS];
        for (int rank = 0; rank < NEIGHBOURS; rank++) {
            nearest[rank] = neighbours.neighbour(point, rank);
        }
        return nearest;
    }

    /** Share of points whose class is that of most of their ten nearest neighbours among the codes. */
    public double codeAccuracy() {
        return codeAccuracy;
    }
}
