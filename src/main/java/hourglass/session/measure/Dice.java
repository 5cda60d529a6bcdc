package hourglass.session.measure;

import hourglass.core.data.ImageBlock;
import hourglass.core.data.ImageSet;
import hourglass.core.latent.CodeGaussian;
import hourglass.engine.model.Network;
import hourglass.session.ask.Portion;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * New garments: codes drawn from a distribution, decoded, and for each the training image that is nearest to it pixel by
 * pixel, so that one sees whether it is new or a copy. The pictures are known first, the nearest ones after all training
 * images were looked at, portion by portion. One thread at a time.
 */
public final class Dice implements Function<Network, Portion<Dice.Thrown>> {
    /** Images drawn at once. */
    public static final int COUNT = 24;

    private static final int AT_ONCE = 400;

    private final ImageSet train;
    private final float[] codes;
    private final int[] nearest = new int[COUNT];
    private final double[] squares = new double[COUNT];
    private float[] pixels = new float[0];
    private int done;

    /**
     * What was drawn. Immutable.
     *
     * @param codes {@code [n × dimension]}
     * @param images what they were decoded to
     * @param nearest of each image the number of the training image nearest to it; empty until that is known
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over and never written again
    public record Thrown(float[] codes, ImageBlock images, Optional<Nearest> nearest) {
        /** One of the codes. */
        public float[] code(int draw) {
            int dimension = codes.length / images.count();
            return Arrays.copyOfRange(codes, draw * dimension, (draw + 1) * dimension);
        }
    }

    /**
     * The training images nearest to the ones drawn. Immutable.
     *
     * @param image number of each
     * @param error mean squared error per pixel between the two
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over and never written again
    public record Nearest(int[] image, double[] error) {}

    /**
     * From this distribution.
     *
     * @param temperature 1 for the distribution itself, less for codes nearer to its middle
     */
    public Dice(ImageSet train, CodeGaussian from, double temperature, long seed) {
        this.train = train;
        codes = from.draw(COUNT, temperature, seed);
        Arrays.fill(squares, Double.POSITIVE_INFINITY);
    }

    @Override
    public Portion<Thrown> apply(Network network) {
        if (pixels.length == 0) {
            pixels = network.decode(codes, COUNT);
            return new Portion<>(Optional.of(thrown(Optional.empty())), 0, train.size());
        }
        int n = Math.min(AT_ONCE, train.size() - done);
        compare(train.images(done, n), n);
        done += n;
        return done < train.size()
                ? Portion.of(done, train.size())
                : new Portion<>(Optional.of(thrown(Optional.of(nearest()))), done, done);
    }

    private Thrown thrown(Optional<Nearest> found) {
        return new Thrown(codes, ImageBlock.copyOf(train.width(), train.height(), pixels), found);
    }

    private Nearest nearest() {
        int size = train.pixelsPerImage();
        return new Nearest(
                nearest.clone(), Arrays.stream(squares).map(sum -> sum / size).toArray());
    }

    private void compare(float[] images, int n) {
        for (int i = 0; i < n; i++) {
            for (int draw = 0; draw < COUNT; draw++) {
                double square = square(images, i, draw, squares[draw]);
                if (square < squares[draw]) {
                    squares[draw] = square;
                    nearest[draw] = done + i;
                }
            }
        }
    }

    /** Squared distance, given up a row of pixels after it is beyond {@code limit}. */
    private double square(float[] images, int image, int draw, double limit) {
        int size = train.pixelsPerImage();
        double sum = 0;
        for (int from = 0; from < size && sum < limit; from += train.width()) {
            float row = 0;
            for (int p = from; p < from + train.width(); p++) {
                float away = images[image * size + p] - pixels[draw * size + p];
                row += away * away;
            }
            sum += row;
        }
        return sum;
    }
}
