package hourglass.ui.training;

import hourglass.core.spec.Activation;
import hourglass.core.spec.DenseSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.InvalidSpecException;
import hourglass.core.spec.Loss;
import hourglass.ui.common.HourglassShape;
import hourglass.ui.common.Messages;
import java.util.ArrayList;
import java.util.List;

/** An experiment with one thing about its dense network changed; all throw {@link InvalidSpecException} for a bad value. */
final class DenseEdit {
    private DenseEdit() {}

    static DenseSpec of(Experiment experiment) {
        if (experiment.model() instanceof DenseSpec dense) {
            return dense;
        }
        throw new IllegalStateException(
                "There is no editor for " + experiment.model().describe() + ".");
    }

    static Experiment inputSize(Experiment experiment, int pixels) {
        DenseSpec old = of(experiment);
        return experiment.withModel(new DenseSpec(
                pixels, old.hidden(), old.codeSize(), old.hiddenActivation(), old.codeActivation(), old.loss()));
    }

    static Experiment shape(Experiment experiment, List<Integer> hidden, int codeSize) {
        DenseSpec old = of(experiment);
        return experiment.withModel(new DenseSpec(
                old.inputSize(), hidden, codeSize, old.hiddenActivation(), old.codeActivation(), old.loss()));
    }

    static Experiment hiddenLayers(Experiment experiment, int count) {
        if (count < 0 || count > DenseSpec.MAX_HIDDEN) {
            throw new InvalidSpecException(
                    "hidden", Messages.text("train.hidden-layers.range", DenseSpec.MAX_HIDDEN, count));
        }
        HourglassShape shape = HourglassShape.of(of(experiment)).withHiddenCount(count);
        return shape(experiment, shape.hidden(), shape.codeSize());
    }

    /** Layers are counted as in {@link HourglassShape}; the images' own layers stay as they are. */
    static Experiment neurons(Experiment experiment, int layer, int neurons) {
        DenseSpec old = of(experiment);
        HourglassShape shape = HourglassShape.of(old);
        if (!shape.canResize(layer)) {
            return experiment;
        }
        if (layer == shape.codeIndex()) {
            return shape(experiment, old.hidden(), neurons);
        }
        List<Integer> hidden = new ArrayList<>(old.hidden());
        hidden.set(Math.min(layer, shape.mirrorOf(layer)) - 1, neurons);
        return shape(experiment, hidden, old.codeSize());
    }

    static Experiment activation(Experiment experiment, Activation hidden) {
        DenseSpec old = of(experiment);
        return experiment.withModel(
                new DenseSpec(old.inputSize(), old.hidden(), old.codeSize(), hidden, old.codeActivation(), old.loss()));
    }

    static Experiment codeActivation(Experiment experiment, Activation code) {
        DenseSpec old = of(experiment);
        return experiment.withModel(
                new DenseSpec(old.inputSize(), old.hidden(), old.codeSize(), old.hiddenActivation(), code, old.loss()));
    }

    static Experiment loss(Experiment experiment, Loss loss) {
        DenseSpec old = of(experiment);
        return experiment.withModel(new DenseSpec(
                old.inputSize(), old.hidden(), old.codeSize(), old.hiddenActivation(), old.codeActivation(), loss));
    }
}
