package hourglass.engine.train;

import hourglass.core.data.ImageSet;
import hourglass.core.noise.Noise;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.NoiseKind;
import java.util.SplittableRandom;

/**
 * Cuts the training images into batches: every epoch in an order of its own, drawn from {@code seed + epoch}, so that a
 * resumed training meets the same batches. The last batch of an epoch may be smaller.
 */
final class BatchFeed {
    private final ImageSet images;
    private final Experiment experiment;
    private final int[] order;
    private final float[] clean;
    private final float[] noisy;
    private int epoch = -1;

    BatchFeed(ImageSet images, Experiment experiment) {
        this.images = images;
        this.experiment = experiment;
        order = new int[images.size()];
        int batch = Math.min(experiment.training().batchSize(), images.size());
        clean = new float[batch * images.pixelsPerImage()];
        noisy = experiment.noise().kind() == NoiseKind.NONE ? clean : new float[clean.length];
    }

    int batchesPerEpoch() {
        int size = experiment.training().batchSize();
        return (images.size() + size - 1) / size;
    }

    /** Assembles one batch; gives its number of images. */
    int load(int wantedEpoch, int batch, long iteration) {
        if (wantedEpoch != epoch) {
            shuffle(wantedEpoch);
        }
        int size = experiment.training().batchSize();
        int from = batch * size;
        int n = Math.min(size, images.size() - from);
        for (int i = 0; i < n; i++) {
            images.copyImage(order[from + i], clean, i * images.pixelsPerImage());
        }
        if (noisy != clean) {
            Noise.apply(experiment.noise(), clean, noisy, experiment.seed() * 0x9E3779B97F4A7C15L + iteration);
        }
        return n;
    }

    float[] inputs() {
        return noisy;
    }

    float[] targets() {
        return clean;
    }

    private void shuffle(int wantedEpoch) {
        epoch = wantedEpoch;
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        SplittableRandom random = new SplittableRandom(experiment.seed() + epoch);
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
    }
}
