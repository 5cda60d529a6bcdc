package hourglass.session.measure;

import hourglass.core.data.ImageSet;
import hourglass.core.metric.Clipping;
import hourglass.core.metric.Errors;
import hourglass.core.metric.PcaBasis;
import hourglass.core.metric.UniformQuantiser;
import hourglass.engine.model.Network;
import hourglass.session.ask.Pace;
import hourglass.session.ask.Portion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Measures a {@link Compression}: encodes the first test images, rounds their codes between the least and the largest value
 * of each number, and decodes them, portion by portion; after each level what is known so far. One thread at a time.
 */
public final class CompressionErrors implements Function<Network, Portion<Compression>> {
    private final ImageSet test;
    private final NetworkInput input;
    private final Codec codec;
    private final int dimension;
    private final int images;
    private final float[] codes;
    private final double[] sums = new double[Compression.FLOAT];
    private final Pace pace = new Pace();
    private @Nullable UniformQuantiser quantiser;
    private double zlibBytes;
    private int done;

    /** From images to codes and back. */
    public interface Codec {
        /** Through the network itself. */
        Codec NETWORK = new Codec() {
            @Override
            public float[] encode(Network network, float[] images, int n) {
                return network.encode(images, n);
            }

            @Override
            public float[] decode(Network network, float[] codes, int n) {
                return network.decode(codes, n);
            }
        };

        /** Through {@code count} principal components; pictures are cut off at 0 and 1. */
        static Codec pca(PcaBasis basis, int count) {
            return new Codec() {
                @Override
                public float[] encode(Network network, float[] images, int n) {
                    return basis.encode(images, n, count);
                }

                @Override
                public float[] decode(Network network, float[] codes, int n) {
                    return basis.decode(codes, n, count, Clipping.UNIT_RANGE);
                }
            };
        }

        /** Codes {@code [n × dimension]} of {@code n} images. */
        float[] encode(Network network, float[] images, int n);

        /** Images of {@code n} codes. */
        float[] decode(Network network, float[] codes, int n);
    }

    /**
     * Over the first {@value Compression#IMAGES} images of {@code test}.
     *
     * @param dimension numbers per code of {@code codec}
     */
    public CompressionErrors(ImageSet test, NetworkInput input, Codec codec, int dimension) {
        this.test = test;
        this.input = input;
        this.codec = codec;
        this.dimension = dimension;
        images = Math.min(Compression.IMAGES, test.size());
        codes = new float[images * dimension];
    }

    /** Units of work: every image once to encode, and once for each level to decode. */
    private int total() {
        return images * (1 + Compression.FLOAT);
    }

    @Override
    public Portion<Compression> apply(Network network) {
        if (done == 0) {
            zlibBytes = Compression.zlibBytes(test, images);
        }
        int first = done % images;
        int n = pace.next(images - first);
        pace.time(n, () -> step(network, first, n));
        done += n;
        boolean levelDone = done % images == 0 && done > images;
        return levelDone ? new Portion<>(Optional.of(known()), done, total()) : Portion.of(done, total());
    }

    private void step(Network network, int first, int n) {
        if (done < images) {
            float[] part = codec.encode(network, input.of(test, first, n), n);
            System.arraycopy(part, 0, codes, first * dimension, part.length);
        } else {
            int level = level(done);
            float[] part = Arrays.copyOfRange(codes, first * dimension, (first + n) * dimension);
            float[] kept = level == Compression.FLOAT ? part : quantiser().rounded(part, level);
            double error = Errors.meanSquaredError(test.images(first, n), codec.decode(network, kept, n));
            sums[level - 1] += error * n;
        }
    }

    private UniformQuantiser quantiser() {
        UniformQuantiser known = quantiser;
        if (known == null) {
            known = UniformQuantiser.over(codes, dimension);
            quantiser = known;
        }
        return known;
    }

    /** From the finest down. */
    private int level(int units) {
        return Compression.FLOAT + 1 - units / images;
    }

    private Compression known() {
        List<Double> errors = new ArrayList<>(Collections.nCopies(sums.length, Double.NaN));
        for (int level = Compression.FLOAT; level > Compression.FLOAT + 1 - done / images; level--) {
            errors.set(level - 1, sums[level - 1] / images);
        }
        return new Compression(images, dimension, errors, zlibBytes);
    }
}
