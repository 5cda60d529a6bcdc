package hourglass.figures;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The numbers behind a curve as comma-separated values. */
public final class ColumnTable {
    private ColumnTable() {}

    /**
     * Writes a heading and one line for each place of the columns, all or nothing.
     *
     * @param headings one per column, without commas
     * @param columns all of one length; values that are not finite stay empty
     * @throws IOException with one sentence for the user if the file cannot be written; an older one is then unharmed
     */
    public static void write(Path file, List<String> headings, List<double[]> columns) throws IOException {
        int rows = columns.isEmpty() ? 0 : columns.get(0).length;
        if (headings.size() != columns.size() || columns.stream().anyMatch(column -> column.length != rows)) {
            throw new IllegalArgumentException(
                    "expected " + headings.size() + " columns of one length, got " + columns.size());
        }
        StringBuilder text = new StringBuilder(String.join(",", headings)).append('\n');
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns.size(); column++) {
                double value = columns.get(column)[row];
                text.append(column == 0 ? "" : ",").append(Double.isFinite(value) ? Double.toString(value) : "");
            }
            text.append('\n');
        }
        WholeFile.write(file, "table", text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
