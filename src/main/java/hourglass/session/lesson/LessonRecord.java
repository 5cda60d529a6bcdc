package hourglass.session.lesson;

import java.util.List;
import java.util.Optional;

/**
 * What became of an evening so far, as it is kept from one start of the program to the next. Immutable; no names in it.
 *
 * @param evening its title
 * @param kernel whether only the steps of the short evening are played
 * @param position of the step the room is at, from 0; the number of steps when it is over
 * @param steps of all that were begun
 */
public record LessonRecord(String evening, boolean kernel, int position, List<OfStep> steps) {
    /** Copies the list. */
    public LessonRecord {
        steps = List.copyOf(steps);
    }

    /** How far a step has come. */
    public enum Stage {
        /** Votes are counted and hidden. */
        VOTING,
        /** The vote is closed or was skipped; bars are shown and the step can be run. */
        VOTED,
        /** Votes are counted again, after talking. */
        VOTING_AGAIN,
        /** Both votes are shown. */
        VOTED_AGAIN,
        /** It is being measured. */
        RUNNING,
        /** What was measured is shown. */
        REVEALED,
        /** The mouse goes round. */
        TRYING;

        /** Whether votes are counted now. */
        public boolean isOpen() {
            return this == VOTING || this == VOTING_AGAIN;
        }

        /** Whether there is an answer. */
        public boolean isRevealed() {
            return this == REVEALED || this == TRYING;
        }

        /** Whether it can be measured now. */
        public boolean mayRun() {
            return this == VOTED || this == VOTED_AGAIN;
        }
    }

    /**
     * What became of a step.
     *
     * @param id of the step
     * @param stage how far it has come
     * @param first votes for each option before talking
     * @param second votes after it; none where there was no second vote
     * @param skipped whether the vote was skipped
     * @param reveal what was measured
     */
    public record OfStep(
            String id,
            Stage stage,
            List<Integer> first,
            List<Integer> second,
            boolean skipped,
            Optional<Reveal> reveal) {
        /** Copies the lists. */
        public OfStep {
            first = List.copyOf(first);
            second = List.copyOf(second);
        }

        /** Before anything happened. */
        static OfStep begun(LessonStep step) {
            return new OfStep(
                    step.id(),
                    Stage.VOTING,
                    step.words().options().stream().map(option -> 0).toList(),
                    List.of(),
                    false,
                    Optional.empty());
        }

        OfStep at(Stage next) {
            return new OfStep(id, next, first, second, skipped, reveal);
        }

        OfStep counted(List<Integer> votes) {
            return stage == Stage.VOTING_AGAIN
                    ? new OfStep(id, stage, first, votes, skipped, reveal)
                    : new OfStep(id, stage, votes, second, skipped, reveal);
        }

        /** The votes that are counted now, or were counted last. */
        List<Integer> current() {
            return second.isEmpty() ? first : second;
        }

        /** How many votes there were in a round. */
        public static int total(List<Integer> votes) {
            return votes.stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * What was measured.
     *
     * @param measured the numbers
     * @param kept day of the run that stood in; empty where it was measured in front of the room
     */
    public record Reveal(Measured measured, Optional<String> kept) {}
}
