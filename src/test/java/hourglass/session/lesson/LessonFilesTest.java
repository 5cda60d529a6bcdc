package hourglass.session.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LessonFilesTest {
    private static final String EVENING = "{\"title\": \"Ours\", \"steps\": [\"race\"], \"goals\": []}";

    private final Map<String, String> files = new HashMap<>();

    private static String shipped(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(LessonFiles.SHIPPED.open(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private InputStream open(String name) {
        String text = files.get(name);
        return text == null ? null : new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> sentences(String race) {
        files.put("evening.json", EVENING);
        files.put("race.json", race);
        return assertThrows(LessonFiles.RefusedException.class, () -> LessonFiles.read(this::open, ""))
                .sentences();
    }

    @Test
    void allStepsOfTheEveningAreThereAndItsShortFormHasSixteen() throws IOException {
        Evening evening = LessonFiles.read(LessonFiles.SHIPPED, "");
        assertEquals(24, evening.steps().size());
        assertEquals(16, evening.kernel().size());
        assertEquals(12, evening.goals().size());
    }

    @Test
    void stepsAreReadInAnotherLanguageAsFarAsTheyAreTranslated() throws IOException {
        List<LessonStep> steps = LessonFiles.read(LessonFiles.SHIPPED, "de").steps();
        assertEquals("Ein Maßstab", steps.get(2).words().title());
        assertEquals("C", steps.get(2).answer().key());
        assertEquals("What pixels know", steps.get(1).words().title());
        files.put("evening.json", EVENING);
        files.put("race.json", shipped("race.json"));
        files.put("xx/race.json", shipped("de/again.json"));
        assertTrue(assertThrows(LessonFiles.RefusedException.class, () -> LessonFiles.read(this::open, "xx"))
                .sentences()
                .contains("xx/race.json, step race: the field options must have as many answers as the step has."));
    }

    @Test
    void eachPartOfTheDeckHasItsSteps() throws IOException {
        assertEquals(
                IntStream.rangeClosed(1, 10).boxed().collect(Collectors.toSet()),
                LessonFiles.read(LessonFiles.SHIPPED, "").steps().stream()
                        .map(LessonStep::part)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void aStepThatIsAsItShouldBeIsAccepted() throws IOException {
        files.put("evening.json", EVENING);
        files.put("race.json", shipped("race.json"));
        assertEquals("race", LessonFiles.read(this::open, "").steps().get(0).id());
    }

    @Test
    void aSentenceNamesFileStepAndField() throws IOException {
        String race = shipped("race.json");
        assertEquals(
                List.of(
                        "race.json, step race: the field open.view must be one of data, train, reconstruct, inside, map, "
                                + "denoise, latent, oddities, runs, not \"trains\"."),
                sentences(race.replace("\"view\": \"train\"", "\"view\": \"trains\"")));
        assertEquals(
                List.of("race.json, step race: the field answer.key must be a letter from A to D, not \"E\"."),
                sentences(race.replace("\"key\": \"B\"", "\"key\": \"E\"")));
        assertTrue(sentences(race.replace("{pca:4}", "{pcb:4}"))
                .get(0)
                .startsWith(
                        "race.json, step race: the field words.reveal has a placeholder {pcb} that the experiment race"
                                + " does not measure; there are before, clipped-epoch,"));
        assertEquals(
                List.of("race.json, step race: the field words.takeaway has 14 words, at most 12 are allowed."),
                sentences(race.replace("A baseline makes a race of it.", "a b c d e f g h i j k l m n")));
    }

    @Test
    void whatIsMissingOrTooMuchIsNamedToo() throws IOException {
        String race = shipped("race.json");
        String without = sentences(race.replace("\"part\": 5,", "")).get(0);
        assertTrue(without.startsWith("race.json, step race was not accepted: "), without);
        assertTrue(without.contains("part"), without);
        String unknown = sentences(race.replace("\"part\": 5,", "\"part\": 5, \"colour\": 1,"))
                .get(0);
        assertTrue(unknown.contains("colour"), unknown);
        String experiment = sentences(race.replace("\"experiment\": \"race\"", "\"experiment\": \"rice\""))
                .get(0);
        assertTrue(experiment.contains("experiment"), experiment);
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() throws IOException {
        assertEquals(
                2,
                sentences(shipped("race.json")
                                .replace("\"key\": \"B\"", "\"key\": \"E\"")
                                .replace("\"view\": \"train\"", "\"view\": \"trains\""))
                        .size());
    }

    @Test
    void anEveningNeedsItsFileAndItsStepsTheirs() {
        assertEquals(
                "There is no evening.json there, which names the steps of an evening.",
                assertThrows(LessonFiles.RefusedException.class, () -> LessonFiles.read(this::open, ""))
                        .getMessage());
        files.put("evening.json", EVENING);
        assertEquals(
                "evening.json: the step race has no file race.json.",
                assertThrows(LessonFiles.RefusedException.class, () -> LessonFiles.read(this::open, ""))
                        .getMessage());
        files.put("evening.json", EVENING.replace("\"race\"", "\"../race\""));
        assertEquals(
                "evening.json: the field steps names \"../race\"; a name is made of small letters, digits and hyphens.",
                assertThrows(LessonFiles.RefusedException.class, () -> LessonFiles.read(this::open, ""))
                        .getMessage());
    }
}
