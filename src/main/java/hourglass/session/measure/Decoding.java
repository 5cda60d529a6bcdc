package hourglass.session.measure;

import hourglass.core.data.ImageBlock;
import hourglass.engine.model.Network;
import hourglass.session.ask.Pace;
import hourglass.session.ask.Portion;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Draws the images of many codes, portion by portion; they are known together. One thread at a time. */
public final class Decoding implements Function<Network, Portion<ImageBlock>> {
    private final float[] codes;
    private final int count;
    private final int width;
    private final int height;
    private final float[] pixels;
    private final Pace pace = new Pace();
    private int done;

    /**
     * Of at least one code.
     *
     * @param codes {@code [n × dimension]}
     * @param dimension numbers per code
     * @param width of an image in pixels
     * @param height of an image in pixels
     */
    public Decoding(float[] codes, int dimension, int width, int height) {
        this.codes = codes.clone();
        this.width = width;
        this.height = height;
        count = codes.length / dimension;
        pixels = new float[count * width * height];
    }

    @Override
    public Portion<ImageBlock> apply(Network network) {
        int n = pace.next(count - done);
        pace.time(n, () -> decode(network, n));
        done += n;
        return done == count ? Portion.last(ImageBlock.copyOf(width, height, pixels)) : Portion.of(done, count);
    }

    private void decode(Network network, int n) {
        int dimension = codes.length / count;
        float[] part = network.decode(Arrays.copyOfRange(codes, done * dimension, (done + n) * dimension), n);
        System.arraycopy(part, 0, pixels, done * width * height, part.length);
    }

    /**
     * All that are left in one go.
     *
     * @throws java.util.concurrent.CancellationException if {@code cancelled} says so
     */
    public ImageBlock all(Network network, BooleanSupplier cancelled) {
        return Portion.all(() -> apply(network), cancelled);
    }
}
