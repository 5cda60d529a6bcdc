package hourglass.session.measure;

import hourglass.core.data.ImageSet;
import hourglass.engine.model.Network;
import hourglass.engine.train.Posteriors;
import hourglass.engine.train.Posteriors.Divergence;
import hourglass.session.ask.Pace;
import hourglass.session.ask.Portion;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * How far each number of a variational network's code is from the prior, as the mean KL divergence over images, portion by
 * portion. One thread at a time.
 */
public final class KlMeasuring implements Function<Network, Portion<Divergence>> {
    /** Nats below which a number says nothing of the image: the network has given it up. */
    public static final double DEAD = 0.01;

    private final ImageSet set;
    private final int[] images;
    private final Pace pace = new Pace();
    private double[] sums = new double[0];
    private int done;

    /** Over these images, at least one. */
    public KlMeasuring(ImageSet set, int[] images) {
        this.set = set;
        this.images = images.clone();
    }

    @Override
    public Portion<Divergence> apply(Network network) {
        int n = pace.next(images.length - done);
        pace.time(n, () -> add(network, n));
        done += n;
        return done < images.length
                ? Portion.of(done, images.length)
                : new Portion<>(Optional.of(new Divergence(sums)), done, done);
    }

    private void add(Network network, int n) {
        int[] chosen = Arrays.copyOfRange(images, done, done + n);
        double[] part = Posteriors.klPerDimension(network.posterior(set.images(chosen), n), n)
                .perDimension();
        if (done == 0) {
            sums = new double[part.length];
        }
        for (int d = 0; d < part.length; d++) {
            sums[d] += part[d] * n / images.length;
        }
    }
}
