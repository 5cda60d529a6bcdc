package hourglass.ui.train;

import hourglass.ui.chart.CurveContent.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Series by epoch as comma-separated values; a cell stays empty where that series was not measured. */
final class CurveTable {
    /** One series under its heading. */
    record Column(String heading, Samples samples) {}

    private CurveTable() {}

    /** Columns without any value are left out. */
    static String of(String caption, List<Column> all) {
        List<Column> columns =
                all.stream().filter(column -> column.samples().size() > 0).toList();
        StringBuilder lines = new StringBuilder("# ").append(caption).append('\n');
        lines.append("epoch");
        columns.forEach(column -> lines.append(',').append(column.heading()));
        lines.append('\n');
        int[] next = new int[columns.size()];
        double epoch = nearest(columns, next);
        while (epoch < Double.POSITIVE_INFINITY) {
            lines.append(epoch).append(',').append(row(columns, next, epoch)).append('\n');
            epoch = nearest(columns, next);
        }
        return lines.toString();
    }

    private static double nearest(List<Column> columns, int[] next) {
        double[] places = new double[columns.size()];
        Arrays.setAll(places, i -> at(columns.get(i).samples(), next[i]));
        return Arrays.stream(places).min().orElse(Double.POSITIVE_INFINITY);
    }

    private static String row(List<Column> columns, int[] next, double epoch) {
        String[] cells = new String[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            Samples samples = columns.get(i).samples();
            boolean measured = at(samples, next[i]) == epoch;
            cells[i] = measured ? number(samples.y(next[i])) : "";
            next[i] += measured ? 1 : 0;
        }
        return Arrays.stream(cells).collect(Collectors.joining(","));
    }

    private static double at(Samples samples, int index) {
        return index < samples.size() ? samples.x(index) : Double.POSITIVE_INFINITY;
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }
}
