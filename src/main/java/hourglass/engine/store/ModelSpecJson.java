package hourglass.engine.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hourglass.core.spec.Activation;
import hourglass.core.spec.DenseSpec;
import hourglass.core.spec.Loss;
import hourglass.core.spec.ModelSpec;

/** A network's shape as JSON; the field {@code family} says which record it is. A new family is one more case. */
final class ModelSpecJson {
    private static final String DENSE = "dense";

    private ModelSpecJson() {}

    static ObjectNode write(ModelSpec spec) throws Refusal {
        if (spec instanceof DenseSpec dense) {
            return writeDense(dense);
        }
        throw new Refusal("there is no JSON form for " + spec.describe());
    }

    static ModelSpec read(StrictObject json) throws Refusal {
        String family = json.text("family");
        ModelSpec spec =
                switch (family) {
                    case DENSE -> readDense(json);
                    default ->
                        throw new Refusal("the field \"model.family\" must be " + DENSE + ", not "
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
}
