package hourglass.session.measure;

import hourglass.core.metric.Errors;
import hourglass.core.noise.NormalNumbers;
import hourglass.core.spec.LayerSpec;
import hourglass.core.spec.ModelSpec;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Network;
import hourglass.engine.model.WeightedSum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One image on its way through a network: what it was given and what each layer made of that. Behind the sampling layer of
 * a variational network the walk goes on with one draw, as in training. Immutable.
 */
public final class Walk {
    private final ModelSnapshot model;
    private final float[] original;
    private final List<float[]> blocks;
    private final Optional<Draw> draw;

    /**
     * What was drawn where the network has a distribution: {@code z = µ + σ ε}.
     *
     * @param mean µ, {@code [latent]}
     * @param deviation σ, {@code [latent]}
     * @param noise ε, {@code [latent]}
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over and never written again
    public record Draw(float[] mean, float[] deviation, float[] noise) {
        static Draw of(float[] posterior, long seed) {
            int latent = posterior.length / 2;
            float[] noise = new float[latent];
            if (seed != 0) {
                NormalNumbers.fill(noise, latent, seed);
            }
            float[] deviation = new float[latent];
            for (int d = 0; d < latent; d++) {
                deviation[d] = (float) Math.exp(0.5 * posterior[latent + d]);
            }
            return new Draw(Arrays.copyOf(posterior, latent), deviation, noise);
        }

        /** z, {@code [latent]}. */
        public float[] code() {
            float[] code = new float[mean.length];
            for (int d = 0; d < code.length; d++) {
                code[d] = mean[d] + deviation[d] * noise[d];
            }
            return code;
        }
    }

    private Walk(ModelSnapshot model, float[] original, List<float[]> blocks, Optional<Draw> draw) {
        this.model = model;
        this.original = original;
        this.blocks = blocks;
        this.draw = draw;
    }

    /**
     * Of one image.
     *
     * @param model the weights that {@code network} holds
     * @param original the clean image, {@code [pixels]}
     * @param given what the network is given of it, {@code [pixels]}
     * @param seed of ε where the network is variational; 0 for ε = 0
     */
    public static Walk of(Network network, ModelSnapshot model, float[] original, float[] given, long seed) {
        List<float[]> blocks = new ArrayList<>();
        blocks.add(given.clone());
        Optional<Draw> draw = Optional.empty();
        List<LayerSpec> layers = network.spec().layers();
        for (int layer = 0; layer < layers.size(); layer++) {
            float[] before = blocks.get(layer);
            if (layers.get(layer).tensors().isEmpty()) {
                draw = Optional.of(Draw.of(before, seed));
                blocks.add(draw.get().code());
            } else {
                blocks.add(network.through(before, 1, layer, layer + 1));
            }
        }
        return new Walk(model, original.clone(), blocks, draw);
    }

    /** The network it went through. */
    public ModelSnapshot model() {
        return model;
    }

    /** Its shape. */
    public ModelSpec spec() {
        return model.experiment().model();
    }

    /** A copy of the clean image. */
    public float[] original() {
        return original.clone();
    }

    /** A copy of what a layer was given. */
    public float[] into(int layer) {
        return blocks.get(layer).clone();
    }

    /** A copy of what a layer gave. */
    public float[] outOf(int layer) {
        return blocks.get(layer + 1).clone();
    }

    /** A copy of the code that was decoded. */
    public float[] code() {
        return into(spec().encoderLayers());
    }

    /** A copy of what came out. */
    public float[] output() {
        return blocks.get(blocks.size() - 1).clone();
    }

    /** What was drawn, where there is a distribution. */
    public Optional<Draw> draw() {
        return draw;
    }

    /** Mean squared error per pixel of what came out, to the clean image. */
    public double error() {
        return Errors.meanSquaredError(original, output());
    }

    /** The sum that made one number of a layer; empty for a sampling layer. */
    public Optional<WeightedSum> sum(int layer, int index) {
        return WeightedSum.of(spec(), model.parameters(), layer, blocks.get(layer), index);
    }
}
