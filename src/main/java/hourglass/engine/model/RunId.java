package hourglass.engine.model;

import java.util.regex.Pattern;

/**
 * Which training a network comes from. Two networks with one id are moments of the same training; with the
 * {@link Progress} it names a network for good. It stands in model files, so it outlives the program.
 *
 * @param text lower-case letters, digits and dashes, 1 to 64 of them
 */
public record RunId(String text) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1,64}");

    /** Checks the form. */
    public RunId {
        if (!isWellFormed(text)) {
            throw new IllegalArgumentException(
                    "expected 1 to 64 lower-case letters, digits and dashes as the name of a run, got \"" + text
                            + "\"");
        }
    }

    /** Whether a text can be one. */
    public static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches();
    }

    /** One that no other training has: of this moment and this process. Decides nothing but the name. */
    public static RunId fresh() {
        return new RunId(Long.toString(System.currentTimeMillis(), Character.MAX_RADIX) + "-"
                + Long.toString(ProcessHandle.current().pid(), Character.MAX_RADIX) + "-"
                + Long.toString(System.nanoTime() & Long.MAX_VALUE, Character.MAX_RADIX));
    }

    @Override
    public String toString() {
        return text;
    }
}
