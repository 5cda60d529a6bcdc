package hourglass.engine.store;

import hourglass.core.spec.ModelSpec;

/** How large a network in a file may be. */
final class Limits {
    /** Most weights. */
    static final long MAX_PARAMETERS = 50_000_000;

    private Limits() {}

    static void check(ModelSpec spec) throws Refusal {
        if (spec.parameterCount() > MAX_PARAMETERS) {
            throw new Refusal("the network has " + spec.parameterCount() + " weights, at most " + MAX_PARAMETERS
                    + " fit a model file; use smaller layers");
        }
    }
}
