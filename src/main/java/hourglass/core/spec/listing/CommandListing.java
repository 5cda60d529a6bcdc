package hourglass.core.spec.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A line for a shell that has this program do something again without its window. Immutable.
 *
 * @param words the command and its arguments, as the program is to get them
 */
public record CommandListing(List<String> words) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,+@%-]+");

    /** Whose rules of quoting a line follows. */
    public enum Shell {
        /** Of Linux and macOS. */
        POSIX,
        /** Of Windows: its own command line and PowerShell alike. */
        WINDOWS;

        /** The one of an operating system, by its name as Java says it. */
        public static Shell of(String system) {
            return system.toLowerCase(Locale.ROOT).startsWith("windows") ? WINDOWS : POSIX;
        }

        private String quoted(String word) {
            boolean plain = PLAIN.matcher(this == POSIX ? word : word.replace('\\', '/'))
                    .matches();
            if (plain) {
                return word;
            }
            // A folder's name cannot hold a double quote there, and a backslash before the last one would take it away.
            return this == POSIX
                    ? "'" + word.replace("'", "'\\''") + "'"
                    : "\"" + word.replace("\"", "\\\"").replaceAll("\\\\$", "\\\\\\\\") + "\"";
        }
    }

    /** Copies the words. */
    public CommandListing {
        words = List.copyOf(words);
    }

    /** With further words. */
    public CommandListing with(List<String> more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(more);
        return new CommandListing(all);
    }

    /** The same. */
    public CommandListing with(String... more) {
        return with(List.of(more));
    }

    /** As it is typed. */
    public String text(Shell shell) {
        return words.stream().map(shell::quoted).collect(Collectors.joining(" ", "hourglass ", ""));
    }

    /** A number in as few characters as give it back. */
    static String number(double value) {
        String text = Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
