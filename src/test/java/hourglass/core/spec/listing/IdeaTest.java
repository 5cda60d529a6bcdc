package hourglass.core.spec.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Preset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IdeaTest {
    private static Experiment of(Preset preset) {
        return preset.experiment(new DataSpec("Fashion-MNIST", ""), 28, 28, 7);
    }

    @ParameterizedTest
    @EnumSource(Idea.class)
    void everyIdeaIsAFewLinesAndThenTheWholeProgram(Idea idea) {
        for (Framework framework : Framework.values()) {
            String program = framework.listing(of(Preset.VAE_2));
            String listing = idea.listing(framework, of(Preset.VAE_2));
            assertTrue(listing.endsWith("\n\n" + program), framework.words());
            String lines = listing.substring(0, listing.length() - program.length());
            assertFalse(lines.isBlank(), framework.words());
            assertTrue(lines.lines().allMatch(line -> line.length() <= 120), lines);
        }
    }

    @Test
    void transposedConvolutionsAreThoseOfTheNetwork() {
        Experiment network = of(Preset.CONV_DENOISE);
        for (Framework framework : Framework.values()) {
            String first = Idea.TRANSPOSED_CONVOLUTION
                    .listing(framework, network)
                    .lines()
                    .findFirst()
                    .orElseThrow();
            assertTrue(framework.listing(network).contains(first), first);
        }
        String keras = Idea.TRANSPOSED_CONVOLUTION.listing(Framework.KERAS, of(Preset.DENSE_64));
        assertTrue(keras.startsWith("layers.Conv2DTranspose(16, 3"), "one of its kind where the network has none");
    }

    @Test
    void betaIsTheNetworksOwn() {
        String keras = Idea.DIVERGENCE.listing(Framework.KERAS, of(Preset.VAE_2));
        assertEquals(
                "loss = reconstruction + 1.0 * kl",
                keras.lines().skip(1).findFirst().orElseThrow());
    }
}
