package hourglass.session.measure;

import hourglass.core.data.ImageBlock;
import hourglass.core.metric.Errors;
import hourglass.engine.model.Network;
import hourglass.session.ask.Portion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * What becomes of an image whose reconstruction goes in again and again. Immutable.
 *
 * @param images what went in first, then what came out of each pass: {@value #PASSES} + 1
 * @param errors mean squared error per pixel of each to the original
 */
public record FedBack(ImageBlock images, List<Double> errors) {
    /** How often the output goes in again. */
    public static final int PASSES = 20;

    private static final int PASSES_PER_PORTION = 4;

    /** Copies the errors. */
    public FedBack {
        errors = List.copyOf(errors);
    }

    /** Feeds an image back, some passes in a portion. One thread at a time. */
    public static final class Feeding implements Function<Network, Portion<FedBack>> {
        private final int width;
        private final float[] original;
        private final List<float[]> passes = new ArrayList<>();

        /**
         * Of one image.
         *
         * @param original what it should stay, {@code [width × height]}
         * @param input what goes in first
         */
        public Feeding(int width, float[] original, float[] input) {
            this.width = width;
            this.original = original.clone();
            passes.add(input.clone());
        }

        @Override
        public Portion<FedBack> apply(Network network) {
            for (int i = 0; i < PASSES_PER_PORTION && passes.size() <= PASSES; i++) {
                passes.add(network.reconstruct(passes.get(passes.size() - 1), 1));
            }
            return passes.size() > PASSES ? Portion.last(known()) : Portion.of(passes.size() - 1, PASSES);
        }

        private FedBack known() {
            float[] all = new float[passes.size() * original.length];
            List<Double> errors = new ArrayList<>();
            for (int i = 0; i < passes.size(); i++) {
                System.arraycopy(passes.get(i), 0, all, i * original.length, original.length);
                errors.add(Errors.meanSquaredError(
                        original, Arrays.copyOfRange(all, i * original.length, (i + 1) * original.length)));
            }
            return new FedBack(ImageBlock.copyOf(width, original.length / width, all), errors);
        }
    }
}
