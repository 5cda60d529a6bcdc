package hourglass.engine.train;

import hourglass.core.data.ImageSet;
import hourglass.core.noise.Noise;
import hourglass.core.spec.Experiment;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the training images into batches: every epoch in an order of its own, drawn from {@code seed + epoch}, so that a
 * resumed training meets the same batches. The last batch of an epoch may be smaller.
 *
 * <p>While one batch is trained the next is assembled, with its noise, by another thread; where none is free the trainer
 * does it itself.
 */
final class BatchFeed {
    private final ImageSet images;
    private final Experiment experiment;
    private final Executor ahead;
    private final int[] order;
    private int orderedFor = -1;
    private @Nullable Pending pending;
    private @Nullable Batch free;

    BatchFeed(ImageSet images, Experiment experiment, Executor ahead) {
        this.images = images;
        this.experiment = experiment;
        this.ahead = ahead;
        order = new int[images.size()];
    }

    /** One batch; the arrays are used again two batches later. */
    static final class Batch {
        private final float[] inputs;
        private final float[] targets;
        private int size;

        Batch(int numbers, boolean noisy) {
            targets = new float[numbers];
            inputs = noisy ? new float[numbers] : targets;
        }

        float[] inputs() {
            return inputs;
        }

        float[] targets() {
            return targets;
        }

        int size() {
            return size;
        }
    }

    private record Place(int epoch, int batch, long iteration) {}

    private record Pending(Place place, FutureTask<Batch> task) {}

    int batchesPerEpoch() {
        int size = experiment.training().batchSize();
        return (images.size() + size - 1) / size;
    }

    /** The batch of a place in the training; what follows it is begun. */
    Batch load(int epoch, int batch, long iteration) {
        Place wanted = new Place(epoch, batch, iteration);
        Pending begun = pending;
        pending = null;
        Batch ready = begun == null ? null : finish(begun.task());
        Batch result;
        if (begun != null && ready != null && begun.place().equals(wanted)) {
            result = ready;
        } else {
            result = assemble(wanted, ready == null ? empty() : ready);
        }
        Batch other = free == null ? empty() : free;
        free = result;
        begin(
                batch + 1 < batchesPerEpoch()
                        ? new Place(epoch, batch + 1, iteration + 1)
                        : new Place(epoch + 1, 0, iteration + 1),
                other);
        return result;
    }

    private void begin(Place place, Batch target) {
        FutureTask<Batch> task = new FutureTask<>(() -> assemble(place, target));
        pending = new Pending(place, task);
        ahead.execute(task);
    }

    private Batch finish(FutureTask<Batch> task) {
        // Does nothing where another thread has begun; so a thread that is gone cannot keep the trainer waiting.
        task.run();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException again) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The next batch could not be assembled: " + failed.getMessage(), failed);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Batch empty() {
        int batch = Math.min(experiment.training().batchSize(), images.size());
        return new Batch(batch * images.pixelsPerImage(), experiment.noise().isNoisy());
    }

    private Batch assemble(Place place, Batch target) {
        shuffle(place.epoch());
        int size = experiment.training().batchSize();
        int from = place.batch() * size;
        int n = Math.min(size, images.size() - from);
        for (int i = 0; i < n; i++) {
            images.copyImage(order[from + i], target.targets, i * images.pixelsPerImage());
        }
        target.size = n;
        if (experiment.noise().isNoisy()) {
            long seed = experiment.seed() * 0x9E3779B97F4A7C15L + place.iteration();
            Noise.apply(
                    experiment.noise(), images.pixelsPerImage(), images.width(), target.targets, target.inputs, seed);
        }
        return target;
    }

    private void shuffle(int epoch) {
        if (epoch == orderedFor) {
            return;
        }
        orderedFor = epoch;
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
