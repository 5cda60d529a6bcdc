package hourglass.cli;

import hourglass.core.spec.Experiment;
import hourglass.core.spec.ModelSpec;
import hourglass.engine.model.Network;
import hourglass.engine.model.NetworkFactory;
import hourglass.engine.model.Parameters;
import hourglass.engine.model.TrainableNetwork;
import java.util.ArrayList;
import java.util.List;

/** Networks of any family without weights: number d of the code is the mean of every codeSize-th pixel from d on. */
final class StripeNetworks implements NetworkFactory {
    /** Every block of images that was encoded. */
    final List<float[]> encoded = new ArrayList<>();
    /** Every block of codes that was decoded. */
    final List<float[]> decoded = new ArrayList<>();

    @Override
    public Network evaluator(ModelSpec spec) {
        return new Stripes(spec);
    }

    @Override
    public TrainableNetwork trainable(Experiment experiment) {
        throw new UnsupportedOperationException("these cannot learn");
    }

    @Override
    public int threads() {
        return 1;
    }

    private final class Stripes implements Network {
        private final ModelSpec spec;

        Stripes(ModelSpec spec) {
            this.spec = spec;
        }

        @Override
        public ModelSpec spec() {
            return spec;
        }

        @Override
        public void load(Parameters parameters) {}

        @Override
        public Parameters parameters() {
            return Parameters.copyOf(new float[(int) spec.parameterCount()]);
        }

        @Override
        public float[] encode(float[] images, int n) {
            encoded.add(images.clone());
            int size = spec.codeSize();
            int pixels = spec.inputSize();
            float[] codes = new float[n * size];
            for (int i = 0; i < images.length; i++) {
                codes[i / pixels * size + i % pixels % size] += 4f * images[i] * size / pixels;
            }
            return codes;
        }

        @Override
        public float[] decode(float[] codes, int n) {
            decoded.add(codes.clone());
            int size = spec.codeSize();
            int pixels = spec.inputSize();
            float[] images = new float[n * pixels];
            for (int i = 0; i < images.length; i++) {
                images[i] = 1 / (1 + (float) Math.exp(-codes[i / pixels * size + i % pixels % size]));
            }
            return images;
        }

        @Override
        public float[] reconstruct(float[] images, int n) {
            return decode(encode(images, n), n);
        }

        /** Its input over and over. */
        @Override
        public float[] through(float[] values, int n, int from, int to) {
            float[] made = new float[n * spec.layers().get(to - 1).outputs()];
            for (int i = 0; i < made.length; i++) {
                made[i] = values[i % values.length];
            }
            return made;
        }

        @Override
        public float[] posterior(float[] images, int n) {
            if (!spec.isVariational()) {
                return Network.super.posterior(images, n);
            }
            int size = spec.codeSize();
            float[] means = encode(images, n);
            float[] posterior = new float[2 * means.length];
            for (int i = 0; i < means.length; i++) {
                posterior[i / size * 2 * size + i % size] = means[i];
                posterior[i / size * 2 * size + size + i % size] = -1;
            }
            return posterior;
        }

        @Override
        public void close() {}
    }
}
