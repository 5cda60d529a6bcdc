package hourglass.testing;

import hourglass.core.spec.ModelSpec;
import hourglass.engine.model.Network;
import hourglass.engine.model.Parameters;

/** A network that keeps its weights and computes nothing; what a test asks of it, it overrides. */
public abstract class FakeNetwork implements Network {
    private final ModelSpec spec;
    private Parameters weights = Parameters.copyOf(new float[1]);

    /** Of this shape. */
    protected FakeNetwork(ModelSpec spec) {
        this.spec = spec;
    }

    @Override
    public ModelSpec spec() {
        return spec;
    }

    @Override
    public void load(Parameters parameters) {
        weights = parameters;
    }

    @Override
    public Parameters parameters() {
        return weights;
    }

    @Override
    public float[] encode(float[] images, int n) {
        throw new UnsupportedOperationException("not asked for here");
    }

    @Override
    public float[] decode(float[] codes, int n) {
        throw new UnsupportedOperationException("not asked for here");
    }

    @Override
    public float[] reconstruct(float[] images, int n) {
        return decode(encode(images, n), n);
    }

    @Override
    public void close() {
        // Nothing native here.
    }
}
