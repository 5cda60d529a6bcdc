package hourglass.ui.reconstruct;

import hourglass.core.spec.Experiment;
import hourglass.core.spec.ModelSpec;
import hourglass.engine.model.Network;
import hourglass.engine.model.NetworkFactory;
import hourglass.engine.model.TrainableNetwork;
import hourglass.testing.FakeNetwork;
import hourglass.testing.Workers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Networks whose code is the mean brightness and whose picture is that times the first weight; they can be held up. */
final class ScalingNetworks implements NetworkFactory {
    final AtomicInteger questions = new AtomicInteger();
    final List<Integer> sizes = new CopyOnWriteArrayList<>();
    private final Semaphore permits = new Semaphore(Integer.MAX_VALUE / 2);
    private volatile CountDownLatch entered = new CountDownLatch(0);

    /** From now on every evaluation waits for {@link #letOnePass}. */
    void holdUp() {
        permits.drainPermits();
        entered = new CountDownLatch(1);
    }

    /** Lets the waiting evaluation go on; the next one will wait again. */
    void letOnePass() {
        entered = new CountDownLatch(1);
        permits.release();
    }

    void letAllPass() {
        permits.release(Integer.MAX_VALUE / 4);
    }

    /** Until an evaluation has come to the barrier. */
    void awaitArrival() throws InterruptedException {
        Workers.await(entered);
    }

    @Override
    public TrainableNetwork trainable(Experiment experiment) {
        throw new UnsupportedOperationException("nothing is trained here");
    }

    @Override
    public Network evaluator(ModelSpec spec) {
        return new Scaling(spec);
    }

    @Override
    public int threads() {
        return 1;
    }

    private final class Scaling extends FakeNetwork {
        Scaling(ModelSpec spec) {
            super(spec);
        }

        @Override
        public float[] encode(float[] images, int n) {
            questions.incrementAndGet();
            sizes.add(n);
            entered.countDown();
            permits.acquireUninterruptibly();
            float[] codes = new float[n];
            for (int i = 0; i < images.length; i++) {
                codes[i / spec().inputSize()] += images[i] / spec().inputSize();
            }
            return codes;
        }

        @Override
        public float[] decode(float[] codes, int n) {
            float[] images = new float[n * spec().inputSize()];
            for (int i = 0; i < images.length; i++) {
                images[i] = parameters().get(0) * codes[i / spec().inputSize()];
            }
            return images;
        }
    }
}
