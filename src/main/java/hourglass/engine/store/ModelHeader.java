package hourglass.engine.store;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
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
    private static final Json<Header> TEXT = new Json<>("its header", Header.class, MAX_LENGTH, 4000);

    /** The header as it is written. */
    record Header(
            @JsonProperty(TensorTable.METADATA) Metadata metadata,
            @JsonAnySetter @JsonAnyGetter Map<String, TensorTable.Entry> tensors) {}

    /** Texts, as the format demands; the first is the {@link Seal}. */
    record Metadata(
            String sha256,
            String format,
            String version,
            String app,
            String data,
            String experiment,
            String progress,
            String history,
            String metrics,
            Optional<String> run) {}

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
        Metadata metadata = new Metadata(
                Seal.OPEN,
                FORMAT,
                VERSION,
                appVersion,
                experiment.data().fingerprint(),
                ExperimentJson.compact(experiment),
                TrainingJson.progress(progress),
                TrainingJson.history(history),
                TrainingJson.metrics(metrics),
                run.map(RunId::text));
        Header header = new Header(metadata, TensorTable.of(experiment.model(), optimiser));
        byte[] text = TEXT.compact(header).getBytes(StandardCharsets.US_ASCII);
        int padded = (text.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        byte[] bytes = Arrays.copyOf(text, padded);
        Arrays.fill(bytes, text.length, padded, (byte) ' ');
        return bytes;
    }

    /** What the bytes say, completely checked. */
    static ModelHeader decode(byte[] bytes) throws Refusal {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        Header header = TEXT.parse(text);
        Metadata metadata = header.metadata();
        checkFormat(metadata);
        Experiment experiment = ExperimentJson.parse(metadata.experiment());
        if (!metadata.data().equals(experiment.data().fingerprint())) {
            throw new Refusal("its fields \"data\" and \"experiment\" name different data; use another copy");
        }
        Progress progress = TrainingJson.progress(metadata.progress());
        return new ModelHeader(
                run(metadata),
                experiment,
                progress,
                TrainingJson.history(metadata.history(), progress),
                TrainingJson.metrics(metadata.metrics()),
                metadata.app(),
                TensorTable.read(header.tensors(), experiment.model()));
    }

    private static Optional<RunId> run(Metadata metadata) throws Refusal {
        if (metadata.run().isPresent() && !RunId.isWellFormed(metadata.run().get())) {
            throw new Refusal(
                    "its field \"run\" is " + JsonWords.quoted(metadata.run().get())
                            + ", expected lower-case letters, digits and dashes; use another copy");
        }
        return metadata.run().map(RunId::new);
    }

    private static void checkFormat(Metadata metadata) throws Refusal {
        if (!metadata.format().equals(FORMAT)) {
            throw new Refusal("it was not saved by Hourglass; choose a model file that was");
        }
        String version = metadata.version();
        if (!version.equals(VERSION)) {
            throw new Refusal("its format has version " + JsonWords.quoted(version) + " and this program reads version "
                    + VERSION + "; open it with the version of Hourglass that saved it");
        }
    }

    /** Floats that follow the header. */
    long floats() {
        long parameters = experiment.model().parameterCount();
        return optimiser == TensorTable.Optimiser.PRESENT ? 3 * parameters : parameters;
    }
}
