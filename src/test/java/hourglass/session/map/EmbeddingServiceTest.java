package hourglass.session.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.spec.EmbeddingSpec;
import hourglass.engine.EngineException;
import hourglass.engine.embed.EmbedderFactory;
import hourglass.session.concurrent.Worker;
import hourglass.session.map.FakeMaps.FakeNetworks;
import hourglass.session.map.FakeMaps.WalkingEmbedder;
import hourglass.testing.ExpectedLog;
import hourglass.testing.Patience;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EmbeddingServiceTest {
    private static final EmbeddingRequest CODES = FakeMaps.request(MapSource.CODES, FakeMaps.SPEC);
    private static final EmbeddingRequest PIXELS = FakeMaps.request(MapSource.PIXELS, FakeMaps.SPEC);

    private final List<Throwable> escaped = new CopyOnWriteArrayList<>();
    private final Worker worker = new Worker("embedding", Thread.NORM_PRIORITY, (name, error) -> escaped.add(error));
    private final AtomicInteger open = new AtomicInteger();
    /** Walks the embedder may make; tests that do not hold it back give it plenty. */
    private final Semaphore walks = new Semaphore(0);

    @AfterEach
    void close() {
        walks.release(1_000_000);
        assertTrue(worker.close(Duration.ofSeconds(10)), "the thread ends");
        assertEquals(List.of(), escaped);
        assertEquals(0, open.get(), "every network is closed");
    }

    private EmbeddingService service(UnaryOperator<float[]> codes, EmbedderFactory embedders) {
        return new EmbeddingService(worker, () -> new FakeNetworks(open, codes), embedders);
    }

    private EmbeddingService walking() {
        return service(
                UnaryOperator.identity(),
                (input, spec) -> new WalkingEmbedder(input.count(), walks::acquireUninterruptibly));
    }

    private static void until(BooleanSupplier condition) {
        Patience patience = new Patience();
        while (!condition.getAsBoolean()) {
            patience.lasts();
            Thread.onSpinWait();
        }
    }

    private static void untilPhase(EmbeddingService service, EmbeddingPhase phase) {
        until(() -> service.state().phase() == phase);
    }

    private static int iteration(EmbeddingService service) {
        return service.frame().map(EmbeddingFrame::iteration).orElse(-1);
    }

    @Test
    void aRealMapCompletesWithItsSampleItsPlacesAndItsQuality() {
        EmbeddingService service = new EmbeddingService(worker, () -> new FakeNetworks(open, UnaryOperator.identity()));
        service.start(CODES);
        untilPhase(service, EmbeddingPhase.COMPLETED);
        until(() -> service.quality().isPresent());
        EmbeddingSample sample = service.sample().orElseThrow();
        EmbeddingFrame frame = service.frame().orElseThrow();
        EmbeddingQuality quality = service.quality().orElseThrow();
        assertEquals(
                List.of(1L, 1L, 1L, 1L),
                List.of(service.state().generation(), sample.generation(), frame.generation(), quality.generation()));
        assertEquals(200, sample.size());
        assertEquals(64, sample.dimension());
        assertEquals(FakeMaps.DATA.test().label(sample.testIndex(7)), sample.label(7));
        assertEquals(300, frame.iteration());
        assertEquals(EmbeddingFrame.Stage.SETTLING, frame.stage());
        assertTrue(quality.map().trustworthiness() > 0.9, quality.toString());
        assertTrue(quality.map().continuity() > 0.9, quality.toString());
        assertTrue(quality.map().accuracy() > 0.3, "three times chance at least: " + quality);
        assertEquals(sample.codeAccuracy(), quality.codeAccuracy());
    }

    @Test
    void neighboursAreTheNearestAmongTheCodes() {
        EmbeddingService service = walking();
        service.start(PIXELS);
        until(() -> service.sample().isPresent());
        EmbeddingSample sample = service.sample().orElseThrow();
        float[] codes = sample.codes();
        int nearest = sample.neighbours(3)[0];
        for (int other = 0; other < sample.size(); other++) {
            if (other != 3) {
                assertTrue(distance(codes, 3, nearest) <= distance(codes, 3, other));
            }
        }
    }

    private static float distance(float[] points, int i, int j) {
        float sum = 0;
        for (int d = 0; d < 784; d++) {
            float difference = points[784 * i + d] - points[784 * j + d];
            sum += difference * difference;
        }
        return sum;
    }

    @Test
    void framesSayHowFarAndWhichStage() {
        EmbeddingService service = walking();
        service.start(PIXELS);
        until(() -> iteration(service) == 0);
        assertEquals(
                EmbeddingFrame.Stage.EXAGGERATION, service.frame().orElseThrow().stage());
        assertEquals(EmbeddingPhase.RUNNING, untilRunning(service));
        walks.release(26);
        until(() -> iteration(service) == 255);
        assertEquals(
                EmbeddingFrame.Stage.SETTLING, service.frame().orElseThrow().stage(), "no slice spans both stages");
        walks.release(5);
        untilPhase(service, EmbeddingPhase.COMPLETED);
        assertEquals(Duration.ZERO, service.frame().orElseThrow().remaining());
    }

    private static EmbeddingPhase untilRunning(EmbeddingService service) {
        untilPhase(service, EmbeddingPhase.RUNNING);
        return service.state().phase();
    }

    @Test
    void pausedItStandsStillAndGoesOn() {
        EmbeddingService service = walking();
        service.start(PIXELS);
        walks.release(2);
        until(() -> iteration(service) == 20 && walks.hasQueuedThreads());
        service.pause();
        assertEquals(EmbeddingPhase.PAUSED, service.state().phase());
        walks.release(1);
        until(() -> iteration(service) == 30);
        walks.release(100);
        CopyOnWriteArrayList<String> passed = new CopyOnWriteArrayList<>();
        worker.execute(() -> passed.add("the thread is free"));
        until(() -> !passed.isEmpty());
        assertEquals(30, iteration(service));
        service.resume();
        service.pause();
        service.resume();
        untilPhase(service, EmbeddingPhase.COMPLETED);
        assertEquals(300, iteration(service));
    }

    @Test
    void pausedBeforeItIsPreparedItWaitsAndPreparesThen() {
        EmbeddingService service = walking();
        Semaphore busy = new Semaphore(0);
        worker.execute(busy::acquireUninterruptibly);
        service.start(PIXELS);
        service.pause();
        busy.release();
        CopyOnWriteArrayList<String> passed = new CopyOnWriteArrayList<>();
        worker.execute(() -> passed.add("the thread is free"));
        until(() -> !passed.isEmpty());
        assertTrue(service.sample().isEmpty());
        service.resume();
        assertEquals(EmbeddingPhase.PREPARING, service.state().phase());
        walks.release(100);
        untilPhase(service, EmbeddingPhase.COMPLETED);
    }

    @Test
    void cancelledWhilePreparingItSaysSoAtOnceAndTheNextMapRuns() {
        Semaphore preparing = new Semaphore(0);
        AtomicInteger made = new AtomicInteger();
        EmbeddingService service = service(UnaryOperator.identity(), (input, spec) -> {
            if (made.incrementAndGet() == 1) {
                preparing.acquireUninterruptibly();
            }
            return new WalkingEmbedder(input.count(), () -> {});
        });
        service.start(CODES);
        until(() -> made.get() == 1);
        service.cancel();
        assertEquals(EmbeddingPhase.CANCELLED, service.state().phase());
        service.start(CODES);
        assertEquals(EmbeddingPhase.PREPARING, service.state().phase());
        preparing.release();
        untilPhase(service, EmbeddingPhase.COMPLETED);
        assertEquals(2, service.state().generation());
        assertEquals(2, service.frame().orElseThrow().generation());
    }

    @Test
    void cancelledOnTheWayItKeepsThePlacesReached() {
        EmbeddingService service = walking();
        service.start(PIXELS);
        walks.release(3);
        until(() -> iteration(service) == 30);
        service.cancel();
        walks.release(100);
        assertEquals(EmbeddingPhase.CANCELLED, service.state().phase());
        assertTrue(service.sample().isPresent());
        assertEquals(30, iteration(service));
        service.resume();
        assertEquals(EmbeddingPhase.CANCELLED, service.state().phase());
    }

    @Test
    void cancellingAFinishedMapDoesNotTakeItsQualityAway() {
        EmbeddingService service = walking();
        service.start(PIXELS);
        walks.release(100);
        untilPhase(service, EmbeddingPhase.COMPLETED);
        service.cancel();
        until(() -> service.quality().isPresent());
        assertEquals(EmbeddingPhase.COMPLETED, service.state().phase());
    }

    @Test
    void aNewMapReplacesTheOneUnderWay() {
        EmbeddingService service = walking();
        service.start(PIXELS);
        walks.release(1);
        until(() -> iteration(service) == 10);
        service.start(PIXELS.with(FakeMaps.SPEC.withSeed(6)));
        assertTrue(service.sample().isEmpty(), "nothing of the old map is shown for the new one");
        walks.release(100);
        untilPhase(service, EmbeddingPhase.COMPLETED);
        assertEquals(2, service.sample().orElseThrow().generation());
        assertEquals(6, service.state().request().spec().seed());
    }

    @Test
    void tooLittleMemoryIsASentenceAndTheThreadLivesOn() {
        AtomicInteger made = new AtomicInteger();
        EmbeddingService service = service(UnaryOperator.identity(), (input, spec) -> {
            if (made.incrementAndGet() == 1) {
                throw new OutOfMemoryError("Java heap space");
            }
            return new WalkingEmbedder(input.count(), () -> {});
        });
        service.start(CODES);
        untilPhase(service, EmbeddingPhase.FAILED);
        assertEquals(
                "There was not enough memory for a map of 200 points; choose fewer points.",
                service.state().message());
        service.start(CODES);
        untilPhase(service, EmbeddingPhase.COMPLETED);
        assertEquals("", service.state().message());
    }

    @Test
    void pointsThatFlyApartFailAndTheLastPlacesStay() {
        AtomicInteger step = new AtomicInteger();
        EmbeddingService service = service(
                UnaryOperator.identity(),
                (input, spec) -> new WalkingEmbedder(input.count(), () -> {
                    if (step.incrementAndGet() == 4) {
                        throw new EngineException("The points of the map flew apart.", new ArithmeticException());
                    }
                }));
        service.start(CODES);
        untilPhase(service, EmbeddingPhase.FAILED);
        assertEquals("The points of the map flew apart.", service.state().message());
        assertEquals(30, iteration(service));
    }

    @Test
    void codesThatAreNotNumbersAreRefusedInASentence() {
        EmbeddingService service = service(
                codes -> {
                    codes[5] = Float.NaN;
                    return codes;
                },
                (input, spec) -> new WalkingEmbedder(input.count(), () -> {}));
        service.start(CODES);
        untilPhase(service, EmbeddingPhase.FAILED);
        assertTrue(
                service.state().message().contains("diverged"), service.state().message());
        assertTrue(service.sample().isEmpty());
    }

    @Test
    void codesThatAreAllTheSameAreRefusedInASentence() {
        EmbeddingService service =
                new EmbeddingService(worker, () -> new FakeNetworks(open, codes -> new float[codes.length]));
        service.start(CODES);
        untilPhase(service, EmbeddingPhase.FAILED);
        assertTrue(
                service.state().message().contains("all codes are the same"),
                service.state().message());
    }

    @Test
    void aFactoryThatFailsBecomesAFailedMap() {
        EmbeddingService service = new EmbeddingService(worker, () -> {
            throw new IllegalStateException("no native library for this machine");
        });
        try (ExpectedLog log = ExpectedLog.of(Failure.class)) {
            service.start(CODES);
            untilPhase(service, EmbeddingPhase.FAILED);
            log.assertSaid("no native library");
        }
        assertEquals("no native library for this machine.", service.state().message());
    }

    @Test
    void aSeriesPublishesItsMapsOneByOneBesideAMapThatWaits() {
        EmbeddingService service = walking();
        service.start(PIXELS);
        walks.release(1);
        until(() -> iteration(service) == 10 && walks.hasQueuedThreads());
        service.pause();
        walks.release(1);
        until(() -> iteration(service) == 20);
        service.series(SeriesRequests.perplexities(PIXELS));
        walks.release(31);
        until(() -> service.seriesResults().size() == 1);
        assertEquals(EmbeddingPhase.RUNNING, service.seriesState().phase());
        walks.release(1000);
        until(() -> service.seriesState().phase() == EmbeddingPhase.COMPLETED);
        assertEquals(
                List.of(2.0, 5.0, 30.0, 50.0),
                service.seriesResults().stream()
                        .map(result -> result.request().spec().perplexity())
                        .toList());
        assertEquals(300, service.seriesResults().get(3).frame().iteration());
        assertEquals(EmbeddingPhase.PAUSED, service.state().phase());
        assertEquals(20, iteration(service));
        service.resume();
        untilPhase(service, EmbeddingPhase.COMPLETED);
    }

    @Test
    void aCancelledSeriesKeepsItsMapsAndAFailedOneSaysWhy() {
        AtomicInteger made = new AtomicInteger();
        EmbeddingService service = service(UnaryOperator.identity(), (input, spec) -> {
            if (made.incrementAndGet() == 2) {
                throw new IllegalArgumentException("The second is refused.");
            }
            return new WalkingEmbedder(input.count(), walks::acquireUninterruptibly);
        });
        walks.release(31);
        service.series(SeriesRequests.seeds(CODES));
        until(() -> service.seriesState().phase() == EmbeddingPhase.FAILED);
        assertEquals("The second is refused.", service.seriesState().message());
        assertEquals(1, service.seriesResults().size());
        service.series(SeriesRequests.seeds(CODES));
        assertTrue(service.seriesResults().isEmpty());
        walks.release(31);
        until(() -> service.seriesResults().size() == 1);
        service.cancelSeries();
        assertEquals(EmbeddingPhase.CANCELLED, service.seriesState().phase());
        List<EmbeddingResult> kept = service.seriesResults();
        walks.release(1000);
        CopyOnWriteArrayList<String> passed = new CopyOnWriteArrayList<>();
        worker.execute(() -> worker.execute(() -> passed.add("two tasks later")));
        until(() -> !passed.isEmpty());
        assertSame(kept.get(0), service.seriesResults().get(0));
        assertEquals(1, service.seriesResults().size());
    }

    @Test
    void theCostIsSaidBefore() {
        EmbeddingSpec smile = FakeMaps.SPEC.withEngine(EmbeddingSpec.Engine.SMILE);
        EmbeddingCost small = EmbeddingCost.of(smile);
        EmbeddingCost large = EmbeddingCost.of(smile.withPoints(5000));
        assertEquals(600, large.megabytes());
        assertTrue(large.seconds() > 500 * small.seconds(), "with the square of the points");
        EmbeddingCost own = EmbeddingCost.of(smile.withPoints(5000).withEngine(EmbeddingSpec.Engine.OWN));
        assertEquals(12, own.megabytes());
        assertTrue(own.seconds() < large.seconds() / 5);
        assertTrue(small.fits());
    }

    @Test
    void onlyLegalTransitionsAreAllowed() {
        assertTrue(EmbeddingPhase.PREPARING.allows(EmbeddingPhase.CANCELLED));
        assertFalse(EmbeddingPhase.COMPLETED.allows(EmbeddingPhase.CANCELLED));
        assertFalse(EmbeddingPhase.CANCELLED.allows(EmbeddingPhase.RUNNING));
        assertFalse(Arrays.stream(EmbeddingPhase.values()).anyMatch(phase -> phase.allows(EmbeddingPhase.IDLE)));
    }
}
