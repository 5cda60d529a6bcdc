package hourglass.session.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.ImageSet;
import hourglass.core.latent.CodeGaussian;
import hourglass.core.spec.Activation;
import hourglass.core.spec.DenseSpec;
import hourglass.core.spec.Likelihood;
import hourglass.core.spec.Loss;
import hourglass.core.spec.ModelSpec;
import hourglass.core.spec.VariationalSpec;
import hourglass.session.ask.Portion;
import hourglass.testing.FakeNetwork;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiceTest {
    private static final ModelSpec SPEC = new VariationalSpec(
            new DenseSpec(4, List.of(), 2, Activation.RELU, Activation.LINEAR, Loss.MEAN_SQUARED_ERROR),
            Likelihood.BERNOULLI,
            1,
            0);

    /** Draws a code as its first number in all pixels, and says of an image its first pixel, the second number being dead. */
    private static final class Plain extends FakeNetwork {
        Plain() {
            super(SPEC);
        }

        @Override
        public float[] decode(float[] codes, int n) {
            float[] images = new float[4 * n];
            for (int i = 0; i < images.length; i++) {
                images[i] = codes[i / 4 * 2];
            }
            return images;
        }

        @Override
        public float[] posterior(float[] images, int n) {
            float[] posterior = new float[4 * n];
            for (int i = 0; i < n; i++) {
                posterior[4 * i] = images[4 * i];
            }
            return posterior;
        }
    }

    private static ImageSet greys(int count) {
        byte[] pixels = new byte[4 * count];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i / 4 % 256);
        }
        return ImageSet.of(2, 2, pixels, new byte[count], List.of("grey"));
    }

    @Test
    void eachDrawHasTheTrainingImageNearestToIt() {
        Dice dice = new Dice(greys(1000), CodeGaussian.standard(2), 0.3, 5);
        Plain network = new Plain();
        Portion<Dice.Thrown> first = dice.apply(network);
        assertFalse(first.isLast());
        assertTrue(first.known().orElseThrow().nearest().isEmpty(), "the pictures come first");
        Dice.Thrown thrown = Portion.all(() -> dice.apply(network), () -> false);
        Dice.Nearest nearest = thrown.nearest().orElseThrow();
        assertEquals(Dice.COUNT, thrown.images().count());
        for (int draw = 0; draw < Dice.COUNT; draw++) {
            float value = thrown.code(draw)[0];
            long grey = Math.max(0, Math.min(255, Math.round(value * 255.0)));
            assertEquals(grey, nearest.image()[draw], "the first of equal ones, for " + value);
            double away = value - grey / 255.0;
            assertEquals(away * away, nearest.error()[draw], 1e-5);
        }
    }

    @Test
    void theKlOfEachNumberIsTheMeanOverTheImagesAndADeadOneHasNone() {
        ImageSet set = greys(256);
        int[] images = {0, 51, 255};
        KlMeasuring measuring = new KlMeasuring(set, images);
        double[] nats =
                Portion.all(() -> measuring.apply(new Plain()), () -> false).perDimension();
        assertEquals((0 + 0.5 * 0.04 + 0.5) / 3, nats[0], 1e-6);
        assertEquals(0, nats[1]);
        assertTrue(nats[1] < KlMeasuring.DEAD);
    }
}
