package hourglass.engine.store;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.ModelSpec;
import hourglass.core.spec.NoiseSpec;
import hourglass.core.spec.TrainingSpec;
import hourglass.engine.model.EpochResult;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.ParameterBlock;
import hourglass.engine.model.ParameterLayout;
import hourglass.engine.model.Parameters;
import hourglass.engine.model.Progress;
import hourglass.engine.model.RunId;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model that another program saved again: its tensors may stand in another order and as shorter numbers, and the settings
 * may be gone. What is left of them is believed as far as it fits the tensors; there is no checksum to hold all of it.
 */
final class ForeignReader {
    private static final Json<Header> TEXT = new Json<>("its header", Header.class, ModelHeader.MAX_LENGTH, 4000);
    private static final int PIECE = 1 << 14;
    /** Trained, for how long nobody knows. */
    private static final Progress UNKNOWN = new Progress(0, 0, 1);

    private final Header header;
    private final long length;
    private final Optional<Activations> answer;

    /** Any metadata or none. */
    record Header(
            @JsonProperty(TensorTable.METADATA) Optional<Map<String, String>> metadata,
            @JsonAnySetter Map<String, TensorTable.Entry> tensors) {}

    private ForeignReader(Header header, long length, Optional<Activations> answer) {
        this.header = header;
        this.length = length;
        this.answer = answer;
    }

    /**
     * Reads what follows a header.
     *
     * @param length bytes that follow
     * @param answer what somebody said about it
     */
    static StoredModel read(byte[] header, InputStream in, long length, Optional<Activations> answer)
            throws Refusal, IOException {
        Header parsed;
        try {
            parsed = TEXT.parse(new String(header, StandardCharsets.UTF_8));
        } catch (Refusal damaged) {
            throw new Refusal(
                    "it is no model file of Hourglass, or its header is damaged; choose another file", damaged);
        }
        return new ForeignReader(parsed, length, answer).read(in);
    }

    private StoredModel read(InputStream in) throws Refusal, IOException {
        Map<String, String> said = header.metadata().orElse(Map.of());
        boolean ours = ModelHeader.FORMAT.equals(said.get("format"));
        if (ours && !said.getOrDefault(Seal.FIELD, "").matches("[0-9a-f]{64}")) {
            throw new Refusal("its header is damaged; use another copy");
        }
        checkOffsets();
        Experiment experiment = ours ? ExperimentJson.parse(said(said, "experiment")) : guessed();
        Progress progress = ours ? TrainingJson.progress(said(said, "progress")) : UNKNOWN;
        List<EpochResult> history = ours ? TrainingJson.history(said(said, "history"), progress) : List.of();
        TensorTable.checkShapes(header.tensors(), experiment.model());
        MessageDigest digest = Seal.digest();
        Map<String, float[]> numbers = numbers(new DigestInputStream(in, digest));
        Parameters weights = Parameters.copyOf(inOrder(experiment.model(), numbers));
        if (!weights.isFinite()) {
            throw new Refusal("some of its weights are not finite numbers; use an earlier save");
        }
        RunId run = new RunId("file-" + HexFormat.of().formatHex(digest.digest(), 0, 8));
        ModelSnapshot snapshot = new ModelSnapshot(run, experiment, progress, weights, Optional.empty(), history);
        return new StoredModel(
                snapshot,
                ours ? TrainingJson.metrics(said(said, "metrics")) : Map.of(),
                said.getOrDefault("app", "unknown"),
                List.of(remark(ours, experiment)));
    }

    private static String said(Map<String, String> metadata, String field) throws Refusal {
        String text = metadata.get(field);
        if (text == null) {
            throw new Refusal("the field \"" + field + "\" is missing");
        }
        return text;
    }

    private static String remark(boolean ours, Experiment experiment) {
        return ours
                ? "Another program saved this file again, so its checksum says nothing any more and the optimiser begins"
                        + " anew."
                : "Another program saved this file again without its settings: it is opened as a "
                        + experiment.model().describe()
                        + ", and on which data and how it was trained is not known; only the original file has that.";
    }

    private Experiment guessed() throws Refusal {
        Activations likely = Activations.choices().get(0);
        ModelSpec model = ShapeReading.spec(header.tensors(), answer.orElse(likely));
        TensorTable.checkShapes(header.tensors(), model);
        if (answer.isEmpty()) {
            throw new SettingsGone();
        }
        return new Experiment(
                Experiment.CUSTOM,
                new DataSpec("unknown data", ""),
                model,
                NoiseSpec.CLEAN,
                new TrainingSpec(10, 32, 1e-3),
                0);
    }

    /** The tensors fill the file without a gap, whatever their order. */
    private void checkOffsets() throws Refusal {
        long expected = 0;
        for (Map.Entry<String, TensorTable.Entry> tensor : byOffset()) {
            TensorTable.Entry entry = tensor.getValue();
            Optional<NumberType> type = NumberType.of(entry.dtype());
            String about = "its tensor " + JsonWords.quoted(tensor.getKey()) + " ";
            if (type.isEmpty()) {
                throw new Refusal(about + "has numbers of type " + JsonWords.quoted(entry.dtype())
                        + "; save it again as F32, F16 or BF16");
            }
            long end = expected + entry.count() * type.get().bytes();
            if (!entry.offsets().equals(List.of(expected, end))) {
                throw new Refusal(
                        about + "does not follow the one before it, so the file is damaged; use another copy");
            }
            expected = end;
        }
        if (expected != length) {
            throw new Refusal("it has " + length + " bytes of numbers and its header speaks of " + expected
                    + ", so it was " + (length < expected ? "cut short" : "added to") + "; use another copy");
        }
    }

    private List<Map.Entry<String, TensorTable.Entry>> byOffset() {
        return header.tensors().entrySet().stream()
                .sorted(Comparator.comparingLong(tensor -> tensor.getValue().begin()))
                .toList();
    }

    private Map<String, float[]> numbers(InputStream in) throws IOException {
        Map<String, float[]> all = new HashMap<>();
        for (Map.Entry<String, TensorTable.Entry> tensor : byOffset()) {
            NumberType type = NumberType.valueOf(tensor.getValue().dtype());
            float[] values = new float[Math.toIntExact(tensor.getValue().count())];
            byte[] piece = new byte[PIECE * type.bytes()];
            for (int done = 0; done < values.length; done += PIECE) {
                int now = Math.min(PIECE, values.length - done);
                if (in.readNBytes(piece, 0, now * type.bytes()) < now * type.bytes()) {
                    throw new EOFException("the file ended early");
                }
                type.convert(piece, now, values, done);
            }
            all.put(tensor.getKey(), values);
        }
        return all;
    }

    private static float[] inOrder(ModelSpec model, Map<String, float[]> numbers) {
        float[] weights = new float[Math.toIntExact(model.parameterCount())];
        for (ParameterBlock block : ParameterLayout.of(model)) {
            System.arraycopy(
                    numbers.getOrDefault(block.name(), new float[0]), 0, weights, block.offset(), block.size());
        }
        return weights;
    }
}
