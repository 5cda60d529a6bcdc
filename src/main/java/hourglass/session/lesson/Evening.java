package hourglass.session.lesson;

import java.util.List;

/**
 * Steps in their order. Immutable.
 *
 * @param title of all of it
 * @param steps at least one
 * @param goals small things to try when the steps are over
 */
public record Evening(String title, List<LessonStep> steps, List<String> goals) {
    /** Copies both. */
    public Evening {
        steps = List.copyOf(steps);
        goals = List.copyOf(goals);
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
