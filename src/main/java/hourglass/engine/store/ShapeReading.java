package hourglass.engine.store;

import hourglass.core.spec.Activation;
import hourglass.core.spec.ConvSpec;
import hourglass.core.spec.DenseSpec;
import hourglass.core.spec.InvalidSpecException;
import hourglass.core.spec.Likelihood;
import hourglass.core.spec.Loss;
import hourglass.core.spec.ModelSpec;
import hourglass.core.spec.PlainSpec;
import hourglass.core.spec.VariationalSpec;
import hourglass.core.spec.Waist;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which network has tensors of these names and shapes. What they leave open is taken as in the lesson: the loss, the
 * likelihood, and the side of a convolutional network's images, 28 pixels where that fits.
 */
final class ShapeReading {
    private static final int USUAL_SIDE = 28;

    private final Map<String, TensorTable.Entry> tensors;
    private final Activations activations;
    private final List<Integer> channels = new ArrayList<>();
    private final List<Integer> dense = new ArrayList<>();
    private int kernel;

    private ShapeReading(Map<String, TensorTable.Entry> tensors, Activations activations) {
        this.tensors = tensors;
        this.activations = activations;
    }

    /** The network, whose table is yet to be compared with the tensors. */
    static ModelSpec spec(Map<String, TensorTable.Entry> tensors, Activations activations) throws Refusal {
        try {
            return new ShapeReading(tensors, activations).spec();
        } catch (InvalidSpecException impossible) {
            throw new Refusal(
                    "the shapes of its tensors make no network of this program ("
                            + FailureWords.withoutStop(String.valueOf(impossible.getMessage()))
                            + "); choose another file",
                    impossible);
        }
    }

    private ModelSpec spec() throws Refusal {
        List<Integer> first = shape("encoder.0.weight");
        for (int i = 0; tensors.containsKey("encoder." + i + ".weight"); i++) {
            List<Integer> shape = shape("encoder." + i + ".weight");
            if (shape.size() == 4 && dense.isEmpty()) {
                channels.add(shape.get(0));
                kernel = shape.get(2);
            } else if (shape.size() == 2) {
                dense.add(shape.get(0));
            } else {
                throw strange();
            }
        }
        boolean variational = !dense.isEmpty() && codeTaken() == last() / 2.0;
        int code = dense.isEmpty() ? 0 : variational ? codeTaken() : last();
        List<Integer> hidden = dense.isEmpty() ? List.of() : List.copyOf(dense.subList(0, dense.size() - 1));
        PlainSpec trunk = channels.isEmpty() ? dense(first.get(1), hidden, code) : convolutional(hidden, code);
        return variational ? new VariationalSpec(trunk, Likelihood.BERNOULLI, 1, 0) : trunk;
    }

    private int last() {
        return dense.get(dense.size() - 1);
    }

    /** Numbers that the decoder takes. */
    private int codeTaken() throws Refusal {
        List<Integer> shape = shape("decoder.0.weight");
        return shape.size() == 2 ? shape.get(1) : 0;
    }

    private DenseSpec dense(int inputs, List<Integer> hidden, int code) {
        return new DenseSpec(inputs, hidden, code, activations.hidden(), activations.code(), Loss.MEAN_SQUARED_ERROR);
    }

    private ConvSpec convolutional(List<Integer> hidden, int code) throws Refusal {
        int side = dense.isEmpty()
                ? USUAL_SIDE
                : side(shape("encoder." + channels.size() + ".weight").get(1));
        Waist waist = dense.isEmpty() ? Waist.NONE : new Waist(hidden, code, activations.code());
        Activation activation = activations.hidden();
        return new ConvSpec(side, side, channels, kernel, waist, activation, Loss.MEAN_SQUARED_ERROR);
    }

    /** Of a square image whose last volume has so many numbers: several halve to the same, 28 is likely. */
    private int side(int volume) throws Refusal {
        int small = (int) Math.round(Math.sqrt(volume / (double) channels.get(channels.size() - 1)));
        int usual = USUAL_SIDE;
        for (int stage = 0; stage < channels.size(); stage++) {
            usual = (usual + 1) / 2;
        }
        if (channels.size() > ConvSpec.MAX_STAGES) {
            throw strange();
        }
        return usual == small ? USUAL_SIDE : small << channels.size();
    }

    private List<Integer> shape(String name) throws Refusal {
        TensorTable.Entry entry = tensors.get(name);
        if (entry == null || (entry.shape().size() != 2 && entry.shape().size() != 4)) {
            throw strange();
        }
        return entry.shape();
    }

    private static Refusal strange() {
        return new Refusal("its tensors are not those of an autoencoder of this program, encoder.0.weight,"
                + " encoder.0.bias and so on to the decoder's last; the page on file formats lays them out");
    }
}
