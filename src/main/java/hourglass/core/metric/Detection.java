package hourglass.core.metric;

import java.util.stream.IntStream;

/**
 * How well a score tells odd things from usual ones: for every threshold what is flagged, which is whatever scores at
 * least as much, and the areas under the two curves that these thresholds trace. Immutable.
 *
 * <p>Equal scores cannot be told apart, so they are flagged together. The areas are those of scikit-learn's {@code
 * roc_auc_score} (trapezoids, which is the chance that an odd thing scores more than a usual one, equal scores counting
 * one half; Hanley and McNeil 1982) and {@code average_precision_score} (steps, without interpolation).
 */
public final class Detection {
    private final int odd;
    private final int usual;
    /** Things from the largest score down. */
    private final int[] order;
    /** Different scores, from the largest down. */
    private final float[] thresholds;
    /** Odd things that score at least as much, by threshold. */
    private final int[] oddFlagged;
    /** Usual things that score at least as much, by threshold. */
    private final int[] usualFlagged;

    /**
     * Of scores and of what is odd, {@code [n]} each.
     *
     * @param scores the larger the more suspect; single precision, so that a table can hold them exactly
     * @throws IllegalArgumentException if the lengths differ or a score is not a number
     */
    public Detection(float[] scores, boolean[] isOdd) {
        if (scores.length != isOdd.length) {
            throw new IllegalArgumentException(
                    "expected a score for each of " + isOdd.length + " things, got " + scores.length);
        }
        order = descending(scores);
        thresholds = new float[distinct(scores, order)];
        oddFlagged = new int[thresholds.length];
        usualFlagged = new int[thresholds.length];
        int oddSoFar = 0;
        int step = -1;
        for (int i = 0; i < order.length; i++) {
            if (i == 0 || scores[order[i]] != scores[order[i - 1]]) {
                thresholds[++step] = scores[order[i]];
            }
            oddSoFar += isOdd[order[i]] ? 1 : 0;
            oddFlagged[step] = oddSoFar;
            usualFlagged[step] = i + 1 - oddSoFar;
        }
        odd = oddSoFar;
        usual = order.length - oddSoFar;
    }

    private static int[] descending(float[] scores) {
        for (int i = 0; i < scores.length; i++) {
            if (Float.isNaN(scores[i])) {
                throw new IllegalArgumentException("the score of thing " + i + " is not a number");
            }
        }
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted((a, b) -> Float.compare(scores[b] + 0f, scores[a] + 0f))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int distinct(float[] scores, int[] order) {
        return (int) IntStream.range(0, order.length)
                .filter(i -> i == 0 || scores[order[i]] != scores[order[i - 1]])
                .count();
    }

    /** How many are odd. */
    public int odd() {
        return odd;
    }

    /** How many are not. */
    public int usual() {
        return usual;
    }

    /** The thing at a place, 0 the most suspect; of equal scores the earlier one first. */
    public int ranked(int place) {
        return order[place];
    }

    /** How many different scores there are, each of them a threshold. */
    public int steps() {
        return thresholds.length;
    }

    /** A threshold; 0 is the largest score. */
    public float threshold(int step) {
        return thresholds[step];
    }

    /** What is flagged at a threshold of the scores. */
    public Flagged at(int step) {
        return new Flagged(oddFlagged[step], odd, usualFlagged[step], usual);
    }

    /** What is flagged at any threshold: whatever scores at least as much. */
    public Flagged from(double threshold) {
        int low = 0;
        int high = thresholds.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (thresholds[middle] >= threshold) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? new Flagged(0, odd, 0, usual) : at(low - 1);
    }

    /**
     * What a threshold flags.
     *
     * @param odd how many odd things are flagged
     * @param ofOdd of so many
     * @param usual how many usual things are flagged
     * @param ofUsual of so many
     */
    public record Flagged(int odd, int ofOdd, int usual, int ofUsual) {
        /** Share of all things, 0 … 1. */
        public double share() {
            return share(odd + usual, ofOdd + ofUsual);
        }

        /** Share of the flagged that is odd; NaN where nothing is flagged. */
        public double precision() {
            return share(odd, odd + usual);
        }

        /** Share of the odd that is flagged; NaN where nothing is odd. */
        public double recall() {
            return share(odd, ofOdd);
        }

        /** Share of the usual that is flagged; NaN where everything is odd. */
        public double falseAlarms() {
            return share(usual, ofUsual);
        }

        private static double share(int part, int all) {
            return all == 0 ? Double.NaN : (double) part / all;
        }
    }

    /** Area under recall over false alarms, 0 … 1, one half by guessing; NaN where all things are of one kind. */
    public double rocArea() {
        long halves = 0;
        for (int step = 0; step < thresholds.length; step++) {
            int before = step == 0 ? 0 : oddFlagged[step - 1];
            int usualHere = usualFlagged[step] - (step == 0 ? 0 : usualFlagged[step - 1]);
            halves += (long) usualHere * (before + oddFlagged[step]);
        }
        return halves / 2.0 / odd / usual;
    }

    /** Average precision, the area under precision over recall in steps, 0 … 1; NaN where nothing is odd. */
    public double averagePrecision() {
        double sum = 0;
        for (int step = 0; step < thresholds.length; step++) {
            int found = oddFlagged[step] - (step == 0 ? 0 : oddFlagged[step - 1]);
            sum += found * at(step).precision();
        }
        return odd == 0 ? Double.NaN : sum / odd;
    }

    /**
     * The threshold whose share of false alarms is the largest that is not beyond {@code most}; the largest score where
     * each is.
     */
    public float thresholdFor(double most) {
        int step = (int) IntStream.range(0, thresholds.length)
                .filter(i -> at(i).falseAlarms() <= most)
                .count();
        return thresholds[Math.max(0, step - 1)];
    }
}
