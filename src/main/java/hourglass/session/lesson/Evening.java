package hourglass.session.lesson;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Steps in their order. Immutable.
 *
 * @param title of all of it
 * @param steps at least one
 * @param goals small things to try when the steps are over
 * @param kept what was measured of some steps another day, which stands in where time is short
 */
public record Evening(String title, List<LessonStep> steps, List<String> goals, Kept kept) {
    /** Copies both. */
    public Evening {
        steps = List.copyOf(steps);
        goals = List.copyOf(goals);
    }

    /**
     * What was measured another day, as it stands in {@code kept.json}.
     *
     * @param day such as 2026-11-28
     * @param runs by id of the step
     */
    public record Kept(String day, Map<String, Measured> runs) {
        /** Nothing. */
        public static final Kept NONE = new Kept("", Map.of());

        /** Copies the map. */
        public Kept {
            runs = Map.copyOf(runs);
        }

        /** What stands in for a step; only for one that takes long. */
        public Optional<LessonRecord.Reveal> of(LessonStep step) {
            return Optional.ofNullable(runs.get(step.id()))
                    .filter(run -> step.run().experiment().isSlow())
                    .map(run -> new LessonRecord.Reveal(run, Optional.of(day)));
        }
    }

    /**
     * As it stands in {@code evening.json}.
     *
     * @param title of all of it
     * @param steps names of the files of the steps without their ending, in the order in which they are played
     * @param goals small things to try when the steps are over
     */
    public record Contents(String title, List<String> steps, List<String> goals) {
        /** Copies both. */
        public Contents {
            steps = List.copyOf(steps);
            goals = List.copyOf(goals);
        }
    }

    /** Those of the short evening; all where none is marked. */
    public List<LessonStep> kernel() {
        List<LessonStep> kernel =
                steps.stream().filter(step -> step.time().kernel()).toList();
        return kernel.isEmpty() ? steps : kernel;
    }
}
