package hourglass.engine.store;

import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Parameters;
import hourglass.engine.model.RunId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/** One reading of one model file; every size is compared with the file's length before memory is taken for it. */
final class ModelReader {
    private static final int PREFIX = Long.BYTES;
    private static final int NAMING_DIGITS = 16;

    private final InputStream in;
    private final long length;
    private final Optional<Activations> answer;
    private final MessageDigest digest = Seal.digest();

    /**
     * Of a stream with exactly {@code length} bytes to come.
     *
     * @param answer what somebody said about a file without settings
     */
    ModelReader(InputStream in, long length, Optional<Activations> answer) {
        this.in = in;
        this.length = length;
        this.answer = answer;
    }

    StoredModel read() throws Refusal, IOException {
        byte[] header = in.readNBytes(headerLength());
        if (!Seal.isOn(header)) {
            return ForeignReader.read(header, in, length - PREFIX - header.length, answer);
        }
        byte[] seal = Seal.open(header);
        digest.update(header);
        ModelHeader meaning = ModelHeader.decode(header);
        checkLength(header.length, meaning.floats());
        DigestInputStream tensors = new DigestInputStream(in, digest);
        int count = Math.toIntExact(meaning.experiment().model().parameterCount());
        Parameters weights = Parameters.copyOf(FloatBytes.read(tensors, count));
        Optional<Parameters> optimiser = meaning.optimiser() == TensorTable.Optimiser.PRESENT
                ? Optional.of(Parameters.copyOf(FloatBytes.read(tensors, 2 * count)))
                : Optional.empty();
        if (!Seal.matches(seal, digest.digest())) {
            throw new Refusal("its content does not match its checksum, so it is damaged; use another copy");
        }
        return model(meaning, run(meaning, seal), weights, optimiser);
    }

    private int headerLength() throws Refusal, IOException {
        byte[] prefix = in.readNBytes(PREFIX);
        if (prefix.length < PREFIX) {
            throw new Refusal("it has only " + length + " bytes, too few for a model; use another copy");
        }
        refuseArchives(prefix);
        digest.update(prefix);
        long declared = ByteBuffer.wrap(prefix).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (declared < 0 || declared > ModelHeader.MAX_LENGTH) {
            refuseOthers(prefix);
            throw new Refusal("its header is said to have " + Long.toUnsignedString(declared) + " bytes, at most "
                    + ModelHeader.MAX_LENGTH + " are allowed, so it is no model or damaged; choose another file");
        }
        if (declared > length - PREFIX) {
            throw new Refusal("its header is said to have " + declared + " bytes but the file has only " + length
                    + ", so it was cut short; use another copy");
        }
        return (int) declared;
    }

    /** A file of another kind says in its first bytes what it is. */
    private void refuseOthers(byte[] prefix) throws Refusal, IOException {
        byte[] start = Arrays.copyOf(prefix, FileKind.BYTES);
        int read = in.readNBytes(start, prefix.length, start.length - prefix.length);
        Optional<String> kind = FileKind.of(Arrays.copyOf(start, prefix.length + read));
        if (kind.isPresent()) {
            throw new Refusal("it is " + kind.get());
        }
    }

    private static void refuseArchives(byte[] prefix) throws Refusal {
        if (prefix[0] == 0x1f && prefix[1] == (byte) 0x8b) {
            throw new Refusal("it is compressed with gzip; unpack it and open the file inside");
        }
        if (prefix[0] == 'P' && prefix[1] == 'K' && prefix[2] <= 8 && prefix[3] <= 8) {
            throw new Refusal("it is a zip archive, as npz, keras and pt files are; unpack it and open a "
                    + ModelFile.EXTENSION + " file from inside, or save its weights as safetensors");
        }
    }

    private void checkLength(int headerLength, long floats) throws Refusal {
        long expected = PREFIX + headerLength + Float.BYTES * floats;
        if (length != expected) {
            String cause = length < expected ? "cut short" : "added to";
            throw new Refusal("it has " + length + " bytes and its header speaks of " + expected + ", so it was "
                    + cause + "; use another copy");
        }
    }

    /** A file from before runs had names is a run of its own: that of its content. */
    private static RunId run(ModelHeader header, byte[] seal) {
        return header.run()
                .orElseGet(() -> new RunId("file-" + new String(seal, 0, NAMING_DIGITS, StandardCharsets.US_ASCII)));
    }

    private static StoredModel model(ModelHeader header, RunId run, Parameters weights, Optional<Parameters> optimiser)
            throws Refusal {
        if (!weights.isFinite() || !optimiser.map(Parameters::isFinite).orElse(true)) {
            throw new Refusal("some of its weights are not finite numbers; use an earlier save");
        }
        ModelSnapshot snapshot =
                new ModelSnapshot(run, header.experiment(), header.progress(), weights, optimiser, header.history());
        return new StoredModel(snapshot, header.metrics(), header.appVersion());
    }
}
