package hourglass.session.data.download;

import java.util.regex.Pattern;

/**
 * A file to fetch, with everything needed to know it when it arrives.
 *
 * @param name its name on the mirrors and in the target folder, without any folder
 * @param length exact length in bytes, at least 1
 * @param sha256 lower-case hexadecimal SHA-256, 64 digits
 */
public record RemoteFile(String name, long length, String sha256) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** Checks the name, the length and the hash. */
    public RemoteFile {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("expected a plain file name, got \"" + name + "\"");
        }
        if (length < 1) {
            throw new IllegalArgumentException(name + ": expected a length of at least 1 byte, got " + length);
        }
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException(
                    name + ": expected a SHA-256 of 64 lower-case hexadecimal digits, got \"" + sha256 + "\"");
        }
    }
}
