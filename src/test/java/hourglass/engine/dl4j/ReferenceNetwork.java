package hourglass.engine.dl4j;

import hourglass.core.spec.Activation;
import hourglass.core.spec.DenseSpec;
import hourglass.core.spec.Loss;
import java.util.List;

/** A dense autoencoder written straight from the formulas, in double, for numeric gradients. */
final class ReferenceNetwork {
    private static final double STEP = 1e-5;

    private ReferenceNetwork() {}

    /** Central difference of the mean loss with respect to one weight. */
    static double slope(DenseSpec spec, float[] weights, float[] images, int n, int index) {
        double[] values = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            values[i] = weights[i];
        }
        values[index] += STEP;
        double up = loss(spec, values, images, n);
        values[index] -= 2 * STEP;
        double down = loss(spec, values, images, n);
        return (up - down) / (2 * STEP);
    }

    static double loss(DenseSpec spec, double[] weights, float[] images, int n) {
        double sum = 0;
        int pixels = spec.inputSize();
        for (int image = 0; image < n; image++) {
            double[] x = new double[pixels];
            for (int i = 0; i < pixels; i++) {
                x[i] = images[image * pixels + i];
            }
            double[] y = forward(spec, weights, x);
            for (int i = 0; i < pixels; i++) {
                sum += spec.loss() == Loss.MEAN_SQUARED_ERROR
                        ? (y[i] - x[i]) * (y[i] - x[i])
                        : -x[i] * Math.log(y[i]) - (1 - x[i]) * Math.log(1 - y[i]);
            }
        }
        return sum / (n * (double) pixels);
    }

    private static double[] forward(DenseSpec spec, double[] weights, double[] x) {
        List<Integer> sizes = spec.layerSizes();
        double[] values = x;
        int offset = 0;
        for (int layer = 0; layer + 1 < sizes.size(); layer++) {
            int in = sizes.get(layer);
            int out = sizes.get(layer + 1);
            double[] next = new double[out];
            for (int o = 0; o < out; o++) {
                double z = weights[offset + in * out + o];
                for (int i = 0; i < in; i++) {
                    z += weights[offset + o * in + i] * values[i];
                }
                next[o] = activate(z, spec.activationAfter(layer));
            }
            offset += in * out + out;
            values = next;
        }
        return values;
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
