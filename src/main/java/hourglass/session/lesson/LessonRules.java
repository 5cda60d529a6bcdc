package hourglass.session.lesson;

import hourglass.core.spec.Preset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;

/** What a step must hold to, beyond being well formed; each breach is a phrase that names the field. */
final class LessonRules {
    static final int QUESTION_WORDS = 30;
    static final int TAKEAWAY_WORDS = 12;
    private static final int PARTS = 10;
    private static final int MOST_OPTIONS = 4;
    private static final double MOST_MINUTES = 30;

    /** Views a step may open, by the ids that they have in the window. */
    static final List<String> VIEWS =
            List.of("data", "train", "reconstruct", "inside", "map", "denoise", "latent", "oddities", "runs");

    private final LessonStep step;
    private final List<String> breaches = new ArrayList<>();

    private LessonRules(LessonStep step) {
        this.step = step;
    }

    /** All breaches of a step in a file of this name without its ending. */
    static List<String> breaches(LessonStep step, String fileName) {
        LessonRules rules = new LessonRules(step);
        rules.require(
                step.id().equals(fileName),
                "id",
                "must be the name of the file, " + fileName + ", not \"" + step.id() + "\"");
        rules.require(
                step.part() >= 1 && step.part() <= PARTS, "part", "must be 1 to " + PARTS + ", not " + step.part());
        rules.opening();
        rules.run();
        rules.answer();
        rules.breaches.addAll(breaches(step, step.words()));
        double minutes = step.time().minutes();
        rules.require(
                minutes > 0 && minutes <= MOST_MINUTES,
                "time.minutes",
                "must be more than 0 and at most 30, not " + minutes);
        return List.copyOf(rules.breaches);
    }

    /** Breaches of the words alone, which may be a translation. */
    static List<String> breaches(LessonStep step, LessonStep.Words words) {
        LessonRules rules = new LessonRules(step.in(words));
        rules.words();
        return List.copyOf(rules.breaches);
    }

    private void require(boolean held, String field, String phrase) {
        if (!held) {
            breaches.add("the field " + field + " " + phrase);
        }
    }

    private void opening() {
        String view = step.open().view();
        require(
                VIEWS.contains(view),
                "open.view",
                "must be one of " + String.join(", ", VIEWS) + ", not \"" + view + "\"");
        step.open().network().ifPresent(name -> network("open.network", name));
        step.open()
                .where()
                .ifPresent(id -> require(
                        id.matches("[a-z0-9-]+"),
                        "open.where",
                        "must be small letters, digits and hyphens, not \"" + id + "\""));
    }

    private void network(String field, String name) {
        require(
                Preset.byId(name).isPresent(),
                field,
                "names no shipped network: \"" + name + "\"; there are " + Preset.allIds());
    }

    private void run() {
        LessonStep.Run run = step.run();
        Trial.Needs needs = run.experiment().needs();
        int given = run.networks().size();
        String wanted = needs.least() == needs.most() ? "" + needs.least() : needs.least() + " to " + needs.most();
        require(
                given >= needs.least() && given <= needs.most(),
                "run.networks",
                "must name " + wanted + " for the experiment "
                        + run.experiment().id() + ", not " + given);
        run.networks().forEach(name -> network("run.networks", name));
        for (Map.Entry<String, Double> setting : run.settings().entrySet()) {
            String field = "run.settings." + setting.getKey();
            Set<String> known = new TreeSet<>(needs.settings().keySet());
            require(
                    known.contains(setting.getKey()),
                    field,
                    "is no setting of the experiment " + run.experiment().id()
                            + (known.isEmpty() ? ", which has none" : "; there are " + String.join(", ", known)));
            double value = setting.getValue();
            require(value >= 0 && value <= 1e6, field, "must be 0 to a million, not " + value);
        }
    }

    private void answer() {
        LessonStep.Answer answer = step.answer();
        int options = step.words().options().size();
        char last = (char) ('A' + Math.max(0, options - 1));
        boolean letter = answer.key().length() == 1
                && answer.key().charAt(0) >= 'A'
                && answer.key().charAt(0) <= last;
        require(letter, "answer.key", "must be a letter from A to " + last + ", not \"" + answer.key() + "\"");
        measured("answer.measure", answer.measure());
        require(
                answer.least().isPresent() || answer.most().isPresent(),
                "answer",
                "needs a least or a most that the measured number must keep to");
        Optional<Double> least = answer.least();
        require(
                least.isEmpty()
                        || answer.most().isEmpty()
                        || least.get() <= answer.most().get(),
                "answer.least",
                "must not be larger than answer.most");
        placeholders("answer.figure", answer.figure());
    }

    private void measured(String field, String name) {
        Trial trial = step.run().experiment();
        require(
                trial.measures().contains(name),
                field,
                "must be a number that the experiment " + trial.id() + " measures, not \"" + name + "\"; there are "
                        + String.join(", ", trial.measures()));
    }

    private void placeholders(String field, String text) {
        Matcher matcher = Measured.PLACEHOLDER.matcher(text);
        Trial trial = step.run().experiment();
        while (matcher.find()) {
            require(
                    trial.measures().contains(matcher.group(1)) || trial.named().contains(matcher.group(1)),
                    field,
                    "has a placeholder {" + matcher.group(1) + "} that the experiment " + trial.id()
                            + " does not measure; there are " + String.join(", ", trial.measures()));
        }
        String rest = matcher.replaceAll("");
        require(!rest.contains("{") && !rest.contains("}"), field, "has a bracket that is no placeholder");
    }

    private void words() {
        LessonStep.Words words = step.words();
        atMost("words.question", words.question(), QUESTION_WORDS);
        atMost("words.takeaway", words.takeaway(), TAKEAWAY_WORDS);
        atMost("words.title", words.title(), 6);
        int options = words.options().size();
        require(options >= 2 && options <= MOST_OPTIONS, "words.options", "must be 2 to 4, not " + options);
        words.options().forEach(option -> atMost("words.options", option, 8));
        atMost("words.reveal", words.reveal(), 60);
        placeholders("words.reveal", words.reveal());
        placeholders("words.takeaway", words.takeaway());
        atMost("words.goal", words.goal(), 40);
        atMost("words.note", words.note(), 120);
    }

    private void atMost(String field, String text, int most) {
        int count = text.isBlank() ? 0 : text.strip().split("\\s+", -1).length;
        require(count > 0, field, "must not be empty");
        require(count <= most, field, "has " + count + " words, at most " + most + " are allowed");
    }
}
