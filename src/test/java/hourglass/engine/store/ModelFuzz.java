package hourglass.engine.store;

import hourglass.core.spec.Activation;
import hourglass.fuzz.ScratchFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Fuzz target: model files as they are, with the checksum that belongs to them, and without settings. */
public final class ModelFuzz {
    private static final Activations ANSWER = new Activations(Activation.RELU, Activation.LINEAR);

    private ModelFuzz() {}

    /** One input. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        read(data);
        if (data.length > 8) {
            long length = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).getLong();
            if (length > 0 && length <= data.length - 8) {
                read(sealed(data, (int) length));
            }
        }
    }

    private static void read(byte[] data) throws IOException {
        try {
            new ModelReader(new ByteArrayInputStream(data), data.length, Optional.of(ANSWER)).read();
        } catch (Refusal refused) {
            ScratchFile.checkSentence(new ModelFileException("x", refused.phrase(), refused));
        }
    }

    private static byte[] sealed(byte[] data, int length) {
        byte[] header = Arrays.copyOfRange(data, 8, 8 + length);
        if (!Seal.isOn(header)) {
            return data;
        }
        Seal.open(header);
        MessageDigest digest = Seal.digest();
        digest.update(data, 0, 8);
        digest.update(header);
        digest.update(data, 8 + length, data.length - 8 - length);
        Seal.close(header, digest.digest());
        byte[] all = data.clone();
        System.arraycopy(header, 0, all, 8, length);
        return all;
    }

    /** What it begins with. */
    public static List<byte[]> seeds() throws IOException {
        byte[] good = ModelFile.bytes(Samples.stored(1));
        String bare = "{\"encoder.0.weight\":{\"dtype\":\"F16\",\"shape\":[1,2],\"data_offsets\":[0,4]},"
                + "\"encoder.0.bias\":{\"dtype\":\"BF16\",\"shape\":[1],\"data_offsets\":[4,6]},"
                + "\"decoder.0.weight\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[6,14]},"
                + "\"decoder.0.bias\":{\"dtype\":\"F16\",\"shape\":[2],\"data_offsets\":[14,18]}}";
        byte[] header = bare.getBytes(StandardCharsets.US_ASCII);
        byte[] file = ByteBuffer.allocate(8 + header.length + 18)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .put(header)
                .array();
        return List.of(good, file);
    }
}
