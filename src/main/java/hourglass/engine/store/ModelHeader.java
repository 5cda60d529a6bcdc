package hourglass.engine.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hourglass.core.spec.Experiment;
import hourglass.engine.model.EpochResult;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Progress;
import hourglass.engine.model.RunId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The JSON header of a model file: the tensors, and as texts under {@code __metadata__} all that is not a tensor.
 *
 * @param run the training it comes from; empty in files that were written before runs had names
 * @param experiment what the network is
 * @param progress how far it was trained
 * @param history its epochs
 * @param metrics its figures
 * @param appVersion the program that wrote it
 * @param optimiser whether the optimiser's state follows the weights
 */
record ModelHeader(
        Optional<RunId> run,
        Experiment experiment,
        Progress progress,
        List<EpochResult> history,
        Map<String, Double> metrics,
        String appVersion,
        TensorTable.Optimiser optimiser) {

    static final String FORMAT = "hourglass-model";
    static final String VERSION = "1";
    /** Most bytes; the history of some 40 000 epochs fits. */
    static final int MAX_LENGTH = 4 << 20;

    private static final int ALIGNMENT = 8;
    private static final JsonText TEXT = new JsonText("its header", MAX_LENGTH, 4000);

    static ModelHeader of(StoredModel model) {
        ModelSnapshot snapshot = model.snapshot();
        return new ModelHeader(
                Optional.of(snapshot.run()),
                snapshot.experiment(),
                snapshot.progress(),
                snapshot.history(),
                model.metrics(),
                model.appVersion(),
                snapshot.optimiser().isPresent() ? TensorTable.Optimiser.PRESENT : TensorTable.Optimiser.ABSENT);
    }

    /** The header's bytes with an open {@link Seal}, padded with spaces. */
    byte[] encode() throws Refusal {
        ObjectNode header = JsonText.object();
        ObjectNode metadata = header.putObject(TensorTable.METADATA)
                .put(Seal.FIELD, Seal.OPEN)
                .put("format", FORMAT)
                .put("version", VERSION)
                .put("app", appVersion)
                .put("data", experiment.data().fingerprint())
                .put("experiment", ExperimentJson.compact(experiment))
                .put("progress", TrainingJson.progress(progress))
                .put("history", TrainingJson.history(history))
                .put("metrics", TrainingJson.metrics(metrics));
        run.ifPresent(id -> metadata.put("run", id.text()));
        TensorTable.write(header, experiment.model(), optimiser);
        byte[] text = TEXT.compact(header).getBytes(StandardCharsets.US_ASCII);
        int padded = (text.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        byte[] bytes = Arrays.copyOf(text, padded);
        Arrays.fill(bytes, text.length, padded, (byte) ' ');
        return bytes;
    }

    /** What the bytes say, completely checked. */
    static ModelHeader decode(byte[] bytes) throws Refusal {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        StrictObject header = StrictObject.root(TEXT.parse(text), "its header");
        StrictObject metadata = header.object(TensorTable.METADATA);
        metadata.text(Seal.FIELD);
        checkFormat(metadata);
        String app = metadata.text("app");
        Experiment experiment = ExperimentJson.parse(metadata.text("experiment"));
        if (!metadata.text("data").equals(experiment.data().fingerprint())) {
            throw new Refusal("its fields \"data\" and \"experiment\" name different data; use another copy");
        }
        Progress progress = TrainingJson.progress(metadata.text("progress"));
        List<EpochResult> history = TrainingJson.history(metadata.text("history"));
        Map<String, Double> metrics = TrainingJson.metrics(metadata.text("metrics"));
        Optional<RunId> run = run(metadata);
        metadata.end();
        TensorTable.Optimiser optimiser = TensorTable.read(header, experiment.model());
        return new ModelHeader(run, experiment, progress, history, metrics, app, optimiser);
    }

    private static Optional<RunId> run(StrictObject metadata) throws Refusal {
        if (!metadata.has("run")) {
            return Optional.empty();
        }
        String text = metadata.text("run");
        if (!RunId.isWellFormed(text)) {
            throw new Refusal("its field \"run\" is " + StrictObject.quoted(text)
                    + ", expected lower-case letters, digits and dashes; use another copy");
        }
        return Optional.of(new RunId(text));
    }

    private static void checkFormat(StrictObject metadata) throws Refusal {
        if (!metadata.text("format").equals(FORMAT)) {
            throw new Refusal("it was not saved by Hourglass; choose a model file that was");
        }
        String version = metadata.text("version");
        if (!version.equals(VERSION)) {
            throw new Refusal(
                    "its format has version " + StrictObject.quoted(version) + " and this program reads version "
                            + VERSION + "; open it with the version of Hourglass that saved it");
        }
    }

    /** Floats that follow the header. */
    long floats() {
        long parameters = experiment.model().parameterCount();
        return optimiser == TensorTable.Optimiser.PRESENT ? 3 * parameters : parameters;
    }
}
