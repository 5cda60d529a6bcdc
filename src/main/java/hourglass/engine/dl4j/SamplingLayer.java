package hourglass.engine.dl4j;

import hourglass.core.noise.NormalNumbers;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.AbstractLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The waist of a variational network: from means μ and log-variances v, {@code [n × 2 · latent]}, to {@code z = μ + e^(v/2)
 * ε} with standard normal ε in training, and to μ elsewhere (Kingma and Welling 2013, section 2.4).
 *
 * <p>The divergence from the prior, {@code KL = ½ Σ (μ² + e^v − 1 − v)} per image, joins the score with its weight w as a
 * regularisation term, averaged over the batch like the loss. With g the error at z: {@code ∂μ = g + w/n μ} and {@code ∂v
 * = ½ g ε e^(v/2) + w/2n (e^v − 1)}. ε depends on the seed and on the step alone.
 */
final class SamplingLayer extends AbstractLayer<FusedSampling> {
    private static final long serialVersionUID = 1L;
    private static final long STREAM = 0xD1B54A32D192ED03L;
    private final int latent;
    private final SamplingState state;
    private transient float[] statistics = new float[0];
    private transient float[] noise = new float[0];
    private transient float[] gradients = new float[0];

    SamplingLayer(NeuralNetConfiguration conf, DataType type, int latent, SamplingState state) {
        super(conf, type);
        this.latent = latent;
        this.state = state;
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr memory) {
        int n = read();
        if (training) {
            NormalNumbers.fill(noise, n * latent, noiseSeed(state.seed(), getIterationCount()));
        }
        float[] codes = new float[n * latent];
        double kl = 0;
        for (int row = 0; row < n; row++) {
            for (int d = 0; d < latent; d++) {
                float mean = statistics[row * 2 * latent + d];
                float logVariance = statistics[row * 2 * latent + latent + d];
                float deviation = (float) Math.exp(0.5f * logVariance);
                int at = row * latent + d;
                codes[at] = training ? mean + deviation * noise[at] : mean;
                kl += 0.5 * ((double) mean * mean + (double) deviation * deviation - 1 - logVariance);
            }
        }
        state.kl(kl / n);
        INDArray out = memory.createUninitialized(ArrayType.ACTIVATIONS, DataType.FLOAT, new long[] {n, latent}, 'c');
        Native.pointer(out).put(codes);
        return out;
    }

    /** Seed of the numbers ε of one step, for image after image. */
    static long noiseSeed(long seed, long iteration) {
        return seed + STREAM * (iteration + 1);
    }

    private int read() {
        int n = (int) input.size(0);
        if (statistics.length < n * 2 * latent) {
            statistics = new float[n * 2 * latent];
            gradients = new float[n * 2 * latent];
            noise = new float[n * latent];
        }
        Native.pointer(input).get(statistics, 0, n * 2 * latent);
        return n;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr memory) {
        int n = (int) epsilon.size(0);
        float[] above = new float[n * latent];
        Native.pointer(epsilon).get(above);
        float pull = (float) (state.klWeight() / n);
        for (int row = 0; row < n; row++) {
            for (int d = 0; d < latent; d++) {
                int mean = row * 2 * latent + d;
                int at = row * latent + d;
                float deviation = (float) Math.exp(0.5f * statistics[mean + latent]);
                gradients[mean] = above[at] + pull * statistics[mean];
                gradients[mean + latent] =
                        0.5f * above[at] * noise[at] * deviation + 0.5f * pull * (deviation * deviation - 1);
            }
        }
        INDArray below =
                memory.createUninitialized(ArrayType.ACTIVATION_GRAD, DataType.FLOAT, new long[] {n, 2L * latent}, 'c');
        Native.pointer(below).put(gradients, 0, n * 2 * latent);
        return new Pair<>(new DefaultGradient(), below);
    }

    /** The weighted divergence of the batch the layer saw last. */
    @Override
    public double calcRegularizationScore(boolean backpropOnlyParams) {
        return state.klWeight() * state.kl();
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }

    @Override
    public void clearNoiseWeightParams() {}
}
