package hourglass.engine.heap;

import hourglass.core.Products;
import hourglass.core.Products.Inner;
import hourglass.core.Products.Strip;
import hourglass.core.spec.Activation;
import hourglass.core.spec.LayerSpec;
import hourglass.core.spec.Volume;
import hourglass.core.spec.Window;
import java.util.Arrays;

/**
 * Convolution and transposed convolution, computed straight from padded images: with channels last, what lies under one row
 * of the window is one run of memory, so a row of results is one product whose inner index comes in runs.
 *
 * <p>Between a small and a large volume there are three operations. <i>Gathering</i> sums under the window, from large to
 * small. <i>Spreading</i> is its transpose: each pixel of the large volume gets what the windows over it hold, and pixels at
 * one place between two strides have the same of them, so that each such class is a gathering of its own with stride 1.
 * The <i>gradient of the weights</i> sums products of both volumes. A convolution gathers forward and spreads its error, a
 * transposed one the other way round (Dumoulin and Visin 2016, chapter 4).
 *
 * <p>A convolution of stride 1 to fewer channels than it reads runs as a transposed one with its weights turned by half: the
 * wider volume is then where vectors run along.
 */
final class WindowStep extends LayerStep {
    private enum Direction {
        GATHERS,
        SPREADS
    }

    private final Products products;
    private final Window window;
    private final Direction direction;
    /** Place in the file's order of each weight of {@code [kernel row][kernel column][large channel][small channel]}. */
    private final int[] fileAt;

    private final SpreadClass[] classes;
    private final float[] matrix;
    private final float[][] gradientOfPart;
    private final Padded[] largeOfLane;
    private final Padded[] smallOfLane;

    private WindowStep(
            Shape shape, Activation activation, Window window, Direction direction, int[] fileAt, Room room) {
        super(shape, activation);
        products = room.products();
        this.window = window;
        this.direction = direction;
        this.fileAt = fileAt;
        matrix = new float[fileAt.length];
        classes = SpreadClass.of(window);
        gradientOfPart = new float[MOST_PARTS][fileAt.length];
        largeOfLane = new Padded[room.lanes()];
        smallOfLane = new Padded[room.lanes()];
        for (int lane = 0; lane < room.lanes(); lane++) {
            largeOfLane[lane] = Padded.under(window);
            smallOfLane[lane] = Padded.around(window.small(), SpreadClass.margin(window));
        }
    }

    /** What layers are made with: the products, and lanes that may compute at a time. */
    record Room(Products products, int lanes) {}

    static WindowStep of(LayerSpec.Convolution layer, Activation activation, Room room) {
        Shape shape = shape(layer, layer.out());
        boolean turned =
                layer.stride() == 1 && layer.in().channels() > layer.out().channels();
        return turned
                ? new WindowStep(
                        shape,
                        activation,
                        Window.turned(layer),
                        Direction.SPREADS,
                        turnedPlaces(Window.turned(layer)),
                        room)
                : new WindowStep(
                        shape, activation, Window.of(layer), Direction.GATHERS, straightPlaces(Window.of(layer)), room);
    }

    static WindowStep of(LayerSpec.TransposedConvolution layer, Room room) {
        Window window = Window.of(layer);
        return new WindowStep(
                shape(layer, layer.out()), layer.activation(), window, Direction.SPREADS, straightPlaces(window), room);
    }

    private static Shape shape(LayerSpec layer, Volume out) {
        return new Shape(layer.inputs(), layer.outputs(), out.channels(), out.channels() * out.width());
    }

    /** Files keep {@code [small][large][row][column]}. */
    private static int[] straightPlaces(Window window) {
        int area = window.kernel() * window.kernel();
        int large = window.large().channels();
        int small = window.small().channels();
        int[] at = new int[small * window.patch()];
        for (int i = 0; i < at.length; i++) {
            at[i] = (i % small * large + i / small % large) * area + i / small / large;
        }
        return at;
    }

