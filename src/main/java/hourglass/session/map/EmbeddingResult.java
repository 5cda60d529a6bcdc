package hourglass.session.map;

/**
 * A finished map.
 *
 * @param request what was asked for
 * @param sample its points
 * @param frame their last places
 * @param quality how far it may be believed
 */
public record EmbeddingResult(
        EmbeddingRequest request, EmbeddingSample sample, EmbeddingFrame frame, EmbeddingQuality quality) {}
