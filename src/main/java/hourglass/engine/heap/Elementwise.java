package hourglass.engine.heap;

import hourglass.core.spec.Activation;
import hourglass.core.spec.Loss;

/**
 * The element-wise arithmetic of a dense network on heap arrays, in loops simple enough for the JIT to vectorise.
 *
 * <p>All blocks are row-major {@code [n × width]} and start at index 0; arrays may be longer than the block.
 */
public final class Elementwise {
    /** Few enough that their product of certainties stays above the smallest double. */
    private static final int BLOCK = 64;

    private Elementwise() {}

    /** {@code values += bias} row by row from {@code start} on, then the activation, in place. */
    public static void biasAndActivate(float[] values, int start, float[] bias, int rows, Activation activation) {
        int width = bias.length;
        if (activation == Activation.RELU && width > 1) {
            for (int row = 0; row < rows; row++) {
                addBiasAndCut(values, bias, start + row * width, width);
            }
            return;
        }
        for (int row = 0; row < rows && width > 1; row++) {
            addBias(values, bias, start + row * width, width);
        }
        for (int i = start; i < start + rows && width == 1; i++) {
            values[i] += bias[0];
        }
        activate(values, start, start + rows * width, activation);
    }

    /** Bias and ReLU in one pass: these blocks are larger than the cache. */
    private static void addBiasAndCut(float[] values, float[] bias, int from, int width) {
        for (int i = 0; i < width; i++) {
            values[from + i] = Math.max(0f, values[from + i] + bias[i]);
        }
    }

    private static void activate(float[] values, int from, int to, Activation activation) {
        switch (activation) {
            case LINEAR -> {}
            case RELU -> {
                for (int i = from; i < to; i++) {
                    values[i] = Math.max(0f, values[i]);
                }
            }
            case SIGMOID -> {
                for (int i = from; i < to; i++) {
                    values[i] = sigmoid(values[i]);
                }
            }
            case TANH -> {
                for (int i = from; i < to; i++) {
                    values[i] = tanh(values[i]);
                }
            }
            case ELU -> {
                for (int i = from; i < to; i++) {
                    values[i] = values[i] > 0 ? values[i] : (float) Math.expm1(values[i]);
                }
            }
        }
    }

    /** 1 / (1 + e^−x) = ½ + ½ tanh(x / 2). */
    public static float sigmoid(float x) {
        return 0.5f + 0.5f * tanh(0.5f * x);
    }

    /**
     * tanh by the rational minimax approximation of degree 13 over 6 on ±7.9, beyond which floats cannot tell it from
     * ±1; absolute error below 5e-7. Without branches or calls, so a loop over it runs in vector registers.
     */
    @SuppressWarnings("FloatingPointLiteralPrecision") // the digits stand as the approximation was fitted
    public static float tanh(float x) {
        float c = Math.max(-7.90531110763549805f, Math.min(7.90531110763549805f, x));
        float s = c * c;
        float p = -2.76076847742355e-16f;
        p = p * s + 2.00018790482477e-13f;
        p = p * s - 8.60467152213735e-11f;
        p = p * s + 5.12229709037114e-08f;
        p = p * s + 1.48572235717979e-05f;
        p = p * s + 6.37261928875436e-04f;
        p = p * s + 4.89352455891786e-03f;
        float q = 1.19825839466702e-06f;
        q = q * s + 1.18534705686654e-04f;
        q = q * s + 2.26843463243900e-03f;
        q = q * s + 4.89352518554385e-03f;
        return c * p / q;
    }

    /** {@code delta *= activation'(z)} in a range, with the derivative read off the activation's output {@code a}. */
    public static void scaleByDerivative(float[] delta, float[] a, int from, int to, Activation activation) {
        switch (activation) {
            case LINEAR -> {}
            case RELU -> {
                // 0 or 1 without a branch, so that the loop runs in vector registers.
                for (int i = from; i < to; i++) {
                    delta[i] *= Math.min(1f, a[i] * Float.MAX_VALUE);
                }
            }
            case SIGMOID -> {
                for (int i = from; i < to; i++) {
                    delta[i] *= a[i] * (1 - a[i]);
                }
            }
            case TANH -> {
                for (int i = from; i < to; i++) {
                    delta[i] *= 1 - a[i] * a[i];
                }
            }
            case ELU -> {
                for (int i = from; i < to; i++) {
                    delta[i] *= a[i] > 0 ? 1 : a[i] + 1;
                }
            }
        }
    }

