package hourglass.engine.embed;

/**
 * What a map is made from. The arrays are not copied and must not change.
 *
 * @param values points, {@code [n × dimension]}
 * @param dimension numbers per point
 * @param plane their first two principal components, {@code [n × 2]}: where they start
 * @param scale how coordinates are scaled
 */
@SuppressWarnings("ArrayRecordComponent") // Passed once from its maker to the embedder, and large.
public record EmbedderInput(float[] values, int dimension, float[] plane, EmbedderPoints.Scale scale) {
    /** Checks the lengths. */
    public EmbedderInput {
        if (dimension < 1 || values.length % dimension != 0 || plane.length != 2 * (values.length / dimension)) {
            throw new IllegalArgumentException("expected whole points of " + dimension
                    + " numbers and two principal components of each, got " + values.length + " and " + plane.length
                    + " numbers");
        }
    }

    /** Points. */
    public int count() {
        return values.length / dimension;
    }
}
