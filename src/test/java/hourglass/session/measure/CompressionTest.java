package hourglass.session.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.ImageSet;
import hourglass.core.metric.PcaBasis;
import hourglass.core.spec.Activation;
import hourglass.core.spec.DenseSpec;
import hourglass.core.spec.Loss;
import hourglass.engine.model.Network;
import hourglass.session.ask.Portion;
import hourglass.session.measure.CompressionErrors.Codec;
import hourglass.testing.FakeNetwork;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompressionTest {
    /** Two pixels an image: the first black, white, or between; the second always black. */
    private static final ImageSet SET =
            ImageSet.of(2, 1, new byte[] {0, 0, (byte) 255, 0, 102, 0}, new byte[] {0, 0, 0}, List.of("All"));

    /** Its code is the first pixel, and the picture half of that. */
    private final Network halving =
            new FakeNetwork(new DenseSpec(2, List.of(), 1, Activation.RELU, Activation.RELU, Loss.MEAN_SQUARED_ERROR)) {
                @Override
                public float[] encode(float[] images, int n) {
                    float[] codes = new float[n];
                    for (int i = 0; i < n; i++) {
                        codes[i] = images[2 * i];
                    }
                    return codes;
                }

                @Override
                public float[] decode(float[] codes, int n) {
                    float[] images = new float[2 * n];
                    for (int i = 0; i < n; i++) {
                        images[2 * i] = codes[i] / 2;
                    }
                    return images;
                }
            };

    private static Compression all(CompressionErrors errors, Network network) {
        return Portion.all(() -> errors.apply(network), () -> false);
    }

    @Test
    void theErrorIsMeasuredThroughTheDecoder() {
        Compression made = all(new CompressionErrors(SET, NetworkInput.CLEAN, Codec.NETWORK, 1), halving);
        assertEquals(3, made.images());
        // 0, 1 and 0.4 become 0, 0.5 and 0.2.
        assertEquals((0.25 + 0.04) / 6, made.error(Compression.FLOAT), 1e-6);
        // With one bit 0.4 is kept as 0 and comes back as that.
        assertEquals((0.25 + 0.16) / 6, made.error(1), 1e-6);
        // With two bits it is kept as a third.
        assertEquals((0.25 + Math.pow(0.4 - 1 / 6.0, 2)) / 6, made.error(2), 1e-6);
    }

    @Test
    void whatIsKnownGrowsFromTheFinestLevelDown() {
        CompressionErrors errors = new CompressionErrors(SET, NetworkInput.CLEAN, Codec.NETWORK, 1);
        assertTrue(errors.apply(halving).known().isEmpty(), "encoding");
        Compression first = errors.apply(halving).known().orElseThrow();
        assertEquals(0.29 / 6, first.error(Compression.FLOAT), 1e-6);
        assertTrue(Double.isNaN(first.error(8)));
    }

    @Test
    void principalComponentsAreKeptInTheSameWay() {
        PcaBasis basis = PcaBasis.fit(SET, () -> false);
        Compression made = all(new CompressionErrors(SET, NetworkInput.CLEAN, Codec.pca(basis, 1), 1), halving);
        assertEquals(0, made.error(Compression.FLOAT), 1e-6);
        assertEquals(0.16 / 6, made.error(1), 1e-4);
    }

    @Test
    void bytesAreRoundedUpAndDecibelsFall() {
        assertEquals(32, Compression.bytes(64, 4));
        assertEquals(256, Compression.bytes(64, Compression.FLOAT));
        assertEquals(1, Compression.bytes(2, 1));
        assertEquals(20, Compression.psnr(0.01), 1e-9);
    }

    @Test
    void zlibPacksEvenPixelsWell() {
        ImageSet even = ImageSet.of(28, 28, new byte[784], new byte[1], List.of("All"));
        double bytes = Compression.zlibBytes(even, 1);
        assertTrue(bytes > 8 && bytes < 30, "784 black pixels took " + bytes);
    }

    @Test
    void theOutputGoesInAsTheNextInput() {
        FedBack made = Portion.all(
                new java.util.function.Supplier<Portion<FedBack>>() {
                    private final FedBack.Feeding feeding =
                            new FedBack.Feeding(2, new float[] {0.8f, 0}, new float[] {1, 0});

                    @Override
                    public Portion<FedBack> get() {
                        return feeding.apply(halving);
                    }
                },
                () -> false);
        assertEquals(FedBack.PASSES + 1, made.images().count());
        assertEquals(1, made.images().image(0)[0], 1e-6);
        assertEquals(0.25, made.images().image(2)[0], 1e-6);
        assertEquals(0.04 / 2, made.errors().get(0), 1e-6);
        assertEquals(Math.pow(0.8 - 0.125, 2) / 2, made.errors().get(3), 1e-6);
    }
}