    /** Adds the columns of {@code rows} rows of {@code block}, from {@code start} on, to {@code sums}. */
    public static void addColumns(float[] block, int start, float[] sums, int rows) {
        int width = sums.length;
        for (int row = 0; row < rows; row++) {
            int from = start + row * width;
            for (int i = 0; i < width; i++) {
                sums[i] += block[from + i];
            }
        }
    }

    /** {@code values += bias} row by row from {@code start} on; a row is as long as the bias. */
    public static void addBias(float[] values, int start, float[] bias, int rows) {
        int width = bias.length;
        for (int row = 0; row < rows && width > 1; row++) {
            addBias(values, bias, start + row * width, width);
        }
        for (int i = start; i < start + rows && width == 1; i++) {
            values[i] += bias[0];
        }
    }

    private static void addBias(float[] z, float[] bias, int from, int width) {
        for (int i = 0; i < width; i++) {
            z[from + i] += bias[i];
        }
    }

    /**
     * Output layer in one pass over a range: the sigmoid of the sums {@code z} is held against the target, and {@code
     * delta} becomes the gradient of the mean loss over {@code count} pixels with respect to {@code z}. {@code z} is used
     * up, {@code target} is not touched.
     *
     * @param count pixels the mean is taken over, those of the whole batch
     * @return sum of the losses of the range
     */
    public static double sigmoidLoss(
            float[] z, float[] target, float[] delta, int from, int to, long count, Loss loss) {
        return switch (loss) {
            case MEAN_SQUARED_ERROR -> squaredError(z, target, delta, from, to, 2f / count);
            case BINARY_CROSS_ENTROPY -> crossEntropy(z, target, delta, from, to, 1f / count);
        };
    }

    /** d/dz mean (a − t)² = 2 (a − t) a (1 − a) / count. */
    private static double squaredError(float[] z, float[] target, float[] delta, int from, int to, float scale) {
        for (int i = from; i < to; i++) {
            float a = sigmoid(z[i]);
            float error = a - target[i];
            z[i] = error;
            delta[i] = scale * error * a * (1 - a);
        }
        double sum = 0;
        for (int at = from; at < to; at += BLOCK) {
            sum += sumOfSquares(z, at, Math.min(BLOCK, to - at));
        }
        return sum;
    }

    private static float sumOfSquares(float[] values, int from, int count) {
        float sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += values[i] * values[i];
        }
        return sum;
    }

    /**
     * d/dz mean −t log a − (1 − t) log (1 − a) = (a − t) / count. The loss is max(z, 0) − z t + log(1 + e^−|z|), and its last
     * term −log σ(|z|) = −log max(a, 1 − a): those are multiplied up, 64 of them at least 2⁻⁶⁴, before one logarithm is taken.
     */
    private static double crossEntropy(float[] z, float[] target, float[] delta, int from, int to, float scale) {
        float[] straight = new float[BLOCK];
        double sum = 0;
        for (int at = from; at < to; at += BLOCK) {
            int end = Math.min(at + BLOCK, to);
            for (int i = at; i < end; i++) {
                float a = sigmoid(z[i]);
                float t = target[i];
                delta[i] = scale * (a - t);
                straight[i - at] = Math.max(z[i], 0f) - z[i] * t;
                z[i] = Math.max(a, 1 - a);
            }
            sum += entropyOf(z, straight, at, end);
        }
        return sum;
    }

    private static double entropyOf(float[] certainty, float[] straight, int from, int to) {
        double product = 1;
        float sum = 0;
        for (int i = from; i < to; i++) {
            product *= certainty[i];
            sum += straight[i - from];
        }
        return sum - Math.log(product);
    }

    /** Adam's step size after {@code step} steps, with both corrections for the zeros it began with. */
    public static float adamRate(double learningRate, long step) {
        double steps = (double) step;
        return (float) (learningRate * Math.sqrt(1 - Math.pow(0.999, steps)) / (1 - Math.pow(0.9, steps)));
    }

    /**
     * One step of Adam (Kingma and Ba 2015, in the order of their section 2) over a range: moments and weights in place.
     */
    public static void adam(
            float[] weights, float[] gradient, float[] first, float[] second, int from, int to, float rate) {
        float b1 = 0.9f;
        float b2 = 0.999f;
        for (int i = from; i < to; i++) {
            float g = gradient[i];
            float m = b1 * first[i] + (1 - b1) * g;
            float v = b2 * second[i] + (1 - b2) * g * g;
            first[i] = m;
            second[i] = v;
            weights[i] -= rate * m / ((float) Math.sqrt(v) + 1e-8f);
        }
    }
}
