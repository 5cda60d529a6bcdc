package hourglass.session.map;

/**
 * How far a map may be believed, beside PCA of the same codes. All numbers are shares, 1 is best; accuracies leave the
 * point itself out.
 *
 * @param generation number of the map
 * @param map of the t-SNE map
 * @param pca of the first two principal components
 * @param codeAccuracy share of points whose class is that of most of their ten nearest neighbours among the codes
 */
public record EmbeddingQuality(long generation, Fidelity map, Fidelity pca, double codeAccuracy) {
    /** Neighbours in trustworthiness and continuity. */
    public static final int NEIGHBOURS = 15;

    /** Neighbours that vote for a class. */
    public static final int VOTERS = 10;

    /**
     * Of one flat picture of the codes.
     *
     * @param trustworthiness how far neighbours on the picture are neighbours among the codes
     * @param continuity how far neighbours among the codes stay neighbours on the picture
     * @param accuracy share of points whose class is that of most of their ten nearest on the picture
     */
    public record Fidelity(double trustworthiness, double continuity, double accuracy) {}
}
