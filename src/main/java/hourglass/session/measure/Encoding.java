package hourglass.session.measure;

import hourglass.core.data.ImageSet;
import hourglass.core.latent.CodeSample;
import hourglass.engine.model.Network;
import hourglass.session.ask.Pace;
import hourglass.session.ask.Portion;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** Encodes images, portion by portion. One thread at a time. */
public final class Encoding implements Function<Network, Portion<CodeSample>> {
    private final ImageSet set;
    private final int[] images;
    private final int dimension;
    private final int firstLook;
    private final float[] codes;
    private final Pace pace = new Pace();
    private int done;
    private boolean looked;

    /**
     * Of these images, at least one.
     *
     * @param dimension numbers per code
     * @param firstLook after so many the codes are known for the first time, before all are; where there are no more, at the
     *     end only
     */
    public Encoding(ImageSet set, int[] images, int dimension, int firstLook) {
        this.set = set;
        this.images = images.clone();
        this.dimension = dimension;
        this.firstLook = firstLook;
        codes = new float[images.length * dimension];
    }

    @Override
    public Portion<CodeSample> apply(Network network) {
        int n = pace.next(images.length - done);
        pace.time(n, () -> encode(network, n));
        done += n;
        boolean first = !looked && done >= firstLook;
        looked |= first;
        return new Portion<>(
                first || done == images.length ? Optional.of(known()) : Optional.empty(), done, images.length);
    }

    private void encode(Network network, int n) {
        float[] pixels = set.images(Arrays.copyOfRange(images, done, done + n));
        System.arraycopy(network.encode(pixels, n), 0, codes, done * dimension, n * dimension);
    }

    private CodeSample known() {
        return new CodeSample(set, Arrays.copyOf(images, done), Arrays.copyOf(codes, done * dimension), dimension);
    }
}
