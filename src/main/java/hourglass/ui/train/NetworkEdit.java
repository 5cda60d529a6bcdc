package hourglass.ui.train;

import hourglass.core.spec.Activation;
import hourglass.core.spec.ConvSpec;
import hourglass.core.spec.DenseSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.InvalidSpecException;
import hourglass.core.spec.Likelihood;
import hourglass.core.spec.Loss;
import hourglass.core.spec.ModelSpec;
import hourglass.core.spec.PlainSpec;
import hourglass.core.spec.VariationalSpec;
import hourglass.core.spec.Waist;
import hourglass.ui.hourglass.HourglassLayer;
import hourglass.ui.hourglass.HourglassShape;
import hourglass.ui.kit.Messages;
import java.util.List;
import java.util.function.UnaryOperator;

/** An experiment with one thing about its network changed; all throw {@link InvalidSpecException} for a bad value. */
final class NetworkEdit {
    private NetworkEdit() {}

    /** The layers of a network without what makes it variational. */
    static PlainSpec trunk(ModelSpec model) {
        return model instanceof VariationalSpec variational ? variational.trunk() : (PlainSpec) model;
    }

    private static Experiment trunk(Experiment experiment, UnaryOperator<PlainSpec> change) {
        PlainSpec changed = change.apply(trunk(experiment.model()));
        return experiment.withModel(
                experiment.model() instanceof VariationalSpec variational ? variational.withTrunk(changed) : changed);
    }

    private static Experiment variational(Experiment experiment, UnaryOperator<VariationalSpec> change) {
        return experiment.model() instanceof VariationalSpec variational
                ? experiment.withModel(change.apply(variational))
                : experiment;
    }

    static Activation activation(ModelSpec model) {
        PlainSpec trunk = trunk(model);
        return trunk instanceof ConvSpec conv ? conv.activation() : ((DenseSpec) trunk).hiddenActivation();
    }

    static Activation codeActivation(ModelSpec model) {
        PlainSpec trunk = trunk(model);
        return trunk instanceof ConvSpec conv ? conv.waist().activation() : ((DenseSpec) trunk).codeActivation();
    }

    static Experiment activation(Experiment experiment, Activation value) {
        return trunk(experiment, trunk -> {
            if (trunk instanceof ConvSpec c) {
                return new ConvSpec(c.width(), c.height(), c.channels(), c.kernel(), c.waist(), value, c.loss());
            }
            DenseSpec d = (DenseSpec) trunk;
            return new DenseSpec(d.inputSize(), d.hidden(), d.codeSize(), value, d.codeActivation(), d.loss());
        });
    }

    static Experiment codeActivation(Experiment experiment, Activation value) {
        return trunk(experiment, trunk -> trunk.withCodeActivation(value));
    }

    static Experiment loss(Experiment experiment, Loss value) {
        return trunk(experiment, trunk -> trunk.withLoss(value));
    }

    /** The sizes of all layers, as drawn. */
    static Experiment shape(Experiment experiment, HourglassShape shape) {
        return trunk(experiment, trunk -> {
            if (trunk instanceof ConvSpec c) {
                Waist waist =
                        new Waist(shape.hidden(), shape.codeSize(), c.waist().activation());
                return new ConvSpec(c.width(), c.height(), shape.stages(), c.kernel(), waist, c.activation(), c.loss());
            }
            DenseSpec d = (DenseSpec) trunk;
            return new DenseSpec(
                    d.inputSize(),
                    shape.hidden(),
                    shape.codeSize(),
                    d.hiddenActivation(),
                    d.codeActivation(),
                    d.loss());
        });
    }

    static Experiment codeSize(Experiment experiment, int size) {
        if (size < 1) {
            // Their digits as written, not grouped as numbers are in a sentence.
            String most = Integer.toString(DenseSpec.MAX_NEURONS);
            String wrong = Integer.toString(size);
            throw new InvalidSpecException(
                    "codeSize",
                    experiment.model().isVariational()
                            ? Messages.text("train.latent-size.range", most, wrong)
                            : Messages.text("train.code-size.range", most, wrong));
        }
        return trunk(experiment, trunk -> trunk.withCodeSize(size));
    }

    static Experiment hiddenLayers(Experiment experiment, int count) {
        HourglassShape shape = HourglassShape.of(experiment.model());
        if (count < 0 || count > shape.mostHidden()) {
            throw new InvalidSpecException(
                    "hidden", Messages.text("train.hidden-layers.range", shape.mostHidden(), count));
        }
        return shape(experiment, shape.withHiddenCount(count));
    }

    /** Inner stages are dropped, or further ones like the last added. */
    static Experiment stages(Experiment experiment, int count) {
        return trunk(experiment, trunk -> {
            if (!(trunk instanceof ConvSpec c)) {
                return trunk;
            }
            List<Integer> channels = Channels.resized(c.channels(), count);
            return new ConvSpec(c.width(), c.height(), channels, c.kernel(), c.waist(), c.activation(), c.loss());
        });
    }

    static Experiment kernel(Experiment experiment, int side) {
        return trunk(
                experiment,
                trunk -> trunk instanceof ConvSpec c
                        ? new ConvSpec(c.width(), c.height(), c.channels(), side, c.waist(), c.activation(), c.loss())
                        : trunk);
    }

    /** Layers are counted as in {@link HourglassShape}; the images' own layers stay as they are. */
    static Experiment neurons(Experiment experiment, int layer, int neurons) {
        HourglassShape shape = HourglassShape.of(experiment.model());
        HourglassLayer found = shape.layer(layer);
        return switch (found.kind()) {
            case IMAGE -> experiment;
            case CODE -> codeSize(experiment, neurons);
            case STAGE -> stage(experiment, found.slot(), neurons);
            case HIDDEN -> hidden(experiment, found.slot(), neurons);
        };
    }

    private static Experiment stage(Experiment experiment, int slot, int maps) {
        return trunk(experiment, trunk -> {
            ConvSpec c = (ConvSpec) trunk;
            List<Integer> channels = Channels.replaced(c.channels(), slot, maps);
            return new ConvSpec(c.width(), c.height(), channels, c.kernel(), c.waist(), c.activation(), c.loss());
        });
    }

    private static Experiment hidden(Experiment experiment, int slot, int neurons) {
        return trunk(experiment, trunk -> {
            if (trunk instanceof ConvSpec c) {
                Waist old = c.waist();
                return c.withWaist(
                        new Waist(Channels.replaced(old.hidden(), slot, neurons), old.codeSize(), old.activation()));
            }
            DenseSpec d = (DenseSpec) trunk;
            return new DenseSpec(
                    d.inputSize(),
                    Channels.replaced(d.hidden(), slot, neurons),
                    d.codeSize(),
                    d.hiddenActivation(),
                    d.codeActivation(),
                    d.loss());
        });
    }

    static Experiment likelihood(Experiment experiment, Likelihood value) {
        return variational(experiment, v -> new VariationalSpec(v.trunk(), value, v.beta(), v.warmUpEpochs()));
    }

    static Experiment beta(Experiment experiment, double value) {
        return variational(experiment, v -> new VariationalSpec(v.trunk(), v.likelihood(), value, v.warmUpEpochs()));
    }

    static Experiment warmUp(Experiment experiment, double epochs) {
        return variational(experiment, v -> new VariationalSpec(v.trunk(), v.likelihood(), v.beta(), epochs));
    }
}
