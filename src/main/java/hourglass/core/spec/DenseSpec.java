package hourglass.core.spec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A symmetric dense autoencoder: {@code input → hidden… → code → hidden reversed… → input}, sigmoid at the output.
 *
 * @param inputSize pixels of one image, 1 … 16 384
 * @param hidden neurons per hidden layer of the encoder, from the image inwards, at most 6 of 1 … 4 096; the decoder
 *     mirrors them
 * @param codeSize numbers in the code, 1 … 4 096
 * @param hiddenActivation activation of every hidden layer
 * @param codeActivation activation of the code
 * @param loss what training makes smaller
 */
public record DenseSpec(
        int inputSize,
        List<Integer> hidden,
        int codeSize,
        Activation hiddenActivation,
        Activation codeActivation,
        Loss loss)
        implements PlainSpec {
    /** Most hidden layers on one side. */
    public static final int MAX_HIDDEN = 6;
    /** Most weights of a network, so that it fits into memory beside its optimiser. */
    public static final long MAX_WEIGHTS = 50_000_000;
    /** Most neurons in a layer. */
    public static final int MAX_NEURONS = 4096;

    /** Checks every range. */
    public DenseSpec {
        Checks.range("inputSize", "Pixels per image", inputSize, 1, 16_384);
        hidden = List.copyOf(hidden);
        Checks.range("hidden", "Hidden layers on each side", hidden.size(), 0, MAX_HIDDEN);
        for (int neurons : hidden) {
            Checks.range("hidden", "Neurons in a layer", neurons, 1, MAX_NEURONS);
        }
        Checks.range("codeSize", "Code size", codeSize, 1, MAX_NEURONS);
        long weights = count(inputSize, hidden, codeSize);
        if (weights > MAX_WEIGHTS) {
            throw new InvalidSpecException(
                    "hidden",
                    "The network would have " + weights + " weights; at most " + MAX_WEIGHTS
                            + " are possible. Use smaller layers.");
        }
    }

    private static long count(int inputSize, List<Integer> hidden, int codeSize) {
        long oneSide = 0;
        long biases = 0;
        int before = inputSize;
        for (int neurons : hidden) {
            oneSide += (long) before * neurons;
            biases += 2L * neurons;
            before = neurons;
        }
        return 2 * (oneSide + (long) before * codeSize) + biases + codeSize + inputSize;
    }

    /** Sizes of all layers with both ends: {@code 784, 100, 30, 100, 784}. */
    public List<Integer> layerSizes() {
        List<Integer> sizes = new ArrayList<>();
        sizes.add(inputSize);
        sizes.addAll(hidden);
        sizes.add(codeSize);
        List<Integer> mirrored = new ArrayList<>(hidden);
        Collections.reverse(mirrored);
        sizes.addAll(mirrored);
        sizes.add(inputSize);
        return List.copyOf(sizes);
    }

    /** Index of the code among {@link #layerSizes()}; also the number of weight layers in the encoder. */
    public int codeIndex() {
        return hidden.size() + 1;
    }

    /** Activation that follows weight layer {@code layer}, counted from 0. */
    public Activation activationAfter(int layer) {
        if (layer == codeIndex() - 1) {
            return codeActivation;
        }
        return layer == 2 * codeIndex() - 1 ? Activation.SIGMOID : hiddenActivation;
    }

    @Override
    public List<LayerSpec> layers() {
        List<Integer> sizes = layerSizes();
        List<LayerSpec> layers = new ArrayList<>();
        for (int i = 0; i + 1 < sizes.size(); i++) {
            layers.add(new LayerSpec.Dense(sizes.get(i), sizes.get(i + 1), activationAfter(i)));
        }
        return List.copyOf(layers);
    }

    @Override
    public int encoderLayers() {
        return codeIndex();
    }

    @Override
    public Activation activation() {
        return hiddenActivation;
    }

    @Override
    public Volume image() {
        return new Volume(1, 1, inputSize);
    }

    @Override
    public LayerSizes sizes() {
        return new LayerSizes(List.of(), 0, hidden, codeSize);
    }

    @Override
    public boolean isConvolutional() {
        return false;
    }

    @Override
    public boolean hasDenseCode() {
        return true;
    }

    @Override
    public boolean takes(int width, int height) {
        return inputSize == width * height;
    }

    @Override
    public DenseSpec resized(int width, int height, LayerSizes sizes) {
        return new DenseSpec(width * height, sizes.hidden(), sizes.codeSize(), hiddenActivation, codeActivation, loss);
    }

    @Override
    public DenseSpec withActivation(Activation activation) {
        return new DenseSpec(inputSize, hidden, codeSize, activation, codeActivation, loss);
    }

    @Override
    public DenseSpec withCodeActivation(Activation activation) {
        return new DenseSpec(inputSize, hidden, codeSize, hiddenActivation, activation, loss);
    }

    @Override
    public DenseSpec withLoss(Loss value) {
        return new DenseSpec(inputSize, hidden, codeSize, hiddenActivation, codeActivation, value);
    }

    @Override
    public <T> T visit(Visitor<T> visitor) {
        return visitor.dense(this);
    }

    @Override
    public String describe() {
        return "Dense autoencoder " + shape();
    }

    @Override
    public String describeVariational() {
        return "Variational autoencoder " + shape();
    }

    private String shape() {
        return layerSizes().stream().map(String::valueOf).collect(Collectors.joining("–"));
    }

    @Override
    public long parameterCount() {
        return count(inputSize, hidden, codeSize);
    }
}
