package hourglass.testing;

import hourglass.core.spec.Activation;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.DenseSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Loss;
import hourglass.core.spec.ModelSpec;
import hourglass.core.spec.NoiseSpec;
import hourglass.core.spec.TrainingSpec;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Network;
import hourglass.engine.model.NetworkFactory;
import hourglass.engine.model.Parameters;
import hourglass.engine.model.Progress;
import hourglass.engine.model.TrainableNetwork;
import java.util.ArrayList;
import java.util.List;

/** Networks that hand back what they were shown times their first weight, and remember everything. */
public final class RecordingNetworks implements NetworkFactory {
    /** All that were made. */
    public final List<Recording> made = new ArrayList<>();
    /** What they were asked to reconstruct. */
    public final List<float[]> shown = new ArrayList<>();

    /** A network of this code size whose every weight is {@code weight}. */
    public static ModelSnapshot snapshot(int codeSize, float weight) {
        return snapshot(4, codeSize, weight);
    }

    /** The same for images of so many pixels. */
    public static ModelSnapshot snapshot(int pixels, int codeSize, float weight) {
        DenseSpec spec =
                new DenseSpec(pixels, List.of(), codeSize, Activation.RELU, Activation.LINEAR, Loss.MEAN_SQUARED_ERROR);
        Experiment experiment = new Experiment(
                "custom", new DataSpec("made up", ""), spec, NoiseSpec.CLEAN, new TrainingSpec(3, 2, 0.001), 7);
        return Snapshots.of("test-" + codeSize + "-" + (int) weight, experiment, Progress.START, weight);
    }

    @Override
    public TrainableNetwork trainable(Experiment experiment) {
        throw new UnsupportedOperationException("nothing is trained here");
    }

    @Override
    public Network evaluator(ModelSpec spec) {
        Recording network = new Recording(spec);
        made.add(network);
        return network;
    }

    @Override
    public int threads() {
        return 1;
    }

    /** How many are not closed. */
    public long open() {
        return made.stream().filter(network -> !network.closed).count();
    }

    /** How often weights were loaded. */
    public int loads() {
        return made.stream().mapToInt(network -> network.loads).sum();
    }

    /** One of them. */
    public final class Recording extends FakeNetwork {
        int loads;
        boolean closed;

        Recording(ModelSpec spec) {
            super(spec);
        }

        @Override
        public void load(Parameters parameters) {
            if (closed) {
                throw new IllegalStateException("closed");
            }
            loads++;
            super.load(parameters);
        }

        @Override
        public float[] reconstruct(float[] images, int n) {
            if (closed) {
                throw new IllegalStateException("closed");
            }
            shown.add(images.clone());
            float[] result = images.clone();
            for (int i = 0; i < result.length; i++) {
                result[i] *= parameters().get(0);
            }
            return result;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
