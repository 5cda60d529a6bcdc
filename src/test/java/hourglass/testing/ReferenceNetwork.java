package hourglass.testing;

import hourglass.core.spec.Activation;
import hourglass.core.spec.LayerSpec;
import hourglass.core.spec.Loss;
import hourglass.core.spec.ModelSpec;
import hourglass.core.spec.Volume;

/** Every network written straight from the formulas, in double and without any cleverness, for numeric gradients. */
public final class ReferenceNetwork {
    private static final double STEP = 1e-5;
    private final ModelSpec spec;
    private final float[] images;
    private final int n;
    private final float[] noise;
    private final double klWeight;

    /** {@code noise [n × latent]} is what a sampling layer adds. */
    public ReferenceNetwork(ModelSpec spec, float[] images, int n, float[] noise, double klWeight) {
        this.spec = spec;
        this.images = images;
        this.n = n;
        this.noise = noise;
        this.klWeight = klWeight;
    }

    /** Central difference of the mean loss with respect to one weight. */
    public double slope(float[] weights, int index) {
        double[] values = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            values[i] = weights[i];
        }
        values[index] += STEP;
        double up = loss(values);
        values[index] -= 2 * STEP;
        double down = loss(values);
        return (up - down) / (2 * STEP);
    }

    /** Mean loss with these weights. */
    public double loss(double[] weights) {
        double sum = 0;
        double kl = 0;
        int pixels = spec.inputSize();
        for (int image = 0; image < n; image++) {
            double[] x = new double[pixels];
            for (int i = 0; i < pixels; i++) {
                x[i] = images[image * pixels + i];
            }
            double[] y = x;
            int offset = 0;
            for (LayerSpec layer : spec.layers()) {
                if (layer instanceof LayerSpec.Sampling sampling) {
                    kl += divergence(y, sampling.latent());
                    y = sample(y, sampling.latent(), image);
                } else {
                    y = forward(layer, weights, offset, y);
                }
                offset += (int) layer.parameterCount();
            }
            for (int i = 0; i < pixels; i++) {
                sum += spec.loss() == Loss.MEAN_SQUARED_ERROR
                        ? (y[i] - x[i]) * (y[i] - x[i])
                        : -x[i] * Math.log(y[i]) - (1 - x[i]) * Math.log(1 - y[i]);
            }
        }
        return sum / (n * (double) pixels) + klWeight * kl / n;
    }

    private static double divergence(double[] statistics, int latent) {
        double sum = 0;
        for (int d = 0; d < latent; d++) {
            double mean = statistics[d];
            double logVariance = statistics[latent + d];
            sum += 0.5 * (mean * mean + Math.exp(logVariance) - 1 - logVariance);
        }
        return sum;
    }

    private double[] sample(double[] statistics, int latent, int image) {
        double[] codes = new double[latent];
        for (int d = 0; d < latent; d++) {
            codes[d] = statistics[d] + Math.exp(statistics[latent + d] / 2) * noise[image * latent + d];
        }
        return codes;
    }

    private static double[] forward(LayerSpec layer, double[] weights, int offset, double[] x) {
        if (layer instanceof LayerSpec.Convolution c) {
            return convolution(c, weights, offset, x);
        }
        if (layer instanceof LayerSpec.TransposedConvolution t) {
            return transposed(t, weights, offset, x);
        }
        return dense((LayerSpec.Dense) layer, weights, offset, x);
    }

    private static double[] dense(LayerSpec.Dense layer, double[] weights, int offset, double[] x) {
        double[] y = new double[layer.outputs()];
        for (int o = 0; o < y.length; o++) {
            double z = weights[offset + x.length * y.length + o];
            for (int i = 0; i < x.length; i++) {
                z += weights[offset + o * x.length + i] * x[i];
            }
            y[o] = activate(z, layer.activation());
        }
        return y;
    }

    private static double[] convolution(LayerSpec.Convolution layer, double[] weights, int offset, double[] x) {
        Volume in = layer.in();
        Volume out = layer.out();
        double[] y = new double[out.size()];
        int top = before(out.height(), in.height(), layer.kernel(), layer.stride());
        int left = before(out.width(), in.width(), layer.kernel(), layer.stride());
        for (int o = 0; o < y.length; o++) {
            int channel = o % out.channels();
            int column = o / out.channels() % out.width();
            int row = o / out.channels() / out.width();
            double z = weights[offset + channel];
            for (int i = 0; i < x.length; i++) {
                int ky = i / in.channels() / in.width() - row * layer.stride() + top;
                int kx = i / in.channels() % in.width() - column * layer.stride() + left;
                if (ky >= 0 && ky < layer.kernel() && kx >= 0 && kx < layer.kernel()) {
                    int w = ((channel * in.channels() + i % in.channels()) * layer.kernel() + ky) * layer.kernel() + kx;
                    z += weights[offset + out.channels() + w] * x[i];
                }
            }
            y[o] = activate(z, layer.activation());
        }
        return y;
    }

    private static double[] transposed(
            LayerSpec.TransposedConvolution layer, double[] weights, int offset, double[] x) {
        Volume in = layer.in();
        Volume out = layer.out();
        double[] y = new double[out.size()];
        int top = before(in.height(), out.height(), layer.kernel(), layer.stride());
        int left = before(in.width(), out.width(), layer.kernel(), layer.stride());
        for (int o = 0; o < y.length; o++) {
            int channel = o % out.channels();
            double z = weights[offset + channel];
            for (int i = 0; i < x.length; i++) {
                int ky = o / out.channels() / out.width() - i / in.channels() / in.width() * layer.stride() + top;
                int kx = o / out.channels() % out.width() - i / in.channels() % in.width() * layer.stride() + left;
                if (ky >= 0 && ky < layer.kernel() && kx >= 0 && kx < layer.kernel()) {
                    int w = ((i % in.channels() * out.channels() + channel) * layer.kernel() + ky) * layer.kernel()
                            + kx;
                    z += weights[offset + out.channels() + w] * x[i];
                }
            }
            y[o] = activate(z, layer.activation());
        }
        return y;
    }

    private static int before(int small, int large, int kernel, int stride) {
        return Math.max(0, (small - 1) * stride + kernel - large) / 2;
    }

    private static double activate(double z, Activation activation) {
        return switch (activation) {
            case RELU -> Math.max(0, z);
            case TANH -> Math.tanh(z);
            case SIGMOID -> 1 / (1 + Math.exp(-z));
            case ELU -> z > 0 ? z : Math.expm1(z);
            case LINEAR -> z;
        };
    }
}
