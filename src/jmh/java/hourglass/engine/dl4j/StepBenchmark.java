package hourglass.engine.dl4j;

import hourglass.core.noise.NormalNumbers;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Preset;
import hourglass.engine.model.TrainableNetwork;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One training step of a whole network on one thread, without the making of batches. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class StepBenchmark {
    private static final int PIXELS = 784;

    /** Which network. */
    @Param({"dense-64", "conv-denoise", "conv-64", "vae-2"})
    public String preset;

    /** Images per step. */
    @Param({"32", "128"})
    public int batch;

    private TrainableNetwork network;
    private float[] images;

    /** Makes the network. */
    @Setup
    public void prepare() {
        Experiment base = Preset.byId(preset).orElseThrow().experiment(new DataSpec("", ""), 28, 28, 7);
        network = new Dl4jNetworks().trainable(base.withTraining(base.training().withBatchSize(batch)));
        images = new float[batch * PIXELS];
        NormalNumbers.fill(images, images.length, 1);
        for (int i = 0; i < images.length; i++) {
            images[i] = Math.max(0f, Math.min(1f, images[i]));
        }
    }

    /** Frees native memory. */
    @TearDown
    public void release() {
        network.close();
    }

    /** Forward, backward, Adam. */
    @Benchmark
    public double step() {
        return network.fit(images, images, batch);
    }
}
