package hourglass.engine.store;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hourglass.core.spec.Activation;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.DenseSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Loss;
import hourglass.core.spec.NoiseKind;
import hourglass.core.spec.NoiseSpec;
import hourglass.core.spec.Preset;
import hourglass.core.spec.TrainingSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExperimentJsonTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> FIELDS = List.of(
            "format",
            "version",
            "preset",
            "data",
            "data.name",
            "data.fingerprint",
            "model",
            "model.family",
            "model.inputSize",
            "model.hidden",
            "model.codeSize",
            "model.hiddenActivation",
            "model.codeActivation",
            "model.loss",
            "noise",
            "noise.kind",
            "noise.level",
            "training",
            "training.epochs",
            "training.batchSize",
            "training.learningRate",
            "seed");

    private static String write(Experiment experiment) {
        return assertDoesNotThrow(() -> ExperimentJson.compact(experiment));
    }

    private static Experiment read(String text, String name) throws StoreException {
        return ExperimentJson.TEXT
                .read(text.getBytes(StandardCharsets.UTF_8), name)
                .experiment();
    }

    @Test
    void everyPresetComesBackEqual() throws IOException {
        for (Preset preset : Preset.values()) {
            Experiment experiment = preset.experiment(new DataSpec("Fashion-MNIST", "f".repeat(259)), 784, 7);
            assertEquals(experiment, read(write(experiment), "x.json"));
        }
    }

    @Test
    void randomExperimentsComeBackEqual() throws IOException {
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            Experiment experiment = randomExperiment(random);
            assertEquals(experiment, read(write(experiment), "x.json"));
        }
    }

    private static Experiment randomExperiment(Random random) {
        List<Integer> hidden = new ArrayList<>();
        for (int i = random.nextInt(7); i > 0; i--) {
            hidden.add(1 + random.nextInt(512));
        }
        StringBuilder name = new StringBuilder();
        random.ints(random.nextInt(20), 0, 0x10000).forEach(c -> name.append((char) c));
        DenseSpec model = new DenseSpec(
                1 + random.nextInt(4096),
                hidden,
                1 + random.nextInt(512),
                pick(List.of(Activation.values()), random),
                pick(List.of(Activation.values()), random),
                pick(List.of(Loss.values()), random));
        return new Experiment(
                "custom",
                new DataSpec(name.toString(), ""),
                model,
                new NoiseSpec(NoiseKind.MASKING, random.nextDouble()),
                new TrainingSpec(random.nextInt(10_001), 1 + random.nextInt(4096), 1e-6 + random.nextDouble()),
                random.nextLong());
    }

    private static <T> T pick(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    @Test
    void theTextIsWhatEarlierVersionsWrote() throws IOException {
        String text = "{\"format\":\"hourglass-experiment\",\"version\":1,\"preset\":\"stacked-30\",\"data\":"
                + "{\"name\":\"Sketchwear\",\"fingerprint\":\"ab\"},\"model\":{\"family\":\"dense\",\"inputSize\":784,"
                + "\"hidden\":[100],\"codeSize\":30,\"hiddenActivation\":\"relu\",\"codeActivation\":\"relu\","
                + "\"loss\":\"mean-squared-error\"},\"noise\":{\"kind\":\"none\",\"level\":0.0},\"training\":"
                + "{\"epochs\":10,\"batchSize\":32,\"learningRate\":0.001},\"seed\":7}";
        Experiment experiment = Preset.STACKED_30.experiment(new DataSpec("Sketchwear", "ab"), 784, 7);
        assertEquals(text, write(experiment));
        assertEquals(experiment, read(text, "x.json"));
    }

    @Test
    void aClassLeftOutIsWrittenAndReadAndOnlyThere() throws IOException {
        Experiment all = Preset.STACKED_30.experiment(new DataSpec("Sketchwear", "ab"), 784, 7);
        Experiment fewer = all.withData(all.data().without(Optional.of("Bag")));
        String text = write(fewer);
        assertTrue(
                text.contains("\"data\":{\"name\":\"Sketchwear\",\"fingerprint\":\"ab\",\"without\":\"Bag\"}"), text);
        assertEquals(fewer, read(text, "x.json"));
    }

    @Test
    void eachMissingFieldIsNamed() throws IOException {
        for (String field : FIELDS) {
            ObjectNode json = sample();
            parent(json, field).remove(last(field));
            Sentences.assertClear(refused(json.toString()), "x.json", "\"" + field + "\" is missing");
        }
    }

    @Test
    void eachFieldOfAWrongTypeIsNamed() throws IOException {
        for (String field : FIELDS) {
            for (String wrong : List.of("null", "true", "[[]]", "{}", "1.5", "\"x\"", "99999999999999999999")) {
                ObjectNode json = sample();
                JsonNode value = MAPPER.readTree(wrong);
                if (fits(field, value)) {
                    continue;
                }
                parent(json, field).set(last(field), value);
                StoreException thrown = refused(json.toString());
                boolean nested = wrong.equals("{}") && FIELDS.stream().anyMatch(f -> f.startsWith(field + "."));
                boolean item = wrong.equals("[[]]")
                        && parent(sample(), field).get(last(field)).isArray();
                Sentences.assertClear(thrown, "\"" + field + (nested ? "." : item ? "[0]" : "\""));
            }
        }
    }

    /** Values that are of the field's type; whether they are in range is another test. */
    private static boolean fits(String field, JsonNode value) {
        return switch (last(field)) {
            case "preset", "name", "fingerprint" -> value.isTextual();
            case "level", "learningRate" -> value.isNumber();
            default -> false;
        };
    }

    @Test
    void anUnknownFieldIsNamed() throws IOException {
        for (String field : List.of("extra", "data.extra", "model.extra", "noise.extra", "training.extra")) {
            ObjectNode json = sample();
            parent(json, field).put(last(field), 1);
            Sentences.assertClear(refused(json.toString()), "\"" + field + "\" is unknown");
        }
    }

    @Test
    void numbersThatAreNotFiniteAreRefused() throws IOException {
        String good = sample().toString();
        for (String number : List.of("1e999", "-1e999", "NaN", "Infinity")) {
            StoreException thrown = refused(good.replace("\"level\":0.0", "\"level\":" + number));
            Sentences.assertClear(thrown, "x.json was not accepted: ");
        }
        Sentences.assertClear(
                refused(good.replace("\"level\":0.0", "\"level\":1e999")), "\"noise.level\" must be a finite");
    }

    @Test
    void valuesOutOfRangeAreRefusedInTheWordsOfTheSpec() throws IOException {
        String good = sample().toString();
        Sentences.assertClear(
                refused(good.replace("\"codeSize\":64", "\"codeSize\":0")),
                "Code size must be between 1 and 4096; got 0.");
        Sentences.assertClear(
                refused(good.replace("\"hidden\":[]", "\"hidden\":[1,1,1,1,1,1,1]")),
                "must be between 0 and 6; got 7.");
        Sentences.assertClear(
                refused(good.replace("\"epochs\":10", "\"epochs\":-1")), "Epochs must be between 0 and 10000");
        Sentences.assertClear(
                refused(good.replace("\"level\":0.0", "\"level\":0.5")), "Without noise the level must be 0; got 0.5.");
    }

    @Test
    void otherFormatsVersionsAndFamiliesAreRefused() throws IOException {
        String good = sample().toString();
        Sentences.assertClear(refused(good.replace("hourglass-experiment", "recipe")), "\"format\"", "\"recipe\"");
        Sentences.assertClear(refused(good.replace("\"version\":1", "\"version\":2")), "\"version\" is 2");
        Sentences.assertClear(refused(good.replace("\"dense\"", "\"gan\"")), "\"model.family\"", "\"gan\"");
        Sentences.assertClear(refused(good.replace("\"relu\"", "\"RELU\"")), "one of relu, tanh", "\"RELU\"");
    }

    @Test
    void textThatIsNoSingleObjectIsRefused() throws IOException {
        String good = sample().toString();
        String twice = good.replace("\"seed\":7", "\"seed\":7,\"seed\":8");
        List<String> bad = List.of("", " ", "[]", "7", "null", "{", good + "x", good + good, good.substring(1), twice);
        for (String text : bad) {
            Sentences.assertClear(refused(text), "x.json was not accepted: ");
        }
        Sentences.assertClear(refused(twice), "given twice");
    }

    @Test
    void textTooLongTooDeepOrTooRichIsRefused() throws IOException {
        String good = sample().toString();
        Sentences.assertClear(refused(good + " ".repeat(ExperimentJson.MAX_LENGTH)), "at most 65536");
        Sentences.assertClear(refused("[".repeat(60_000)), "nested too deeply");
        Sentences.assertClear(refused("[" + "1,".repeat(30_000) + "1]"), "too many parts");
        Sentences.assertClear(refused("{\"seed\":" + "9".repeat(60_000) + "}"), "x.json");
        Experiment long64 = Samples.experiment(4, 2).withData(new DataSpec("x".repeat(70_000), ""));
        assertThrows(Refusal.class, () -> ExperimentJson.compact(long64));
    }

    @Test
    void twoThousandMutationsAreRefusedClearlyOrMakeAnExperiment() throws IOException {
        String good = sample().toString();
        Random random = new Random(11);
        int refused = 0;
        for (int i = 0; i < 2000; i++) {
            String text = mutated(good, random);
            try {
                Experiment read = read(text, "x.json");
                assertEquals(read, read(write(read), "again"));
            } catch (StoreException expected) {
                Sentences.assertClear(expected, "x.json");
                refused++;
            }
        }
        assertTrue(refused > 1000, "only " + refused + " refused");
    }

    private static String mutated(String good, Random random) {
        String alphabet = "{}[]\",:0123456789.eE-+nulltruefas\\ \u0000ü\ud83d";
        StringBuilder text = new StringBuilder(good);
        for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
            int at = random.nextInt(text.length());
            char letter = alphabet.charAt(random.nextInt(alphabet.length()));
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(at, letter);
                case 1 -> text.insert(at, letter);
                case 2 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(8)));
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(40))));
            }
        }
        return text.toString();
    }

    private static ObjectNode sample() throws IOException {
        Experiment experiment = Preset.DENSE_64.experiment(new DataSpec("Fashion-MNIST", "ab"), 784, 7);
        return (ObjectNode) MAPPER.readTree(write(experiment));
    }

    private static StoreException refused(String text) {
        return assertThrows(StoreException.class, () -> read(text, "x.json"), text);
    }

    private static ObjectNode parent(ObjectNode json, String field) {
        return field.contains(".") ? (ObjectNode) json.get(field.substring(0, field.indexOf('.'))) : json;
    }

    private static String last(String field) {
        return field.substring(field.indexOf('.') + 1);
    }
}
