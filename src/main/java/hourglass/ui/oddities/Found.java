package hourglass.ui.oddities;

import hourglass.core.metric.Detection;
import hourglass.core.metric.Detection.Flagged;
import hourglass.session.look.Look;
import hourglass.session.measure.Mixture;
import hourglass.session.measure.OddityScore;
import hourglass.session.measure.OddityScores;
import hourglass.session.measure.OddityScores.Scored;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is shown: the scores of a network, and the one of them that is looked at. Immutable.
 *
 * @param look the network at the moment it was measured
 * @param scores all that is known
 * @param score the one that is looked at, which is known
 */
record Found(Look look, OddityScores scores, OddityScore score) {
    Mixture mixture() {
        return scores.mixture();
    }

    Scored scored() {
        return scores.by(score).orElseThrow();
    }

    Detection detection() {
        return scored().detection();
    }

    float[] values() {
        float[] values = new float[scored().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = scored().of(i);
        }
        return values;
    }

    /** The images nearest to a threshold that it does not flag, the most suspect first. */
    List<Integer> under(double threshold, int most) {
        int first = flagged(threshold);
        int count = Math.min(most, scored().size() - first);
        return IntStream.range(0, count)
                .mapToObj(i -> detection().ranked(first + i))
                .toList();
    }

    /** The images nearest to it that it flags, the most suspect first. */
    List<Integer> over(double threshold, int most) {
        int end = flagged(threshold);
        return IntStream.range(Math.max(0, end - most), end)
                .mapToObj(detection()::ranked)
                .toList();
    }

    /** The most suspect of all, from the first. */
    List<Integer> top(int most) {
        return IntStream.range(0, Math.min(most, scored().size()))
                .mapToObj(detection()::ranked)
                .toList();
    }

    private int flagged(double threshold) {
        Flagged all = detection().from(threshold);
        return all.odd() + all.usual();
    }

    /** Whether odd images look more normal than usual ones. */
    boolean isFailing() {
        return detection().rocArea() < 0.5;
    }

    /** Whether it answers this question, whatever the moment of the network. */
    boolean isOf(Mixture images, OddityScore by) {
        return score == by && mixture().id().equals(images.id());
    }
}
