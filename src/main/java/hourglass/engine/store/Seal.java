package hourglass.engine.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The SHA-256 of a whole model file, kept at a fixed place in the file itself: as the header's very first text. It is
 * taken with zeros in that place, so it covers every byte: the header's length, the header, its padding and the tensors.
 */
final class Seal {
    static final String FIELD = "sha256";
    /** What stands in the place while the hash is taken. */
    static final String OPEN = "0".repeat(64);

    private static final byte[] BEFORE = ascii("{\"" + TensorTable.METADATA + "\":{\"" + FIELD + "\":\"");
    private static final int END = BEFORE.length + OPEN.length();

    private Seal() {}

    /** A fresh SHA-256. */
    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** Puts the hash into its place. */
    static void close(byte[] header, byte[] hash) {
        System.arraycopy(ascii(HexFormat.of().formatHex(hash)), 0, header, BEFORE.length, OPEN.length());
    }

    /** Whether a header has a hash in the place of {@link #open}, as only this program writes it. */
    static boolean isOn(byte[] header) {
        return header.length > END && Arrays.equals(BEFORE, Arrays.copyOf(header, BEFORE.length)) && header[END] == '"';
    }

    /** Takes the hash out of its place, which {@link #isOn} found, and leaves zeros there. */
    static byte[] open(byte[] header) {
        byte[] hash = Arrays.copyOfRange(header, BEFORE.length, END);
        System.arraycopy(ascii(OPEN), 0, header, BEFORE.length, OPEN.length());
        return hash;
    }

    /** Whether a hash taken out of a header is this one. */
    static boolean matches(byte[] taken, byte[] hash) {
        return Arrays.equals(taken, ascii(HexFormat.of().formatHex(hash)));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
