package hourglass.session.map;

import hourglass.core.data.DataSet;
import hourglass.core.data.Sketchwear;
import hourglass.core.spec.EmbeddingSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.ModelSpec;
import hourglass.engine.embed.Embedder;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Network;
import hourglass.engine.model.NetworkFactory;
import hourglass.engine.model.Parameters;
import hourglass.engine.model.Progress;
import hourglass.engine.model.RunId;
import hourglass.engine.model.TrainableNetwork;
import hourglass.testing.SmallData;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Networks and maps that need no library. */
final class FakeMaps {
    static final DataSet DATA = Sketchwear.generate(3, 20, 240);
    static final EmbeddingSpec SPEC = new EmbeddingSpec(200, 20, 300, 200, 5);

    private FakeMaps() {}

    static EmbeddingRequest request(MapSource source, EmbeddingSpec spec) {
        Experiment experiment = SmallData.dense(DATA, 1);
        float[] weights = new float[Math.toIntExact(experiment.model().parameterCount())];
        ModelSnapshot model = new ModelSnapshot(
                new RunId("test"), experiment, Progress.START, Parameters.copyOf(weights), Optional.empty(), List.of());
        return new EmbeddingRequest(spec, source, model, DATA);
    }

    /** Codes are the first pixels, changed by {@code change}; counts the networks not closed. */
    record FakeNetworks(AtomicInteger open, UnaryOperator<float[]> change) implements NetworkFactory {
        @Override
        public TrainableNetwork trainable(Experiment experiment) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Network evaluator(ModelSpec spec) {
            open.incrementAndGet();
            return new FakeNetwork(spec, this);
        }

        @Override
        public int threads() {
            return 1;
        }
    }

    private record FakeNetwork(ModelSpec spec, FakeNetworks maker) implements Network {
        @Override
        public void load(Parameters parameters) {}

        @Override
        public Parameters parameters() {
            throw new UnsupportedOperationException();
        }

        @Override
        public float[] encode(float[] images, int n) {
            float[] codes = new float[n * spec.codeSize()];
            for (int i = 0; i < codes.length; i++) {
                codes[i] = images[i / spec.codeSize() * spec.inputSize() + 300 + i % spec.codeSize()];
            }
            return maker.change().apply(codes);
        }

        @Override
        public float[] decode(float[] codes, int n) {
            throw new UnsupportedOperationException();
        }

        @Override
        public float[] reconstruct(float[] images, int n) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            maker.open().decrementAndGet();
        }
    }

    /** Walks by 10 and calls {@code each} before every walk. */
    static final class WalkingEmbedder implements Embedder {
        private final int size;
        private final Runnable each;
        private int iteration;

        WalkingEmbedder(int size, Runnable each) {
            this.size = size;
            this.each = each;
        }

        @Override
        public int iteration() {
            return iteration;
        }

        @Override
        public int exaggerationIterations() {
            return 255;
        }

        @Override
        public void advance(int most) {
            each.run();
            iteration += Math.min(10, most);
        }

        @Override
        public float[] coordinates() {
            float[] places = new float[2 * size];
            for (int i = 0; i < places.length; i++) {
                places[i] = i + iteration;
            }
            return places;
        }
    }
}
