package hourglass.ui.latent;

import hourglass.core.spec.Experiment;
import hourglass.core.spec.ModelSpec;
import hourglass.engine.model.Network;
import hourglass.engine.model.NetworkFactory;
import hourglass.engine.model.TrainableNetwork;
import hourglass.testing.FakeNetwork;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Networks of images of four pixels: the code is the first pixels times the first weight, the picture is the code divided
 * by it, black beyond; the standard deviation is a half. They can be held up and made to fail.
 */
final class HalvesNetworks implements NetworkFactory {
    final AtomicInteger decodings = new AtomicInteger();
    volatile boolean failing;
    private final Semaphore permits = new Semaphore(Integer.MAX_VALUE / 2);
    private volatile CountDownLatch entered = new CountDownLatch(0);

    /** From now on every decoding waits. */
    void holdUp() {
        permits.drainPermits();
        entered = new CountDownLatch(1);
    }

    void letAllPass() {
        permits.release(Integer.MAX_VALUE / 4);
    }

    /** Until a decoding has come to the barrier. */
    void awaitArrival() throws InterruptedException {
        if (!entered.await(20, TimeUnit.SECONDS)) {
            throw new AssertionError("waited in vain");
        }
    }

    @Override
    public TrainableNetwork trainable(Experiment experiment) {
        throw new UnsupportedOperationException("nothing is trained here");
    }

    @Override
    public Network evaluator(ModelSpec spec) {
        return new Halves(spec);
    }

    @Override
    public int threads() {
        return 1;
    }

    private final class Halves extends FakeNetwork {
        Halves(ModelSpec spec) {
            super(spec);
        }

        @Override
        public float[] encode(float[] images, int n) {
            int size = spec().codeSize();
            float[] codes = new float[n * size];
            for (int i = 0; i < codes.length; i++) {
                codes[i] = parameters().get(0) * images[i / size * spec().inputSize() + i % size];
            }
            return codes;
        }

        @Override
        public float[] posterior(float[] images, int n) {
            int size = spec().codeSize();
            float[] means = encode(images, n);
            float[] posterior = new float[2 * means.length];
            for (int row = 0; row < n; row++) {
                System.arraycopy(means, row * size, posterior, 2 * row * size, size);
                for (int d = 0; d < size; d++) {
                    posterior[(2 * row + 1) * size + d] = (float) (2 * Math.log(0.5));
                }
            }
            return posterior;
        }

        @Override
        public float[] decode(float[] codes, int n) {
            if (failing) {
                throw new IllegalStateException("The decoder failed on purpose.");
            }
            decodings.incrementAndGet();
            entered.countDown();
            permits.acquireUninterruptibly();
            int size = spec().codeSize();
            float[] images = new float[n * spec().inputSize()];
            for (int row = 0; row < n; row++) {
                for (int d = 0; d < size; d++) {
                    images[row * spec().inputSize() + d] =
                            codes[row * size + d] / parameters().get(0);
                }
            }
            return images;
        }
    }
}
