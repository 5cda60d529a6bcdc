package hourglass.session.map;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.DataSet;
import hourglass.core.data.IdxFolder;
import hourglass.core.data.Sketchwear;
import hourglass.core.spec.EmbeddingSpec;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.store.ModelFile;
import hourglass.testing.Engines;
import hourglass.testing.RealData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class EmbeddingRunTest {
    private static EmbeddingRun run(EmbeddingRequest request) {
        EmbeddingRun run = EmbeddingRun.prepare(
                request, new FakeMaps.FakeNetworks(new AtomicInteger(), UnaryOperator.identity()), () -> false);
        while (!run.isDone()) {
            run.step();
        }
        return run;
    }

    @Test
    void aMapOfPixelsIsTheSameForTheSameSeed() {
        EmbeddingRequest request = FakeMaps.request(MapSource.PIXELS, FakeMaps.SPEC);
        EmbeddingRun first = run(request);
        assertEquals(784, first.sample().dimension());
        assertArrayEquals(
                first.frame().orElseThrow().coordinates(),
                run(request).frame().orElseThrow().coordinates());
        assertTrue(first.quality(() -> false).map().trustworthiness() > 0.9);
    }

    @Test
    void withFewerImagesThanPointsAllAreTaken() {
        DataSet small = Sketchwear.generate(3, 20, 90);
        EmbeddingRequest base = FakeMaps.request(MapSource.PIXELS, FakeMaps.SPEC);
        EmbeddingRequest request = new EmbeddingRequest(base.spec(), base.source(), base.model(), small);
        assertEquals(90, run(request).frame().orElseThrow().size());
        EmbeddingRequest broad = request.with(FakeMaps.SPEC.withPerplexity(31));
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> run(broad));
        assertEquals(
                "The perplexity must be at most a third of the points, which is 30 for 90; got 31.0.",
                refused.getMessage());
    }

    @Test
    void tooFewImagesAreRefusedInASentence() {
        EmbeddingRequest base = FakeMaps.request(MapSource.PIXELS, FakeMaps.SPEC);
        DataSet tiny = Sketchwear.generate(3, 20, 12);
        EmbeddingRequest request = new EmbeddingRequest(base.spec(), base.source(), base.model(), tiny);
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> run(request));
        assertEquals("A map needs at least 50 test images; Sketchwear has 12.", refused.getMessage());
    }

    @Test
    void preparingCanBeBrokenOff() {
        EmbeddingRequest request = FakeMaps.request(MapSource.CODES, FakeMaps.SPEC);
        AtomicInteger open = new AtomicInteger();
        assertThrows(
                CancellationException.class,
                () -> EmbeddingRun.prepare(
                        request, new FakeMaps.FakeNetworks(open, UnaryOperator.identity()), () -> true));
        assertEquals(0, open.get(), "the network is closed all the same");
    }

    @Test
    void realCodesMakeAFaithfulMapAndPcaAWorseOne() throws IOException {
        DataSet data = IdxFolder.load(realFolder());
        EmbeddingSpec spec = new EmbeddingSpec(500, 30, 500, 200, 1);
        EmbeddingRequest request = new EmbeddingRequest(spec, MapSource.CODES, shipped(), data);
        EmbeddingRun run = EmbeddingRun.prepare(request, Engines.networks(), () -> false);
        while (!run.isDone()) {
            run.step();
        }
        EmbeddingQuality quality = run.quality(() -> false);
        assertTrue(quality.map().trustworthiness() > 0.94, quality.toString());
        assertTrue(quality.map().trustworthiness() > quality.pca().trustworthiness() + 0.03, quality.toString());
        assertTrue(quality.map().accuracy() > quality.pca().accuracy() + 0.05, quality.toString());
        assertTrue(quality.codeAccuracy() > 0.7, quality.toString());
    }

    private static Path realFolder() {
        return RealData.require();
    }

    private static ModelSnapshot shipped() throws IOException {
        String name = "/models/dense-64.safetensors";
        try (InputStream in = Objects.requireNonNull(EmbeddingRunTest.class.getResourceAsStream(name), name)) {
            return ModelFile.read(in, name).snapshot();
        }
    }
}