    /** Files keep {@code [large][small][row][column]}, and the window is turned by half. */
    private static int[] turnedPlaces(Window window) {
        int area = window.kernel() * window.kernel();
        int large = window.large().channels();
        int small = window.small().channels();
        int[] at = new int[small * window.patch()];
        for (int i = 0; i < at.length; i++) {
            at[i] = (i / small % large * small + i % small) * area + area - 1 - i / small / large;
        }
        return at;
    }

    @Override
    int weightCount() {
        return fileAt.length;
    }

    @Override
    void prepare(float[] weights, int at, float[] biases, int biasAt) {
        super.prepare(weights, at, biases, biasAt);
        for (int i = 0; i < fileAt.length; i++) {
            matrix[i] = weights[at + fileAt[i]];
        }
        for (SpreadClass spread : classes) {
            spread.pack(matrix);
        }
    }

    private interface ImageWork {
        void compute(int image);
    }

    private static void each(Part part, ImageWork work) {
        for (int image = part.from(); image < part.from() + part.count(); image++) {
            work.compute(image);
        }
    }

    @Override
    void sums(float[] in, Part part) {
        each(part, image -> {
            if (direction == Direction.GATHERS) {
                gather(largeOfLane[part.lane()].fill(in, image * inputs()), out(), image * outputs());
            } else {
                spread(smallOfLane[part.lane()].fill(in, image * inputs()), out(), image * outputs());
            }
        });
    }

    @Override
    void below(float[] below, Part part) {
        each(part, image -> {
            if (direction == Direction.GATHERS) {
                spread(smallOfLane[part.lane()].fill(delta(), image * outputs()), below, image * inputs());
            } else {
                gather(largeOfLane[part.lane()].fill(delta(), image * outputs()), below, image * inputs());
            }
        });
    }

    /** One row of the small volume at a time. */
    private void gather(Padded large, float[] small, int at) {
        int channels = window.small().channels();
        int width = window.small().width();
        Inner inner = new Inner(
                window.kernel(), large.row(), window.kernel() * window.large().channels());
        Strip weights = new Strip(matrix, 0, channels);
        for (int y = 0; y < window.small().height(); y++) {
            Strip under = new Strip(
                    large.values(),
                    y * window.stride() * large.row(),
                    window.stride() * window.large().channels());
            Strip to = new Strip(small, at + y * width * channels, channels);
            products.times(under, inner, weights, to, width, channels);
        }
    }

    private void spread(Padded small, float[] large, int at) {
        for (SpreadClass each : classes) {
            each.spread(products, small, large, at);
        }
    }

    @Override
    void collect(float[] in, Part part) {
        float[] sum = gradientOfPart[part.number()];
        Arrays.fill(sum, 0f);
        float[] smallBlock = direction == Direction.GATHERS ? delta() : in;
        float[] largeBlock = direction == Direction.GATHERS ? in : delta();
        int size = window.small().size();
        each(
                part,
                image -> collect(
                        largeOfLane[part.lane()].fill(
                                largeBlock, image * window.large().size()),
                        smallBlock,
                        image * size,
                        sum));
    }

    private void collect(Padded large, float[] small, int at, float[] sum) {
        int channels = window.small().channels();
        int width = window.small().width();
        int run = window.kernel() * window.large().channels();
        Strip pixels = new Strip(small, at, channels);
        for (int row = 0; row < window.kernel(); row++) {
            Strip under = new Strip(
                    large.values(),
                    row * large.row(),
                    window.stride() * window.large().channels());
            products.addTransposedTimes(
                    under,
                    window.stride() * large.row(),
                    pixels,
                    width * channels,
                    window.small().height(),
                    width,
                    new Strip(sum, row * run * channels, channels),
                    run,
                    channels);
        }
    }

    @Override
    int pieces() {
        return 1;
    }

    @Override
    Range gradient(float[] in, int n, int parts, int piece, float[] gradient, int at) {
        float[] sum = gradientOfPart[0];
        for (int part = 1; part < parts; part++) {
            float[] share = gradientOfPart[part];
            for (int i = 0; i < sum.length; i++) {
                sum[i] += share[i];
            }
        }
        for (int i = 0; i < fileAt.length; i++) {
            gradient[at + fileAt[i]] = sum[i];
        }
        return new Range(at, at + fileAt.length);
    }
}
