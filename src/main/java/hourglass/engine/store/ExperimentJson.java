package hourglass.engine.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.InvalidSpecException;
import hourglass.core.spec.NoiseKind;
import hourglass.core.spec.NoiseSpec;
import hourglass.core.spec.TrainingSpec;

/**
 * An {@link Experiment} as versioned JSON of at most 64 kB, and back: every field must be there, of its type and in its
 * range, and no other. Numbers come back bit for bit.
 */
public final class ExperimentJson {
    /** Most characters of the text. */
    public static final int MAX_LENGTH = 64 * 1024;

    static final String FORMAT = "hourglass-experiment";
    static final int VERSION = 1;
    private static final String WHAT = "the experiment";
    private static final JsonText TEXT = new JsonText(WHAT, MAX_LENGTH, 2000);

    private ExperimentJson() {}

    /**
     * Compact JSON in ASCII.
     *
     * @throws StoreException if it would be longer than {@link #MAX_LENGTH}
     */
    public static String write(Experiment experiment) throws StoreException {
        try {
            return compact(experiment);
        } catch (Refusal refusal) {
            throw new StoreException("The experiment was not written: " + refusal.phrase() + ".", refusal);
        }
    }

    /**
     * The experiment a text describes.
     *
     * @param text the JSON
     * @param name how messages call the source, usually a file name
     * @throws StoreException if anything is wrong, with one sentence that names the field
     */
    public static Experiment read(String text, String name) throws StoreException {
        try {
            return parse(text);
        } catch (Refusal refusal) {
            throw new StoreException(name + " was not accepted: " + refusal.phrase() + ".", refusal);
        }
    }

    static String compact(Experiment experiment) throws Refusal {
        return TEXT.compact(tree(experiment));
    }

    static Experiment parse(String text) throws Refusal {
        return read(StrictObject.root(TEXT.parse(text), WHAT));
    }

    static ObjectNode tree(Experiment experiment) throws Refusal {
        ObjectNode json = JsonText.object().put("format", FORMAT).put("version", VERSION);
        json.put("preset", experiment.preset());
        json.putObject("data")
                .put("name", experiment.data().name())
                .put("fingerprint", experiment.data().fingerprint());
        json.set("model", ModelSpecJson.write(experiment.model()));
        NoiseSpec noise = experiment.noise();
        ObjectNode spoilt =
                json.putObject("noise").put("kind", Choices.word(noise.kind())).put("level", noise.level());
        if (noise.isRange()) {
            spoilt.put("lowest", noise.lowest());
        }
        TrainingSpec training = experiment.training();
        json.putObject("training")
                .put("epochs", training.epochs())
                .put("batchSize", training.batchSize())
                .put("learningRate", training.learningRate());
        return json.put("seed", experiment.seed());
    }

    static Experiment read(StrictObject json) throws Refusal {
        checkFormat(json);
        try {
            Experiment experiment = new Experiment(
                    json.text("preset"),
                    data(json.object("data")),
                    ModelSpecJson.read(json.object("model")),
                    noise(json.object("noise")),
                    training(json.object("training")),
                    json.whole("seed"));
            json.end();
            return experiment;
        } catch (InvalidSpecException invalid) {
            String sentence = String.valueOf(invalid.getMessage());
            throw new Refusal(FailureWords.withoutStop(sentence), invalid);
        }
    }

    private static void checkFormat(StrictObject json) throws Refusal {
        String format = json.text("format");
        if (!format.equals(FORMAT)) {
            throw new Refusal("the field \"format\" must be \"" + FORMAT + "\", not " + StrictObject.quoted(format));
        }
        int version = json.integer("version");
        if (version != VERSION) {
            throw new Refusal("its field \"version\" is " + version + " and this program reads version " + VERSION
                    + "; use the version of Hourglass that wrote it");
        }
    }

    private static DataSpec data(StrictObject json) throws Refusal {
        DataSpec data = new DataSpec(json.text("name"), json.text("fingerprint"));
        json.end();
        return data;
    }

    private static NoiseSpec noise(StrictObject json) throws Refusal {
        NoiseKind kind = json.choice("kind", NoiseKind.class);
        double level = json.number("level");
        NoiseSpec noise = new NoiseSpec(kind, level, json.has("lowest") ? json.number("lowest") : level);
        json.end();
        return noise;
    }

    private static TrainingSpec training(StrictObject json) throws Refusal {
        TrainingSpec training =
                new TrainingSpec(json.integer("epochs"), json.integer("batchSize"), json.number("learningRate"));
        json.end();
        return training;
    }
}
