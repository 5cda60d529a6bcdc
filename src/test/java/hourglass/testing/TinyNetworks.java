package hourglass.testing;

import hourglass.core.spec.Activation;
import hourglass.core.spec.ConvSpec;
import hourglass.core.spec.DenseSpec;
import hourglass.core.spec.Likelihood;
import hourglass.core.spec.Loss;
import hourglass.core.spec.ModelSpec;
import hourglass.core.spec.VariationalSpec;
import hourglass.core.spec.Waist;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Networks of a few dozen weights in which every kind of layer stands in every situation. */
public final class TinyNetworks {
    private TinyNetworks() {}

    /** Every layer, activation, loss, padding and way of running a convolution that there is. */
    public static Stream<ModelSpec> all() {
        List<ModelSpec> specs = new ArrayList<>();
        for (Activation activation : Activation.values()) {
            for (Loss loss : Loss.values()) {
                specs.add(new DenseSpec(12, List.of(7), 3, activation, activation, loss));
            }
            specs.add(conv(8, 8, List.of(3, 2), 3, Waist.NONE, activation));
        }
        specs.add(conv(7, 6, List.of(2, 3), 3, Waist.of(4, Activation.LINEAR), Activation.TANH));
        specs.add(conv(5, 5, List.of(2, 2, 2), 2, new Waist(List.of(5), 2, Activation.TANH), Activation.ELU));
        specs.add(conv(8, 4, List.of(1, 3), 4, Waist.NONE, Activation.SIGMOID));
        specs.add(conv(6, 6, List.of(3), 5, Waist.NONE, Activation.TANH));
        specs.add(conv(4, 4, List.of(2), 1, Waist.NONE, Activation.TANH));
        // Windows far wider than the inner volumes, with one channel and with several.
        specs.add(conv(9, 9, List.of(1, 1, 1, 1), 9, Waist.NONE, Activation.TANH));
        specs.add(conv(9, 9, List.of(2, 1, 2, 2), 8, Waist.NONE, Activation.TANH));
        DenseSpec trunk = new DenseSpec(12, List.of(7), 3, Activation.TANH, Activation.LINEAR, Loss.MEAN_SQUARED_ERROR);
        specs.add(new VariationalSpec(trunk, Likelihood.BERNOULLI, 1, 0));
        specs.add(new VariationalSpec(trunk, Likelihood.GAUSSIAN, 1, 0));
        specs.add(new VariationalSpec(
                conv(6, 6, List.of(2), 3, Waist.of(2, Activation.LINEAR), Activation.TANH),
                Likelihood.BERNOULLI,
                1,
                0));
        return specs.stream();
    }

    private static ConvSpec conv(
            int width, int height, List<Integer> channels, int kernel, Waist waist, Activation activation) {
        return new ConvSpec(width, height, channels, kernel, waist, activation, Loss.MEAN_SQUARED_ERROR);
    }
}
