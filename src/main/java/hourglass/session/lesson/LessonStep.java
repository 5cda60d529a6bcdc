package hourglass.session.lesson;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One step of an evening: a question, a vote, something to run, and what it teaches. Its answer is a rule on a measured
 * number. As it stands in its file; {@link LessonRules} says whether it makes sense.
 *
 * @param id name of its file
 * @param part of the deck, 1 … 9, or 10 for what lies beyond it
 * @param open what is on the screen meanwhile
 * @param run what is measured
 * @param answer which option the measured number makes right
 * @param words all that is read
 * @param time what it costs
 */
public record LessonStep(String id, int part, Opening open, Run run, Answer answer, Words words, Time time) {
    /**
     * What is on the screen while a step is talked about.
     *
     * @param view such as {@code train}
     * @param network a shipped network to show there
     * @param where the part of the view that is asked about, by the id of its node
     */
    public record Opening(String view, Optional<String> network, Optional<String> where) {}

    /**
     * What is measured.
     *
     * @param experiment of those there are
     * @param networks shipped networks it is about
     * @param settings numbers it asks for, each by name; those left out are as usual
     */
    public record Run(Trial experiment, List<String> networks, Map<String, Double> settings) {
        /** Copies both. */
        public Run {
            networks = List.copyOf(networks);
            settings = Map.copyOf(settings);
        }
    }

    /**
     * When which option is right.
     *
     * @param key letter of the option that should be
     * @param measure name of the number that decides
     * @param least it must not be smaller than this
     * @param most it must not be larger than this
     * @param figure the number in large letters, with placeholders
     */
    public record Answer(String key, String measure, Optional<Double> least, Optional<Double> most, String figure) {
        /** Whether the number makes the key the right answer. */
        public boolean passes(double value) {
            return value >= least.orElse(Double.NEGATIVE_INFINITY) && value <= most.orElse(Double.POSITIVE_INFINITY);
        }

        /** Place of the key among the options, 0 the first. */
        public int option() {
            return key.charAt(0) - 'A';
        }
    }

    /**
     * Everything that is read; a translation has these and nothing else.
     *
     * @param title a word or two
     * @param question at most 30 words
     * @param options two to four
     * @param reveal what was measured, with placeholders such as <code>{error:4}</code>
     * @param takeaway at most 12 words
     * @param goal what to try with the mouse for a minute
     * @param note for who leads
     */
    public record Words(
            String title,
            String question,
            List<String> options,
            String reveal,
            String takeaway,
            String goal,
            String note) {
        /** Copies the options. */
        public Words {
            options = List.copyOf(options);
        }
    }

    /**
     * What a step costs.
     *
     * @param minutes with talking
     * @param kernel whether it belongs to the short evening
     */
    public record Time(double minutes, boolean kernel) {}

    /** The same in other words. */
    public LessonStep in(Words other) {
        return new LessonStep(id, part, open, run, answer, other, time);
    }
}
