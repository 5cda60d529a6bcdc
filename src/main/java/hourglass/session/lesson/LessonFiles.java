package hourglass.session.lesson;

import hourglass.engine.store.Json;
import hourglass.engine.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads evenings: a file {@code evening.json} that names the steps, a file for each, and their words in other languages. */
public final class LessonFiles {
    /** The file that names the steps. */
    public static final String EVENING = "evening.json";

    /** Those that came with the program. */
    public static final Source SHIPPED = name -> LessonFiles.class.getResourceAsStream("/lessons/" + name);

    /** The file of what was measured another day. */
    public static final String KEPT_RUNS = "kept.json";

    private static final String ENDING = ".json";
    private static final int MAX_LENGTH = 20_000;
    private static final int MAX_TOKENS = 2_000;
    private static final int MAX_STEPS = 100;
    private static final Json<Evening.Contents> CONTENTS =
            new Json<>("the evening", Evening.Contents.class, MAX_LENGTH, MAX_TOKENS);
    private static final Json<LessonStep> STEP = new Json<>("the step", LessonStep.class, MAX_LENGTH, MAX_TOKENS);
    private static final Json<LessonStep.Words> WORDS =
            new Json<>("the translation", LessonStep.Words.class, MAX_LENGTH, MAX_TOKENS);

    private static final Json<Evening.Kept> KEPT =
            new Json<>("the kept runs", Evening.Kept.class, MAX_LENGTH, MAX_TOKENS);

    private final Source source;
    private final String language;
    private final List<String> problems = new ArrayList<>();

    /** Where the files come from. */
    @FunctionalInterface
    public interface Source {
        /** The bytes of a file by its name, such as {@code evening.json} or {@code de/race.json}; null where there is none. */
        @Nullable
        InputStream open(String name) throws IOException;

        /** The files of a folder. */
        static Source folder(Path folder) {
            return name -> {
                Path file = folder.resolve(name);
                return Files.isRegularFile(file) ? Files.newInputStream(file) : null;
            };
        }
    }

    /** An evening that does not hold to the rules; the message is the first sentence. */
    public static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1L;
        private final transient List<String> sentences;

        RefusedException(List<String> sentences) {
            super(sentences.get(0));
            this.sentences = List.copyOf(sentences);
        }

        /** One for each thing that is wrong, each naming file, step and field. */
        public List<String> sentences() {
            return sentences;
        }
    }

    private LessonFiles(Source source, String language) {
        this.source = source;
        this.language = language;
    }

    /**
     * An evening in a language, as far as it is translated; else in the language of its steps.
     *
     * @param language two small letters, or empty
     * @throws RefusedException with all that is wrong
     * @throws IOException if a file cannot be read
     */
    public static Evening read(Source source, String language) throws IOException {
        return new LessonFiles(source, language).evening();
    }

    /** What {@link #KEPT_RUNS} is to hold. */
    public static String written(Evening.Kept kept) throws StoreException {
        return KEPT.write(kept);
    }

    private Evening evening() throws IOException {
        Optional<Evening.Contents> contents = parsed(CONTENTS, EVENING, EVENING);
        if (contents.isEmpty() && problems.isEmpty()) {
            problems.add("There is no " + EVENING + " there, which names the steps of an evening.");
        }
        List<LessonStep> steps = new ArrayList<>();
        if (contents.isPresent()) {
            check(contents.get());
            for (String id : contents.get().steps()) {
                if (isName(id)) {
                    step(id).ifPresent(steps::add);
                }
            }
        }
        Optional<Evening.Kept> kept = parsed(KEPT, KEPT_RUNS, KEPT_RUNS);
        if (!problems.isEmpty()) {
            throw new RefusedException(problems);
        }
        Evening.Contents held = contents.orElseThrow();
        return new Evening(held.title(), steps, held.goals(), kept.orElse(Evening.Kept.NONE));
    }

    private void check(Evening.Contents contents) {
        if (contents.steps().isEmpty() || contents.steps().size() > MAX_STEPS) {
            problems.add(EVENING + ": the field steps must name 1 to " + MAX_STEPS + " steps, not "
                    + contents.steps().size() + ".");
        }
        if (contents.title().isBlank()) {
            problems.add(EVENING + ": the field title must not be empty.");
        }
        Set<String> seen = new HashSet<>();
        for (String id : contents.steps()) {
            if (!isName(id)) {
                problems.add(EVENING + ": the field steps names \"" + id
                        + "\"; a name is made of small letters, digits and hyphens.");
            } else if (!seen.add(id)) {
                problems.add(EVENING + ": the field steps names " + id + " twice.");
            }
        }
    }

    private static boolean isName(String id) {
        return id.matches("[a-z0-9-]{1,60}");
    }

    private Optional<LessonStep> step(String id) throws IOException {
        String file = id + ENDING;
        int before = problems.size();
        Optional<LessonStep> step = parsed(STEP, file, file + ", step " + id);
        if (step.isEmpty()) {
            if (problems.size() == before) {
                problems.add(EVENING + ": the step " + id + " has no file " + file + ".");
            }
            return step;
        }
        tell(file, id, LessonRules.breaches(step.get(), id));
        return Optional.of(translated(step.get()));
    }

    private LessonStep translated(LessonStep step) throws IOException {
        String file = language + "/" + step.id() + ENDING;
        Optional<LessonStep.Words> words =
                language.isEmpty() ? Optional.empty() : parsed(WORDS, file, file + ", step " + step.id());
        words.ifPresent(found -> {
            List<String> breaches = new ArrayList<>(LessonRules.breaches(step, found));
            if (found.options().size() != step.words().options().size()) {
                breaches.add("the field options must have as many answers as the step has");
            }
            tell(file, step.id(), breaches);
        });
        return words.map(step::in).orElse(step);
    }

    private void tell(String file, String id, List<String> breaches) {
        breaches.forEach(breach -> problems.add(file + ", step " + id + ": " + breach + "."));
    }

    /** What a file holds; empty where there is none, or where it is not accepted, which is then among the problems. */
    private <T> Optional<T> parsed(Json<T> json, String file, String name) throws IOException {
        try (InputStream in = source.open(file)) {
            return in == null ? Optional.empty() : Optional.of(json.read(in.readNBytes(4 * MAX_LENGTH), name));
        } catch (StoreException refused) {
            problems.add(String.valueOf(refused.getMessage()));
            return Optional.empty();
        }
    }
}
