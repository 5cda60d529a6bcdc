package hourglass.figures;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;

/**
 * Columns of equal length, written as comma-separated values (RFC 4180, UTF-8, a decimal point in every country): the
 * first line is the heading, each further one a row, and where it comes from stands in columns of its own, so that
 * tables of several networks can be put below each other. Immutable.
 */
public final class Table implements Saved {
    /** As many digits as tell two numbers of single precision apart; the errors measured here have fewer. */
    private static final MathContext DIGITS = new MathContext(9);

    private static final int PLAIN_DIGITS = 15;
    /** With these a spreadsheet begins a formula; the last four are the same letters in full width. */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private final int rows;
    private final List<String> headings;
    private final List<IntFunction<String>> columns;

    /** With so many rows and no column yet. */
    public Table(int rows) {
        this(rows, List.of(), List.of());
    }

    private Table(int rows, List<String> headings, List<IntFunction<String>> columns) {
        this.rows = rows;
        this.headings = headings;
        this.columns = columns;
    }

    private Table with(String heading, IntFunction<String> cell) {
        List<String> moreHeadings = new ArrayList<>(headings);
        List<IntFunction<String>> moreColumns = new ArrayList<>(columns);
        if (headings.contains(heading)) {
            throw new IllegalArgumentException("expected columns of different names, got “" + heading + "” twice");
        }
        moreHeadings.add(heading);
        moreColumns.add(cell);
        return new Table(rows, List.copyOf(moreHeadings), List.copyOf(moreColumns));
    }

    /** With a column of words, each given by its row. */
    public Table words(String heading, IntFunction<String> word) {
        return with(heading, row -> field(word.apply(row)));
    }

    /** With a column of whole numbers. */
    public Table counts(String heading, IntToLongFunction count) {
        return with(heading, row -> Long.toString(count.applyAsLong(row)));
    }

    /** With a column of numbers; what is not finite stays empty. */
    public Table numbers(String heading, IntToDoubleFunction value) {
        return with(heading, row -> number(value.applyAsDouble(row)));
    }

    /** With where it comes from: {@code model}, {@code epochs} trained, {@code seed} and {@code data}, the same in each row. */
    public Table from(Attribution origin) {
        return from(row -> origin);
    }

    /** The same for rows of several networks. */
    public Table from(IntFunction<Attribution> origin) {
        return words("model", row -> origin.apply(row).model())
                .numbers("epochs", row -> origin.apply(row).epoch())
                .counts("seed", row -> origin.apply(row).seed())
                .words("data", row -> origin.apply(row).data());
    }

    /** All lines, each with its end. */
    public String csv() {
        StringBuilder text = new StringBuilder(String.join(",", headings)).append('\n');
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns.size(); column++) {
                text.append(column == 0 ? "" : ",").append(columns.get(column).apply(row));
            }
            text.append('\n');
        }
        return text.toString();
    }

    @Override
    public void write(Path file, FigureStyle style, FigureSize size) throws IOException {
        WholeFile.write(file, "table", csv().getBytes(StandardCharsets.UTF_8));
    }

    /** The fewest digits that tell it from other numbers of its precision, nine at most; empty if it is not finite. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        boolean single = (double) (float) value == value;
        BigDecimal digits =
                single ? new BigDecimal(Float.toString((float) value)) : new BigDecimal(value).round(DIGITS);
        BigDecimal shortest = digits.signum() == 0 ? BigDecimal.ZERO : digits.stripTrailingZeros();
        return shortest.precision() - shortest.scale() <= PLAIN_DIGITS && shortest.scale() < 0
                ? shortest.toPlainString()
                : shortest.toString();
    }

    /** A word that no spreadsheet runs as a formula (a leading apostrophe makes it text), in quotation marks if need be. */
    private static String field(String word) {
        String tame = !word.isEmpty() && FORMULA.indexOf(word.charAt(0)) >= 0 ? "'" + word : word;
        boolean plain = tame.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? tame : '"' + tame.replace("\"", "\"\"") + '"';
    }
}
