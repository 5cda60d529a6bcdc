package hourglass.engine.dl4j;

import hourglass.engine.heap.Elementwise;
import hourglass.core.noise.NormalNumbers;
import hourglass.core.spec.Activation;
import hourglass.core.spec.LayerSpec;
import hourglass.core.spec.Loss;
import hourglass.core.spec.Volume;
import java.util.concurrent.TimeUnit;
import org.nd4j.linalg.api.ndarray.INDArray;
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

/** The kernels of dense-64 and conv-denoise, each on its own, on one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class KernelBenchmark {
    private static final int PIXELS = 784;
    private static final int CODE = 64;
    private static final int WEIGHTS = 101_200;

    /** Images per step. */
    @Param({"32", "128"})
    public int batch;

    private LayerBench dense;
    private LayerBench convolution;
    private LayerBench transposed;
    private LayerBench last;
    private float[] sums;
    private float[] targets;
    private float[] delta;
    private final float[] bias = new float[PIXELS];
    private final float[] gradient = new float[WEIGHTS];
    private final float[] first = new float[WEIGHTS];
    private final float[] second = new float[WEIGHTS];
    private long step;

    /** Makes the layers. */
    @Setup
    public void prepare() {
        Volume image = new Volume(1, 28, 28);
        Volume half = new Volume(16, 14, 14);
        Volume whole = new Volume(16, 28, 28);
        dense = new LayerBench(new LayerSpec.Dense(PIXELS, CODE, Activation.RELU), batch);
        convolution = new LayerBench(
                new LayerSpec.Convolution(half, new Volume(8, 7, 7), 3, 2, Activation.RELU), batch);
        transposed = new LayerBench(
                new LayerSpec.TransposedConvolution(new Volume(8, 14, 14), whole, 3, 2, Activation.RELU), batch);
        last = new LayerBench(new LayerSpec.Convolution(whole, image, 3, 1, Activation.RELU), batch);
        sums = new float[batch * PIXELS];
        targets = new float[batch * PIXELS];
        delta = new float[batch * PIXELS];
        NormalNumbers.fill(targets, targets.length, 1);
        NormalNumbers.fill(gradient, gradient.length, 2);
    }

    /** Frees native memory. */
    @TearDown
    public void release() {
        dense.close();
        convolution.close();
        transposed.close();
        last.close();
    }

    /** 784 to 64 with ReLU. */
    @Benchmark
    public INDArray denseForward() {
        return dense.forward();
    }

    /** Error, both gradients and the error below. */
    @Benchmark
    public INDArray denseBackward() {
        return dense.backward();
    }

    /** 16×14×14 to 8×7×7. */
    @Benchmark
    public INDArray convolutionForward() {
        return convolution.forward();
    }

    /** The same backwards. */
    @Benchmark
    public INDArray convolutionBackward() {
        return convolution.backward();
    }

    /** 8×14×14 to 16×28×28. */
    @Benchmark
    public INDArray transposedForward() {
        return transposed.forward();
    }

    /** The same backwards. */
    @Benchmark
    public INDArray transposedBackward() {
        return transposed.backward();
    }

    /** 16×28×28 to the image. */
    @Benchmark
    public INDArray lastForward() {
        return last.forward();
    }

    /** The same backwards. */
    @Benchmark
    public INDArray lastBackward() {
        return last.backward();
    }

    /** Sigmoid, squared error and its gradient. */
    @Benchmark
    public double squaredErrorOutput() {
        System.arraycopy(targets, 0, sums, 0, sums.length);
        return Elementwise.sigmoidLoss(sums, targets, delta, 0, batch * PIXELS, batch * PIXELS, Loss.MEAN_SQUARED_ERROR);
    }

    /** Sigmoid, cross-entropy and its gradient. */
    @Benchmark
    public double crossEntropyOutput() {
        System.arraycopy(targets, 0, sums, 0, sums.length);
        return Elementwise.sigmoidLoss(sums, targets, delta, 0, batch * PIXELS, batch * PIXELS, Loss.BINARY_CROSS_ENTROPY);
    }

    /** Adam over the weights of dense-64. */
    @Benchmark
    public float[] adam() {
        Elementwise.adam(new float[WEIGHTS], gradient, first, second, 0, WEIGHTS, Elementwise.adamRate(1e-3, ++step));
        return gradient;
    }
}
