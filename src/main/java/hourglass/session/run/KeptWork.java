package hourglass.session.run;

import hourglass.core.spec.Experiment;
import hourglass.engine.model.Progress;
import hourglass.engine.model.RunId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A training of an earlier start of the program that nobody saved. Immutable.
 *
 * @param run which training
 * @param experiment what was trained
 * @param progress how far
 * @param when it was kept
 * @param file its newest weights
 * @param best the weights of its best epoch, where that is another
 */
public record KeptWork(
        RunId run, Experiment experiment, Progress progress, Instant when, Path file, Optional<Best> best) {
    /**
     * The best epoch of a run, by its loss on the test images.
     *
     * @param file its weights
     * @param epochs passes over the training images they had seen
     */
    public record Best(Path file, int epochs) {}

    /**
     * All of it, newest first, with what the user should know about it.
     *
     * @param works what is offered
     * @param troubles sentences about what could not be looked at and was left where it is
     * @param bytes on disk in all, this start's own included
     */
    public record Shelf(List<KeptWork> works, List<String> troubles, long bytes) {
        static final Shelf EMPTY = new Shelf(List.of(), List.of(), 0);

        /** Copies the lists. */
        public Shelf {
            works = List.copyOf(works);
            troubles = List.copyOf(troubles);
        }
    }
}
