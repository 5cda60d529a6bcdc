package hourglass.session.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.DataSet;
import hourglass.core.data.ImageBlock;
import hourglass.core.latent.CodeSample;
import hourglass.engine.model.Network;
import hourglass.session.ask.Portion;
import hourglass.testing.FakeNetwork;
import hourglass.testing.RecordingNetworks;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EncodingTest {
    /** The code is the brightness and its opposite; what is drawn is the first number everywhere. */
    private final Network network =
            new FakeNetwork(RecordingNetworks.snapshot(2, 1).experiment().model()) {
                @Override
                public float[] encode(float[] images, int n) {
                    float[] codes = new float[2 * n];
                    for (int i = 0; i < n; i++) {
                        codes[2 * i] = images[4 * i];
                        codes[2 * i + 1] = -images[4 * i];
                    }
                    return codes;
                }

                @Override
                public float[] decode(float[] codes, int n) {
                    float[] images = new float[4 * n];
                    for (int i = 0; i < images.length; i++) {
                        images[i] = codes[i / 4 * 2];
                    }
                    return images;
                }
            };

    @Test
    void codesStandInTheOrderOfTheImagesAskedFor() {
        DataSet data = TinyData.of("a", 255, 0, 51);
        Portion<CodeSample> portion = new Encoding(data.test(), new int[] {2, 0}, 2, 2).apply(network);
        CodeSample sample = portion.known().orElseThrow();
        assertArrayEquals(new float[] {0.2f, -0.2f, 1, -1}, sample.codes(), 1e-6f);
        assertEquals(2, sample.image(0));
        assertEquals(1, sample.rowOf(0));
        assertEquals(-1, sample.rowOf(1));
        assertArrayEquals(new float[] {1, -1}, sample.code(1), 1e-6f);
    }

    @Test
    void aFirstLookComesBeforeAllAreDone() {
        DataSet data =
                TinyData.of("many", IntStream.range(0, 1000).map(i -> i % 256).toArray());
        Encoding encoding = new Encoding(data.test(), IntStream.range(0, 1000).toArray(), 2, 100);
        List<Integer> counts = new ArrayList<>();
        boolean last = false;
        while (!last) {
            Portion<CodeSample> portion = encoding.apply(network);
            portion.known().ifPresent(sample -> counts.add(sample.count()));
            last = portion.isLast();
        }
        assertEquals(2, counts.size(), counts.toString());
        assertTrue(counts.get(0) >= 100 && counts.get(0) < 1000, counts.toString());
        assertEquals(1000, counts.get(1));
    }

    @Test
    void imagesStandInTheOrderOfTheirCodes() {
        float[] codes = IntStream.range(0, 600)
                .collect(() -> new FloatList(1200), (list, i) -> list.add(i / 600f, 9), (a, b) -> {})
                .values;
        ImageBlock images = new Decoding(codes, 2, 2, 2).all(network, () -> false);
        assertEquals(600, images.count());
        assertArrayEquals(new float[] {0.5f, 0.5f, 0.5f, 0.5f}, images.image(300), 1e-6f);
        assertArrayEquals(new float[4], images.image(0));
    }

    private static final class FloatList {
        final float[] values;
        private int size;

        FloatList(int length) {
            values = new float[length];
        }

        void add(float first, float second) {
            values[size++] = first;
            values[size++] = second;
        }
    }
}
