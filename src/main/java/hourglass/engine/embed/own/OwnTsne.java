package hourglass.engine.embed.own;

import hourglass.core.Lanes;
import hourglass.core.noise.NormalNumbers;
import hourglass.core.spec.EmbeddingSpec;
import hourglass.engine.embed.Embedder;
import hourglass.engine.embed.EmbedderInput;
import hourglass.engine.embed.EmbedderMemory;
import hourglass.engine.embed.EmbedderPoints;
import hourglass.engine.embed.EmbedderStart;
import java.util.Arrays;

/**
 * t-SNE (van der Maaten and Hinton, "Visualizing data using t-SNE", JMLR 2008) with the descent of its authors: attraction
 * exaggerated by {@value #EXAGGERATION} for {@value #EXAGGERATED} iterations, momentum 0.5 and then 0.8, a gain for each
 * coordinate (Jacobs 1988); started from the first two principal components. While attraction is exaggerated the learning
 * rate is at most a 48th of the points, or {@value #LEAST_EARLY_RATE}.
 *
 * <p>The same points, settings and seed give the same map, bit for bit, however many lanes there are and however its
 * iterations are sliced.
 */
public final class OwnTsne implements Embedder {
    private static final int EXAGGERATED = 250;
    private static final float EXAGGERATION = 12;
    private static final float FIRST_MOMENTUM = 0.5f;
    private static final float MOMENTUM = 0.8f;
    private static final float GAIN_RISE = 0.2f;
    private static final float GAIN_FALL = 0.8f;
    private static final float LEAST_GAIN = 0.01f;
    private static final float LEAST_EARLY_RATE = 50;
    /** Most iterations of one call. */
    private static final int SLICE = 10;
    /** Most pairs of one call, but for its first iteration; a third of a second, so that a cancel is obeyed soon. */
    private static final double SLICE_PAIRS = 5e8;

    private final Forces forces;
    private final float learningRate;
    private final Axis x;
    private final Axis y;
    private int iteration;
    private float[] last;

    private OwnTsne(Forces forces, float[] places, double learningRate) {
        this.forces = forces;
        this.learningRate = (float) learningRate;
        x = new Axis(places, 0);
        y = new Axis(places, 1);
        last = places;
    }

    /** One coordinate of all points, and how it moves. */
    private static final class Axis {
        final float[] places;
        final float[] gradient;
        final float[] velocity;
        final float[] gains;

        Axis(float[] start, int column) {
            int n = start.length / 2;
            places = new float[n];
            gradient = new float[n];
            velocity = new float[n];
            gains = new float[n];
            Arrays.fill(gains, 1);
            for (int i = 0; i < n; i++) {
                places[i] = start[2 * i + column];
            }
        }

        void move(float momentum, float rate) {
            double sum = 0;
            for (int i = 0; i < places.length; i++) {
                boolean turned = gradient[i] > 0 == velocity[i] > 0;
                gains[i] = Math.max(LEAST_GAIN, turned ? gains[i] * GAIN_FALL : gains[i] + GAIN_RISE);
                velocity[i] = momentum * velocity[i] - rate * gains[i] * gradient[i];
                places[i] += velocity[i];
                sum += places[i];
            }
            float mean = (float) (sum / places.length);
            for (int i = 0; i < places.length; i++) {
                places[i] -= mean;
            }
        }
    }

    /**
     * Finds each point's neighbourhood and puts the points on their starting positions.
     *
     * @throws IllegalArgumentException in one sentence if there are too few points for the perplexity, a number is not
     *     finite, all points are the same or there is too little memory
     */
    public static OwnTsne start(EmbedderInput points, EmbeddingSpec spec, Lanes lanes) {
        int n = points.count();
        EmbedderStart.check(n, spec.perplexity());
        EmbedderMemory.check(spec.withEngine(EmbeddingSpec.Engine.OWN), n);
        float[] noise = new float[2 * n];
        NormalNumbers.fill(noise, noise.length, spec.seed());
        float[] prepared = flat(
                EmbedderPoints.prepare(points.values(), points.dimension(), points.scale(), spec.seed()),
                points.dimension());
        Affinities affinities = Affinities.of(prepared, points.dimension(), spec.perplexity(), lanes);
        return new OwnTsne(
                new Forces(affinities, lanes), EmbedderStart.places(points.plane(), noise), spec.learningRate());
    }

    private static float[] flat(double[][] rows, int dimension) {
        float[] flat = new float[rows.length * dimension];
        for (int i = 0; i < rows.length; i++) {
            for (int d = 0; d < dimension; d++) {
                flat[i * dimension + d] = (float) rows[i][d];
            }
        }
        return flat;
    }

    @Override
    public int iteration() {
        return iteration;
    }

    @Override
    public int exaggerationIterations() {
        return EXAGGERATED;
    }

    @Override
    public void advance(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("expected at least one iteration, got " + most);
        }
        double pairs = (double) x.places.length * x.places.length;
        int count = Math.min(most, (int) Math.max(1, Math.min(SLICE, SLICE_PAIRS / pairs)));
        for (int i = iteration; i < iteration + count; i++) {
            boolean early = i < EXAGGERATED;
            forces.gradient(x.places, y.places, early ? EXAGGERATION : 1, x.gradient, y.gradient);
            float momentum = early ? FIRST_MOMENTUM : MOMENTUM;
            float rate = early ? Math.min(learningRate, earlyRate()) : learningRate;
            x.move(momentum, rate);
            y.move(momentum, rate);
        }
        last = finitePlaces();
        iteration += count;
    }

    /**
     * A point is drawn with a weight of about 1 / n, exaggerated, and by the gradient's factor 4: longer steps than this
     * carry it past its neighbours and back (Belkina et al. 2019), which only stirs them.
     */
    private float earlyRate() {
        return Math.max(LEAST_EARLY_RATE, x.places.length / (4 * EXAGGERATION));
    }

    private float[] finitePlaces() {
        float[] moved = new float[2 * x.places.length];
        for (int i = 0; i < x.places.length; i++) {
            moved[2 * i] = x.places[i];
            moved[2 * i + 1] = y.places[i];
        }
        for (float value : moved) {
            if (!Float.isFinite(value)) {
                throw EmbedderStart.flewApart(iteration, value);
            }
        }
        return moved;
    }

    @Override
    public float[] coordinates() {
        return last.clone();
    }
}
