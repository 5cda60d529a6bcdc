package hourglass.ui.map;

import hourglass.core.spec.Experiment;
import hourglass.core.spec.ModelSpec;
import hourglass.engine.model.Network;
import hourglass.engine.model.NetworkFactory;
import hourglass.engine.model.Parameters;
import hourglass.engine.model.TrainableNetwork;
import java.util.concurrent.Semaphore;

/** Networks whose code is a few pixels and whose picture is half as bright; encoding can be held up. */
final class HalvingNetworks implements NetworkFactory {
    private final Semaphore permits = new Semaphore(Integer.MAX_VALUE / 2);

    /** From now on encoding waits for {@link #letPass}. */
    void holdUp() {
        permits.drainPermits();
    }

    void letPass() {
        permits.release(Integer.MAX_VALUE / 4);
    }

    @Override
    public TrainableNetwork trainable(Experiment experiment) {
        throw new UnsupportedOperationException("nothing is trained here");
    }

    @Override
    public Network evaluator(ModelSpec spec) {
        return new Halving(spec, permits);
    }

    @Override
    public int threads() {
        return 1;
    }

    private record Halving(ModelSpec spec, Semaphore permits) implements Network {
        @Override
        public void load(Parameters parameters) {
            // There is nothing to know.
        }

        @Override
        public Parameters parameters() {
            throw new UnsupportedOperationException();
        }

        @Override
        public float[] encode(float[] images, int n) {
            permits.acquireUninterruptibly();
            float[] codes = new float[n * spec.codeSize()];
            for (int i = 0; i < codes.length; i++) {
                codes[i] = images[i / spec.codeSize() * spec.inputSize() + 300 + 6 * (i % spec.codeSize())];
            }
            return codes;
        }

        @Override
        public float[] decode(float[] codes, int n) {
            return new float[n * spec.inputSize()];
        }

        @Override
        public float[] reconstruct(float[] images, int n) {
            float[] output = new float[images.length];
            for (int i = 0; i < output.length; i++) {
                output[i] = images[i] / 2;
            }
            return output;
        }

        @Override
        public void close() {
            // Nothing native here.
        }
    }
}
