package hourglass.session.lesson;

import hourglass.session.lesson.LessonRecord.OfStep;
import hourglass.session.lesson.LessonRecord.Reveal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What an evening came to: its steps with votes and measured numbers, and the sentences that the room got wrong. No names
 * in it. Immutable.
 *
 * @param title of the evening
 * @param rows one for each step that was measured, in the order in which they were played
 */
public record EveningSummary(String title, List<Row> rows) {
    /** Copies the rows. */
    public EveningSummary {
        rows = List.copyOf(rows);
    }

    /**
     * A step.
     *
     * @param step what it asked
     * @param record what became of it
     * @param reveal what was measured
     */
    public record Row(LessonStep step, OfStep record, Reveal reveal) {
        /** Whether the measurement made the key of the step right. */
        public boolean holds() {
            return LessonPlay.holds(step, reveal);
        }

        /** Share of the votes of the first round for the right answer; NaN where nobody voted or none is right. */
        public double first() {
            return share(record.first());
        }

        /** The same of the second round. */
        public double second() {
            return share(record.second());
        }

        private double share(List<Integer> votes) {
            int total = OfStep.total(votes);
            return total == 0 || !holds()
                    ? Double.NaN
                    : (double) votes.get(step.answer().option()) / total;
        }

        /** What was measured, in words. */
        public String measured() {
            return reveal.measured().fill(step.words().reveal());
        }

        /** The measured number as it stood in large. */
        public String figure() {
            return reveal.measured().fill(step.answer().figure());
        }

        /** The sentence to keep. */
        public String takeaway() {
            return reveal.measured().fill(step.words().takeaway());
        }
    }

    /** Of an evening as it stands. */
    public static EveningSummary of(LessonPlay play) {
        List<Row> rows = new ArrayList<>();
        for (LessonStep step : play.evening().steps()) {
            Optional<Reveal> reveal = play.of(step).reveal();
            reveal.ifPresent(found -> rows.add(new Row(step, play.of(step), found)));
        }
        return new EveningSummary(play.evening().title(), rows);
    }

    /** At most {@code most} steps whose answer the fewest expected, those first that the room was furthest from. */
    public List<Row> surprises(int most) {
        return rows.stream()
                .filter(row -> row.first() < 1)
                .sorted(Comparator.comparingDouble(Row::first))
                .limit(most)
                .toList();
    }

    /** Share of all first votes that were right; NaN without any. */
    public double first() {
        return rows.stream()
                .mapToDouble(Row::first)
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
    }

    /** Share of all second votes that were right; NaN without any. */
    public double second() {
        return rows.stream()
                .mapToDouble(Row::second)
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
    }
}
