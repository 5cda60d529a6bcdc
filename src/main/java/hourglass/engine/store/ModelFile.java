package hourglass.engine.store;

import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Parameters;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.Optional;

/**
 * A network in the safetensors format (github.com/huggingface/safetensors): eight little-endian bytes with the header's
 * length, a JSON header, the tensors as raw little-endian floats. Any reader of that format reads these files. The other
 * way round files with all of Hourglass's metadata need an intact {@link Seal}; those that another program saved again are
 * read by {@link ForeignReader}.
 *
 * <p>Weights are named after {@link hourglass.engine.model.ParameterLayout}; the optimiser's moments are
 * {@code optimizer.first_moment} and {@code optimizer.second_moment}, each {@code [parameterCount]}. To save to disk use
 * {@link ModelStore}, which cannot destroy an earlier version.
 */
public final class ModelFile {
    /** The usual end of a model file's name. */
    public static final String EXTENSION = ".safetensors";

    /** Most bytes read from a stream, whose length is not known beforehand. */
    static final int MAX_STREAM = 64 << 20;

    private ModelFile() {}

    /**
     * Reads a model file, wholly or not at all.
     *
     * @throws ModelFileException for every way in which it can be wrong, missing or unreadable
     */
    public static StoredModel read(Path file) throws ModelFileException {
        return read(file, Optional.empty());
    }

    /**
     * The same, with an answer to what a file without settings leaves open.
     *
     * @throws ModelFileException for every way in which it can be wrong, missing or unreadable
     */
    static StoredModel read(Path file, Optional<Activations> answer) throws ModelFileException {
        String name = file.toString();
        try {
            if (Files.isDirectory(file)) {
                throw new Refusal("it is a folder; choose a file");
            }
            if (!Files.exists(file)) {
                throw new NoSuchFileException(name);
            }
            if (!Files.isRegularFile(file)) {
                throw new Refusal("it is no ordinary file; choose another");
            }
            try (InputStream in = Files.newInputStream(file)) {
                return new ModelReader(in, Files.size(file), answer).read();
            }
        } catch (Refusal refusal) {
            throw new ModelFileException(name, refusal.phrase(), refusal);
        } catch (IOException failure) {
            throw new ModelFileException(name, FailureWords.reading(failure), failure);
        }
    }

    /**
     * Reads a model of at most 64 MiB from a stream, such as a resource of the program; does not close it.
     *
     * @param name how messages call it
     * @throws ModelFileException for every way in which it can be wrong or unreadable
     */
    public static StoredModel read(InputStream in, String name) throws ModelFileException {
        try {
            byte[] bytes = in.readNBytes(MAX_STREAM + 1);
            if (bytes.length > MAX_STREAM) {
                throw new Refusal("it has more than " + MAX_STREAM + " bytes; open it as a file instead");
            }
            return parse(new ByteArrayInputStream(bytes), bytes.length);
        } catch (Refusal refusal) {
            throw new ModelFileException(name, refusal.phrase(), refusal);
        } catch (IOException failure) {
            throw new ModelFileException(name, FailureWords.reading(failure), failure);
        }
    }

    /** The same from a stream of known length. */
    static StoredModel read(InputStream in, long length, String name) throws IOException {
        try {
            return parse(in, length);
        } catch (Refusal refusal) {
            throw new ModelFileException(name, refusal.phrase(), refusal);
        }
    }

    /**
     * Writes a model file's bytes; neither flushes nor closes.
     *
     * @throws StoreException before the first byte if the model cannot be saved: numbers that are not finite, or more
     *     than 50 million weights
     */
    public static void write(StoredModel model, OutputStream out) throws IOException {
        try {
            checkSavable(model.snapshot());
            byte[] header = ModelHeader.of(model).encode();
            DigestOutputStream hashed = new DigestOutputStream(OutputStream.nullOutputStream(), Seal.digest());
            writeAll(header, model.snapshot(), hashed);
            Seal.close(header, hashed.getMessageDigest().digest());
            writeAll(header, model.snapshot(), out);
        } catch (Refusal refusal) {
            throw new StoreException(refusal.phrase() + ".", refusal);
        }
    }

    /** A model file in memory. */
    public static byte[] bytes(StoredModel model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(model, out);
        return out.toByteArray();
    }

    private static void checkSavable(ModelSnapshot snapshot) throws Refusal {
        boolean optimiserFinite = snapshot.optimiser().map(Parameters::isFinite).orElse(true);
        if (!snapshot.parameters().isFinite() || !optimiserFinite) {
            throw new Refusal("the network holds numbers that are not finite because its training diverged; "
                    + "save an earlier state");
        }
    }

    private static void writeAll(byte[] header, ModelSnapshot snapshot, OutputStream out) throws IOException {
        out.write(lengthBytes(header.length));
        out.write(header);
        FloatBytes.write(snapshot.parameters(), out);
        if (snapshot.optimiser().isPresent()) {
            FloatBytes.write(snapshot.optimiser().get(), out);
        }
    }

    private static StoredModel parse(InputStream in, long length) throws Refusal, IOException {
        return new ModelReader(in, length, Optional.empty()).read();
    }

    static byte[] lengthBytes(long value) {
        return ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
    }
}
