package hourglass.session.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Progress;
import hourglass.engine.model.RunId;
import hourglass.session.ask.InferenceService;
import hourglass.session.ask.Portion;
import hourglass.session.concurrent.Worker;
import hourglass.testing.RecordingNetworks;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FollowedMeasureTest {
    private final Worker worker = new Worker("inference", Thread.NORM_PRIORITY, (who, what) -> {});
    private final RecordingNetworks networks = new RecordingNetworks();
    private final InferenceService service = new InferenceService(worker, () -> networks);
    private final ModelSnapshot model = RecordingNetworks.snapshot(1, 2);
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger taken = new AtomicInteger();
    private final FollowedMeasure<Provenance, String> measure =
            new FollowedMeasure<>(service, new FollowedMeasure.Memory<Provenance, String>(), 2_000, nanos::get);

    @AfterEach
    void close() {
        worker.close();
    }

    private static Provenance at(String run, int iteration) {
        return new Provenance("data", Optional.of(new RunId(run)), new Progress(0, 0, iteration));
    }

    private static String name(Provenance key) {
        return key.run().orElseThrow() + " " + key.progress().iteration();
    }

    /** Wishes it until nothing is left to do. */
    private Optional<String> settled(Provenance key) throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            want(key);
            flush();
        }
        want(key);
        return measure.of(key);
    }

    private void want(Provenance key) {
        measure.want(key, model, () -> {
            taken.incrementAndGet();
            return network -> Portion.last(name(key));
        });
    }

    private void flush() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        worker.execute(done::countDown);
        assertTrue(done.await(20, TimeUnit.SECONDS));
    }

    @Test
    void aNetworkIsMeasuredOnce() throws InterruptedException {
        assertEquals(Optional.of("a 0"), settled(at("a", 0)));
        assertEquals(Optional.of("b 0"), settled(at("b", 0)));
        assertEquals(Optional.of("a 0"), settled(at("a", 0)), "it is remembered");
        assertEquals(2, taken.get());
    }

    @Test
    void oneThatLearnsIsMeasuredAgainAfterAPause() throws InterruptedException {
        settled(at("a", 1));
        nanos.set(1_000);
        assertEquals(Optional.of("a 1"), settled(at("a", 2)), "the earlier stands meanwhile");
        nanos.set(2_500);
        assertEquals(Optional.of("a 3"), settled(at("a", 3)));
        assertEquals(2, taken.get());
    }

    @Test
    void ofAnotherTrainingNothingStands() throws InterruptedException {
        settled(at("a", 1));
        want(at("b", 1));
        assertNotEquals(Optional.of("a 1"), measure.of(at("b", 1)));
        assertEquals(Optional.of("b 1"), settled(at("b", 1)));
    }

    @Test
    void whatIsUnderWayIsLetFinish() throws InterruptedException {
        CountDownLatch open = new CountDownLatch(1);
        worker.execute(() -> {
            try {
                open.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
        });
        want(at("a", 1));
        nanos.set(10_000);
        want(at("a", 2));
        assertTrue(measure.isBusy());
        assertEquals(1, taken.get());
        open.countDown();
        flush();
        flush();
        want(at("a", 2));
        assertEquals(Optional.of("a 1"), measure.of(at("a", 2)));
    }

    @Test
    void aFailureIsToldAndTriedAgainWhenSomebodyLooksTheNextTime() throws InterruptedException {
        Provenance key = at("a", 1);
        for (int i = 0; i < 3; i++) {
            measure.want(key, model, () -> {
                taken.incrementAndGet();
                return network -> {
                    throw new IllegalStateException("The network is broken.");
                };
            });
            flush();
        }
        assertEquals("The network is broken.", measure.problem());
        assertEquals(1, taken.get());
        measure.rest();
        assertEquals("", measure.problem());
        assertEquals(Optional.of("a 1"), settled(key));
        assertFalse(measure.isBusy());
    }
}
