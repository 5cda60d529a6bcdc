package hourglass.ui.oddities;

import hourglass.core.Identity;
import hourglass.session.look.OwnImage;
import hourglass.session.measure.Mixture;
import hourglass.session.measure.OddityScore;
import hourglass.session.measure.OddityScores;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * An image of one's own among the test images. Immutable.
 *
 * @param image the image
 * @param of the test images by every score that is known
 * @param scores its own by the same
 */
record Own(OwnImage image, OddityScores of, Map<OddityScore, Double> scores) {
    boolean isOf(OwnImage other, Mixture images) {
        return image.equals(other) && of.mixture().id().equals(images.id());
    }

    /** Whether the same image is judged among the same. */
    boolean isSame(@Nullable Own other) {
        return other != null && image.equals(other.image) && Identity.same(of, other.of);
    }

    OptionalDouble by(OddityScore score) {
        Double known = scores.get(score);
        return known == null ? OptionalDouble.empty() : OptionalDouble.of(known);
    }

    /** Its place among the test images by a score that is known, 1 for the most suspect. */
    Optional<Integer> rank(OddityScore score) {
        int images = of.mixture().test().size();
        return Optional.ofNullable(scores.get(score))
                .flatMap(value -> of.by(score).map(all -> Math.min(images, all.rank(value, images))));
    }
}
