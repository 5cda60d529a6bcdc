package hourglass.engine.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hourglass.core.spec.Activation;
import hourglass.core.spec.ConvSpec;
import hourglass.core.spec.DenseSpec;
import hourglass.core.spec.Likelihood;
import hourglass.core.spec.Loss;
import hourglass.core.spec.ModelSpec;
import hourglass.core.spec.PlainSpec;
import hourglass.core.spec.VariationalSpec;
import hourglass.core.spec.Waist;

/** A network's shape as JSON; the field {@code family} says which record it is. A new family is one more case. */
final class ModelSpecJson {
    private static final String DENSE = "dense";
    private static final String CONVOLUTIONAL = "convolutional";
    private static final String VARIATIONAL = "variational";

    private ModelSpecJson() {}

    static ObjectNode write(ModelSpec spec) {
        if (spec instanceof VariationalSpec variational) {
            return writeVariational(variational);
        }
        return spec instanceof ConvSpec conv ? writeConv(conv) : writeDense((DenseSpec) spec);
    }

    static ModelSpec read(StrictObject json) throws Refusal {
        return json.text("family").equals(VARIATIONAL)
                ? readVariational(json)
                : readPlain(json, "model.family", DENSE + ", " + CONVOLUTIONAL + " or " + VARIATIONAL);
    }

    private static PlainSpec readPlain(StrictObject json, String field, String choices) throws Refusal {
        String family = json.text("family");
        PlainSpec spec =
                switch (family) {
                    case DENSE -> readDense(json);
                    case CONVOLUTIONAL -> readConv(json);
                    default ->
                        throw new Refusal("the field " + StrictObject.quoted(field) + " must be " + choices + ", not "
                                + StrictObject.quoted(family) + "; a newer version may know it");
                };
        json.end();
        return spec;
    }

    private static ObjectNode writeDense(DenseSpec spec) {
        ObjectNode json = JsonText.object().put("family", DENSE).put("inputSize", spec.inputSize());
        spec.hidden().forEach(json.putArray("hidden")::add);
        return json.put("codeSize", spec.codeSize())
                .put("hiddenActivation", Choices.word(spec.hiddenActivation()))
                .put("codeActivation", Choices.word(spec.codeActivation()))
                .put("loss", Choices.word(spec.loss()));
    }

    private static DenseSpec readDense(StrictObject json) throws Refusal {
        return new DenseSpec(
                json.integer("inputSize"),
                json.integers("hidden"),
                json.integer("codeSize"),
                json.choice("hiddenActivation", Activation.class),
                json.choice("codeActivation", Activation.class),
                json.choice("loss", Loss.class));
    }

    private static ObjectNode writeConv(ConvSpec spec) {
        ObjectNode json = JsonText.object()
                .put("family", CONVOLUTIONAL)
                .put("width", spec.width())
                .put("height", spec.height());
        spec.channels().forEach(json.putArray("channels")::add);
        json.put("kernel", spec.kernel());
        ObjectNode waist = json.putObject("waist");
        spec.waist().hidden().forEach(waist.putArray("hidden")::add);
        waist.put("codeSize", spec.waist().codeSize())
                .put("activation", Choices.word(spec.waist().activation()));
        return json.put("activation", Choices.word(spec.activation())).put("loss", Choices.word(spec.loss()));
    }

    private static ConvSpec readConv(StrictObject json) throws Refusal {
        StrictObject middle = json.object("waist");
        Waist waist = new Waist(
                middle.integers("hidden"), middle.integer("codeSize"), middle.choice("activation", Activation.class));
        middle.end();
        return new ConvSpec(
                json.integer("width"),
                json.integer("height"),
                json.integers("channels"),
                json.integer("kernel"),
                waist,
                json.choice("activation", Activation.class),
                json.choice("loss", Loss.class));
    }

    private static ObjectNode writeVariational(VariationalSpec spec) {
        ObjectNode json = JsonText.object().put("family", VARIATIONAL);
        json.set("trunk", write(spec.trunk()));
        return json.put("likelihood", Choices.word(spec.likelihood()))
                .put("beta", spec.beta())
                .put("warmUpEpochs", spec.warmUpEpochs());
    }

    private static VariationalSpec readVariational(StrictObject json) throws Refusal {
        VariationalSpec spec = new VariationalSpec(
                readPlain(json.object("trunk"), "model.trunk.family", DENSE + " or " + CONVOLUTIONAL),
                json.choice("likelihood", Likelihood.class),
                json.number("beta"),
                json.number("warmUpEpochs"));
        json.end();
        return spec;
    }
}
