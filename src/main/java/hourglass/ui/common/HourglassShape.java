package hourglass.ui.common;

import hourglass.core.spec.DenseSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * The layers of a symmetric network as one edits them by hand; every change on one side happens on the other too.
 * Layers are counted from 0 at the image on the left to {@link #layerCount()} − 1 at the image on the right.
 *
 * @param inputSize pixels of an image; not edited here
 * @param hidden neurons per hidden layer from the image inwards
 * @param codeSize numbers in the code
 */
public record HourglassShape(int inputSize, List<Integer> hidden, int codeSize) {
    /** Most hidden layers on one side. */
    public static final int MAX_HIDDEN = DenseSpec.MAX_HIDDEN;
    /** Most neurons in a layer. */
    public static final int MAX_NEURONS = DenseSpec.MAX_NEURONS;

    private static final int[] LADDER = {
        1, 2, 3, 4, 6, 8, 10, 12, 16, 20, 24, 30, 32, 40, 48, 64, 80, 100, 128, 160, 200, 256, 320, 400, 512, 640, 784,
        1024, 1280, 1600, 2048, 3072, 4096
    };

    /** Brings every number into its range. */
    public HourglassShape {
        if (hidden.size() > MAX_HIDDEN) {
            throw new IllegalArgumentException(
                    "Expected at most " + MAX_HIDDEN + " hidden layers on a side; got " + hidden.size() + ".");
        }
        hidden = hidden.stream().map(HourglassShape::clamp).toList();
        codeSize = clamp(codeSize);
    }

    /** The shape of {@code spec}. */
    public static HourglassShape of(DenseSpec spec) {
        return new HourglassShape(spec.inputSize(), spec.hidden(), spec.codeSize());
    }

    /** Number of layers with both images and the code. */
    public int layerCount() {
        return 2 * codeIndex() + 1;
    }

    /** Index of the code, which lies in the middle. */
    public int codeIndex() {
        return hidden.size() + 1;
    }

    /** Neurons in layer {@code layer}. */
    public int neurons(int layer) {
        int side = Math.min(layer, layerCount() - 1 - layer);
        if (side == 0) {
            return inputSize;
        }
        return side == codeIndex() ? codeSize : hidden.get(side - 1);
    }

    /** Neurons of all layers. */
    public List<Integer> layerSizes() {
        List<Integer> sizes = new ArrayList<>();
        for (int layer = 0; layer < layerCount(); layer++) {
            sizes.add(neurons(layer));
        }
        return List.copyOf(sizes);
    }

    /** The layer on the other side; the code is its own. */
    public int mirrorOf(int layer) {
        return layerCount() - 1 - layer;
    }

    /** Whether the neurons of this layer can be changed: all but the images. */
    public boolean canResize(int layer) {
        return layer > 0 && layer < layerCount() - 1;
    }

    /** Whether this layer can be taken out: hidden layers only. */
    public boolean canRemove(int layer) {
        return canResize(layer) && layer != codeIndex();
    }

    /** Whether one more hidden layer is allowed. */
    public boolean canInsert() {
        return hidden.size() < MAX_HIDDEN;
    }

    /** With {@code neurons} in this layer and its mirror, clamped to 1 … {@link #MAX_NEURONS}. */
    public HourglassShape resize(int layer, int neurons) {
        if (!canResize(layer)) {
            return this;
        }
        if (layer == codeIndex()) {
            return new HourglassShape(inputSize, hidden, neurons);
        }
        List<Integer> changed = new ArrayList<>(hidden);
        changed.set(Math.min(layer, mirrorOf(layer)) - 1, neurons);
        return new HourglassShape(inputSize, changed, codeSize);
    }

    /** With the next larger round number of neurons in this layer and its mirror. */
    public HourglassShape larger(int layer) {
        for (int rung : LADDER) {
            if (rung > neurons(layer)) {
                return resize(layer, rung);
            }
        }
        return resize(layer, MAX_NEURONS);
    }

    /** With the next smaller round number of neurons in this layer and its mirror. */
    public HourglassShape smaller(int layer) {
        int found = 1;
        for (int rung : LADDER) {
            if (rung < neurons(layer)) {
                found = rung;
            }
        }
        return resize(layer, found);
    }

    /** With a new layer, and its mirror, in the gap between {@code layer} and the one to its right. */
    public HourglassShape insertAfter(int layer) {
        if (!canInsert() || layer < 0 || layer >= layerCount() - 1) {
            return this;
        }
        int side = layer < codeIndex() ? layer : mirrorOf(layer) - 1;
        List<Integer> changed = new ArrayList<>(hidden);
        changed.add(side, between(neurons(side), neurons(side + 1)));
        return new HourglassShape(inputSize, changed, codeSize);
    }

    /** Without this hidden layer and its mirror. */
    public HourglassShape remove(int layer) {
        if (!canRemove(layer)) {
            return this;
        }
        List<Integer> changed = new ArrayList<>(hidden);
        changed.remove(Math.min(layer, mirrorOf(layer)) - 1);
        return new HourglassShape(inputSize, changed, codeSize);
    }

    /** With so many hidden layers per side: inner ones are dropped, or new ones put before the code. */
    public HourglassShape withHiddenCount(int count) {
        HourglassShape shape = this;
        while (shape.hidden.size() > Math.max(0, count)) {
            shape = shape.remove(shape.codeIndex() - 1);
        }
        while (shape.hidden.size() < Math.min(MAX_HIDDEN, count)) {
            shape = shape.insertAfter(shape.codeIndex() - 1);
        }
        return shape;
    }

    /** The rung nearest the geometric mean, so that the funnel narrows evenly. */
    private static int between(int a, int b) {
        double wanted = Math.sqrt((double) a * b);
        int best = LADDER[0];
        for (int rung : LADDER) {
            if (Math.abs(Math.log(rung / wanted)) < Math.abs(Math.log(best / wanted))) {
                best = rung;
            }
        }
        return best;
    }

    private static int clamp(int neurons) {
        return Math.max(1, Math.min(MAX_NEURONS, neurons));
    }
}
