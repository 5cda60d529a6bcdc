package hourglass.session.measure;

import hourglass.core.metric.Detection;
import hourglass.engine.model.Network;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** How odd each image of a mixture looks to a network, by as many scores as are known. Immutable. */
public final class OddityScores {
    private final Provenance of;
    private final Mixture mixture;
    private final Map<OddityScore, Scored> scores;
    private final BiFunction<Network, float[], Map<OddityScore, Double>> judge;

    /** The images by one score, and what that score tells apart. */
    public static final class Scored {
        private final float[] values;
        private final Detection detection;

        /** Copies the numbers. */
        public Scored(float[] values, boolean[] odd) {
            this.values = values.clone();
            detection = new Detection(this.values, odd);
        }

        /** Of one image. */
        public float of(int image) {
            return values[image];
        }

        /** How many images there are. */
        public int size() {
            return values.length;
        }

        /** How well it tells odd images from usual ones. */
        public Detection detection() {
            return detection;
        }

        /**
         * Place among the first {@code count} images of an image that scores so much, from the oddest down: 1 where none
         * scores more.
         */
        public int rank(double score, int count) {
            int more = 0;
            for (int i = 0; i < count; i++) {
                more += values[i] > score ? 1 : 0;
            }
            return more + 1;
        }
    }

    /** Of what is known; {@code judge} gives the same scores of one more image. */
    OddityScores(
            Provenance of,
            Mixture mixture,
            Map<OddityScore, Scored> scores,
            BiFunction<Network, float[], Map<OddityScore, Double>> judge) {
        this.judge = judge;
        this.of = of;
        this.mixture = mixture;
        this.scores = new EnumMap<>(scores);
    }

    /** Of which network and data they are. */
    public Provenance provenance() {
        return of;
    }

    /** The images. */
    public Mixture mixture() {
        return mixture;
    }

    /** Which scores are known. */
    public Set<OddityScore> known() {
        return Set.copyOf(scores.keySet());
    }

    /** By one score, once it is known. */
    public Optional<Scored> by(OddityScore score) {
        return Optional.ofNullable(scores.get(score));
    }

    /**
     * Every score that is known, of one more image, by the same steps. On the inference thread.
     *
     * @param network the one these scores are of
     * @param image its pixels
     */
    public Map<OddityScore, Double> judge(Network network, float[] image) {
        return judge.apply(network, image);
    }

    /**
     * How many damaged images score less than what they were made of, so that they look more usual than that; empty where
     * nothing was damaged or the score is not known.
     */
    public Optional<Integer> lowered(OddityScore score) {
        int count = mixture.test().size();
        return by(score)
                .filter(found -> mixture.odd().kind() == Odd.Kind.DAMAGE)
                .map(found -> {
                    int lower = 0;
                    for (int i = 0; i < count; i++) {
                        lower += found.of(count + i) < found.of(i) ? 1 : 0;
                    }
                    return lower;
                });
    }
}
