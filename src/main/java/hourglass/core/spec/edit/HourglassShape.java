package hourglass.core.spec.edit;

import hourglass.core.spec.ConvSpec;
import hourglass.core.spec.DenseSpec;
import hourglass.core.spec.LayerSizes;
import hourglass.core.spec.ModelSpec;
import hourglass.core.spec.PlainSpec;
import hourglass.core.spec.Waist;
import hourglass.core.spec.edit.HourglassLayer.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * The layers of a symmetric network as one edits them by hand; every change on one side happens on the other too.
 * Layers are counted from 0 at the image on the left to {@link #layerCount()} − 1 at the image on the right.
 *
 * @param image size of an image; not edited here
 * @param stages feature maps per convolution, from the image inwards; none in a dense network
 * @param hidden neurons per hidden layer from the image, or from the last stage, inwards
 * @param codeSize numbers in the code; 0 where the last stage is the code
 * @param code whether the waist is a code or a distribution
 */
public record HourglassShape(Image image, List<Integer> stages, List<Integer> hidden, int codeSize, Code code) {
    /** Most neurons in a layer. */
    public static final int MAX_NEURONS = DenseSpec.MAX_NEURONS;

    /** Columns and rows of an image; a dense network knows only their product, as one row. */
    public record Image(int width, int height) {}

    /** What the waist holds. */
    public enum Code {
        /** Numbers. */
        POINT,
        /** A mean and a standard deviation for each number. */
        DISTRIBUTION
    }

    /** Brings every number into its range. */
    public HourglassShape {
        if (hidden.size() > mostHidden(stages)) {
            throw new IllegalArgumentException(
                    "Expected at most " + mostHidden(stages) + " hidden layers on a side; got " + hidden.size() + ".");
        }
        if (stages.isEmpty() && codeSize == 0) {
            throw new IllegalArgumentException("Expected a code in a network without stages.");
        }
        stages = stages.stream().map(maps -> clamp(maps, ConvSpec.MAX_CHANNELS)).toList();
        hidden = hidden.stream().map(neurons -> clamp(neurons, MAX_NEURONS)).toList();
        codeSize = codeSize == 0 ? 0 : clamp(codeSize, MAX_NEURONS);
    }

    /** A dense network. */
    public static HourglassShape dense(int inputSize, List<Integer> hidden, int codeSize) {
        return new HourglassShape(new Image(inputSize, 1), List.of(), hidden, codeSize, Code.POINT);
    }

    /** The shape of {@code spec}. */
    public static HourglassShape of(ModelSpec spec) {
        PlainSpec trunk = spec.trunk();
        LayerSizes sizes = trunk.sizes();
        Image image = new Image(trunk.image().width(), trunk.image().height());
        Code code = spec.isVariational() ? Code.DISTRIBUTION : Code.POINT;
        return new HourglassShape(image, sizes.channels(), sizes.hidden(), sizes.codeSize(), code);
    }

    private static int mostHidden(List<Integer> stages) {
        return stages.isEmpty() ? DenseSpec.MAX_HIDDEN : Waist.MAX_HIDDEN;
    }

    /** Most hidden layers on a side. */
    public int mostHidden() {
        return mostHidden(stages);
    }

    /** Whether images pass through convolutions. */
    public boolean isConvolutional() {
        return !stages.isEmpty();
    }

    /** Whether the last stage is the code. */
    public boolean isCodeVolume() {
        return codeSize == 0;
    }

    /** Pixels of an image. */
    public int inputSize() {
        return image.width() * image.height();
    }

    /** Every layer from image to image. */
    public List<HourglassLayer> layers() {
        return HourglassLayers.of(this);
    }

    /** Layer {@code index}. */
    public HourglassLayer layer(int index) {
        return layers().get(index);
    }

    /** Number of layers with both images and the code. */
    public int layerCount() {
        return layers().size();
    }

    /** Index of the waist. */
    public int codeIndex() {
        return stages.size() + (isCodeVolume() ? 0 : hidden.size() + 1);
    }

    /** Neurons in layer {@code layer}, or its feature maps where it is a stage. */
    public int neurons(int layer) {
        HourglassLayer found = layer(layer);
        return found.kind() == Kind.IMAGE ? inputSize() : found.amount();
    }

    /** Neurons, or feature maps, of all layers. */
    public List<Integer> layerSizes() {
        return layers().stream()
                .map(layer -> layer.kind() == Kind.IMAGE ? inputSize() : layer.amount())
                .toList();
    }

    /** Whether both layers are changed together. */
    public boolean isPair(int layer, int other) {
        return layer(layer).isPairOf(layer(other));
    }

    /** Whether the size of this layer can be changed: all but the images. */
    public boolean canResize(int layer) {
        return layer > 0 && layer < layerCount() - 1;
    }

    /** Whether this layer can be taken out: hidden layers, and stages but the last one left. */
    public boolean canRemove(int layer) {
        Kind kind = layer(layer).kind();
        return kind == Kind.HIDDEN || (kind == Kind.STAGE && stages.size() > 1);
    }

    /** Whether one more layer is allowed in the gap between {@code layer} and the one to its right. */
    public boolean canInsert(int layer) {
        return HourglassGap.after(this, layer).isOpen();
    }

    /** Whether one more halving leaves an image. */
    boolean canAddStage() {
        int side = Math.min(image.width(), image.height());
        for (int i = 0; i < stages.size(); i++) {
            side = (side + 1) / 2;
        }
        return isConvolutional() && stages.size() < ConvSpec.MAX_STAGES && side >= 2;
    }

    boolean canAddHidden() {
        return !isCodeVolume() && hidden.size() < mostHidden();
    }

    /** With so many neurons or feature maps in this layer and those paired with it, brought into their range. */
    public HourglassShape resize(int layer, int amount) {
        HourglassLayer found = layer(layer);
        return switch (found.kind()) {
            case IMAGE -> this;
            case STAGE -> with(replaced(stages, found.slot(), amount), hidden);
            case HIDDEN -> with(stages, replaced(hidden, found.slot(), amount));
            case CODE -> new HourglassShape(image, stages, hidden, Math.max(1, amount), code);
        };
    }

    static List<Integer> replaced(List<Integer> sizes, int slot, int amount) {
        List<Integer> changed = new ArrayList<>(sizes);
        changed.set(slot, amount);
        return changed;
    }

    private HourglassShape with(List<Integer> newStages, List<Integer> newHidden) {
        return new HourglassShape(image, newStages, newHidden, codeSize, code);
    }

    /** With the next larger round number in this layer and those paired with it. */
    public HourglassShape larger(int layer) {
        return resize(layer, SizeLadder.above(neurons(layer)));
    }

    /** With the next smaller round number in this layer and those paired with it. */
    public HourglassShape smaller(int layer) {
        return resize(layer, SizeLadder.below(neurons(layer)));
    }

    /** With a new layer, and its mirror, in the gap between {@code layer} and the one to its right. */
    public HourglassShape insertAfter(int layer) {
        HourglassGap gap = HourglassGap.after(this, layer);
        if (!gap.isOpen()) {
            return this;
        }
        return gap.kind() == Kind.STAGE ? insertStage(gap.slot()) : insertHidden(gap.slot());
    }

    private HourglassShape insertStage(int slot) {
        int before = stages.get(Math.max(0, slot - 1));
        int after = stages.get(Math.min(stages.size() - 1, slot));
        return with(inserted(stages, slot, SizeLadder.between(before, after)), hidden);
    }

    private HourglassShape insertHidden(int slot) {
        int outer = slot == 0 ? outside() : hidden.get(slot - 1);
        int inner = slot == hidden.size() ? codeSize : hidden.get(slot);
        return with(stages, inserted(hidden, slot, SizeLadder.between(outer, inner)));
    }

    /** Numbers that reach the first hidden layer. */
    private int outside() {
        if (!isConvolutional()) {
            return inputSize();
        }
        HourglassLayer last = layer(stages.size());
        return last.amount() * last.width() * last.height();
    }

    private static List<Integer> inserted(List<Integer> sizes, int slot, int amount) {
        List<Integer> changed = new ArrayList<>(sizes);
        changed.add(slot, amount);
        return changed;
    }

    /** Without this layer and those paired with it. */
    public HourglassShape remove(int layer) {
        if (!canRemove(layer)) {
            return this;
        }
        HourglassLayer found = layer(layer);
        return found.kind() == Kind.STAGE
                ? with(without(stages, found.slot()), hidden)
                : with(stages, without(hidden, found.slot()));
    }

    private static List<Integer> without(List<Integer> sizes, int slot) {
        List<Integer> changed = new ArrayList<>(sizes);
        changed.remove(slot);
        return changed;
    }

    /** With so many hidden layers per side: inner ones are dropped, or new ones put before the code. */
    public HourglassShape withHiddenCount(int count) {
        HourglassShape shape = this;
        while (shape.hidden.size() > Math.max(0, count)) {
            shape = shape.with(shape.stages, without(shape.hidden, shape.hidden.size() - 1));
        }
        while (shape.canAddHidden() && shape.hidden.size() < count) {
            shape = shape.insertHidden(shape.hidden.size());
        }
        return shape;
    }

    private static int clamp(int amount, int most) {
        return Math.max(1, Math.min(most, amount));
    }
}
