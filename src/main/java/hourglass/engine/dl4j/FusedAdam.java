package hourglass.engine.dl4j;

import hourglass.engine.heap.Elementwise;
import java.util.Map;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * Adam over the flat parameter vector in one pass (β₁ 0.9, β₂ 0.999, ε 1e-8), for DL4J's updater extension point.
 *
 * <p>DL4J's own op makes one pass per formula and takes a quarter of a dense step.
 */
final class FusedAdam implements IUpdater {
    private static final long serialVersionUID = 1L;
    private final Rate rate;

    /** The learning rate all clones share, so that one call changes it for every layer. */
    static final class Rate implements java.io.Serializable {
        private static final long serialVersionUID = 1L;
        private double value;

        Rate(double value) {
            this.value = value;
        }

        void set(double newValue) {
            value = newValue;
        }
    }

    FusedAdam(Rate rate) {
        this.rate = rate;
    }

    @Override
    public long stateSize(long parameters) {
        return 2 * parameters;
    }

    @Override
    public GradientUpdater<FusedAdam> instantiate(INDArray view, boolean initialise) {
        if (initialise) {
            view.assign(0);
        }
        return new Step(this, view);
    }

    @Override
    public GradientUpdater<FusedAdam> instantiate(Map<String, INDArray> state, boolean initialise) {
        throw new UnsupportedOperationException("the state is one flat view");
    }

    @Override
    @SuppressWarnings("MissingSuperCall")
    public FusedAdam clone() {
        return new FusedAdam(rate);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FusedAdam adam && adam.rate == rate;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(rate);
    }

    @Override
    public double getLearningRate(int iteration, int epoch) {
        return rate.value;
    }

    @Override
    public boolean hasLearningRate() {
        return true;
    }

    @Override
    public void setLrAndSchedule(double value, @Nullable ISchedule schedule) {
        rate.set(value);
    }

    /** The updater at work on one flat block; the moments live in DL4J's state view, first before second. */
    private static final class Step implements GradientUpdater<FusedAdam> {
        private final FusedAdam config;
        private final INDArray state;
        private float[] gradient = new float[0];
        private float[] first = new float[0];
        private float[] second = new float[0];

        Step(FusedAdam config, INDArray state) {
            this.config = config;
            this.state = state;
        }

        @Override
        public void applyUpdater(INDArray view, int iteration, int epoch) {
            int count = Math.toIntExact(view.length());
            if (gradient.length != count) {
                gradient = new float[count];
                first = new float[count];
                second = new float[count];
            }
            FloatPointer gradients = Native.pointer(view);
            FloatPointer moments = Native.pointer(state);
            gradients.get(gradient);
            moments.get(first);
            moments.getPointer(count).get(second);
            float[] amount = new float[count];
            float step = Elementwise.adamRate(config.rate.value, iteration + 1L);
            Elementwise.adam(amount, gradient, first, second, 0, count, -step);
            System.arraycopy(amount, 0, gradient, 0, count);
            moments.put(first);
            moments.getPointer(count).put(second);
            gradients.put(gradient);
        }

        @Override
        public FusedAdam getConfig() {
            return config;
        }

        @Override
        public void setState(Map<String, INDArray> values, boolean initialise) {
            throw new UnsupportedOperationException("the state is one flat view");
        }

        @Override
        public Map<String, INDArray> getState() {
            return Map.of("state", state);
        }

        @Override
        public void setStateViewArray(INDArray view, long[] shape, char order, boolean initialise) {
            throw new UnsupportedOperationException("the view is given at construction");
        }
    }
}
