package hourglass.figures;

/** Words as fields of comma-separated values. */
public final class CsvWord {
    private CsvWord() {}

    /** The word, in quotation marks where it needs them (RFC 4180). */
    public static String quoted(String word) {
        boolean plain = word.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? word : '"' + word.replace("\"", "\"\"") + '"';
    }
}
