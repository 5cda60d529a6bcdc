package hourglass.figures;

import hourglass.core.data.ImageSet;
import hourglass.session.map.EmbeddingRequest;
import hourglass.session.map.EmbeddingSample;
import hourglass.session.measure.DenoisingCurve;
import hourglass.session.measure.DenoisingErrors;
import hourglass.session.measure.NoiseErrors.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Every table that can be saved, with its columns: the same from the window and from the command line. */
public final class Tables {
    private Tables() {}

    /**
     * Images as points of a plane: {@code index,class,x,y} and the origin.
     *
     * @param images the set the points are of
     * @param indices which image each point is, {@code [n]}
     * @param xy {@code [n × 2]}
     */
    public static Table points(ImageSet images, int[] indices, float[] xy, Attribution origin) {
        return places(images, indices, xy).from(origin);
    }

    /**
     * The same of a map, with its settings before the origin: {@code perplexity,iterations,map_seed}.
     *
     * @param xy where the points of the sample are, {@code [n × 2]}
     */
    public static Table map(EmbeddingRequest request, EmbeddingSample sample, float[] xy, int iterations) {
        return places(request.data().test(), sample.testIndices(), xy)
                .numbers("perplexity", row -> request.spec().perplexity())
                .counts("iterations", row -> iterations)
                .counts("map_seed", row -> request.spec().seed())
                .from(Attribution.of(request));
    }

    private static Table places(ImageSet images, int[] indices, float[] xy) {
        if (xy.length != 2 * indices.length) {
            throw new IllegalArgumentException(
                    "expected " + indices.length + " points, got " + xy.length + " coordinates");
        }
        return new Table(indices.length)
                .counts("index", row -> indices[row])
                .words("class", row -> images.className(indices[row]))
                .numbers("x", row -> xy[2 * row])
                .numbers("y", row -> xy[2 * row + 1]);
    }

    /** Mean squared error per pixel of each test image: {@code index,class,network_mse,pca_mse} and the origin. */
    public static Table errors(
            ImageSet test, IntToDoubleFunction network, IntToDoubleFunction pca, Attribution origin) {
        return new Table(test.size())
                .counts("index", row -> row)
                .words("class", test::className)
                .numbers("network_mse", network)
                .numbers("pca_mse", pca)
                .from(origin);
    }

    /** The error of one network over the level of the noise. */
    public record Measured(DenoisingCurve curve, Attribution origin) {}

    /**
     * Mean squared error per pixel over the level of the noise, of the network, of doing nothing and of a 3 × 3 median
     * filter: {@code level,network,nothing,median,noise,images} and the origin. Several networks stand below each other.
     */
    public static Table noise(List<Measured> measured) {
        int each = DenoisingErrors.LEVELS;
        return new Table(each * measured.size())
                .numbers("level", row -> DenoisingErrors.level(row % each))
                .numbers("network", row -> measured.get(row / each).curve().at(Method.NETWORK, row % each))
                .numbers("nothing", row -> measured.get(row / each).curve().at(Method.NOTHING, row % each))
                .numbers("median", row -> measured.get(row / each).curve().at(Method.MEDIAN, row % each))
                .words("noise", row -> measured.get(row / each).curve().kind().id())
                .counts("images", row -> measured.get(row / each).curve().images())
                .from(row -> measured.get(row / each).origin());
    }

    /** One measured quantity by epoch, under its heading. */
    public record Series(String heading, CurveContent.Samples samples) {}

    /**
     * Quantities by epoch: {@code epoch}, a column for each that has any value, and the origin. A cell stays empty where
     * its quantity was not measured.
     */
    public static Table curves(List<Series> all, Attribution origin) {
        List<Series> columns =
                all.stream().filter(series -> series.samples().size() > 0).toList();
        List<double[]> rows = merged(columns);
        Table table = new Table(rows.size()).numbers("epoch", row -> rows.get(row)[0]);
        for (int i = 0; i < columns.size(); i++) {
            int place = i + 1;
            table = table.numbers(columns.get(i).heading(), row -> rows.get(row)[place]);
        }
        return table.from(origin);
    }

    /** By ascending epoch: the epoch and a value for each series, NaN where there is none. */
    private static List<double[]> merged(List<Series> columns) {
        List<double[]> rows = new ArrayList<>();
        int[] next = new int[columns.size()];
        double epoch = nearest(columns, next);
        while (epoch < Double.POSITIVE_INFINITY) {
            double[] row = new double[columns.size() + 1];
            Arrays.fill(row, Double.NaN);
            row[0] = epoch;
            for (int i = 0; i < next.length; i++) {
                CurveContent.Samples samples = columns.get(i).samples();
                if (at(samples, next[i]) == epoch) {
                    row[i + 1] = samples.y(next[i]++);
                }
            }
            rows.add(row);
            epoch = nearest(columns, next);
        }
        return rows;
    }

    private static double nearest(List<Series> columns, int[] next) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < next.length; i++) {
            nearest = Math.min(nearest, at(columns.get(i).samples(), next[i]));
        }
        return nearest;
    }

    private static double at(CurveContent.Samples samples, int index) {
        return index < samples.size() ? samples.x(index) : Double.POSITIVE_INFINITY;
    }
}
