package hourglass.session.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Network;
import hourglass.session.concurrent.Worker;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InferenceServiceTest {
    private final AtomicReference<Throwable> escaped = new AtomicReference<>();
    private final Worker worker = new Worker("inference", Thread.NORM_PRIORITY, (who, what) -> escaped.set(what));
    private final RecordingNetworks networks = new RecordingNetworks();
    private final InferenceService service = new InferenceService(worker, () -> networks);
    private final ModelSnapshot model = RecordingNetworks.snapshot(1, 2);

    @AfterEach
    void end() {
        worker.close();
    }

    private void settle() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        worker.execute(done::countDown);
        assertTrue(done.await(20, TimeUnit.SECONDS));
    }

    /** Nothing is answered until the latch opens. */
    private CountDownLatch holdUp() {
        CountDownLatch open = new CountDownLatch(1);
        worker.execute(() -> awaitQuietly(open));
        return open;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private static float weight(Network network) {
        return network.parameters().get(0);
    }

    @Test
    void theNewestQuestionWinsAndItsAnswerCarriesItsGeneration() throws InterruptedException {
        InferenceSlot<Integer> slot = service.slot();
        List<Integer> computed = new ArrayList<>();
        CountDownLatch open = holdUp();
        long last = 0;
        for (int i = 1; i <= 50; i++) {
            int asked = i;
            last = slot.ask(model, network -> {
                computed.add(asked);
                return asked;
            });
        }
        open.countDown();
        settle();
        assertEquals(List.of(50), computed);
        assertEquals(50, slot.answer().orElseThrow());
        assertEquals(last, slot.newest().generation());
        assertEquals(50, last);
    }

    @Test
    void slotsDoNotOvertakeEachOther() throws InterruptedException {
        InferenceSlot<String> one = service.slot();
        InferenceSlot<String> other = service.slot();
        one.ask(model, network -> "one");
        other.ask(model, network -> "other");
        settle();
        assertEquals("one", one.answer().orElseThrow());
        assertEquals("other", other.answer().orElseThrow());
    }

    @Test
    void twoNetworksSideBySideAreMadeAndLoadedOnce() throws InterruptedException {
        ModelSnapshot large = RecordingNetworks.snapshot(3, 5);
        InferenceSlot<Float> one = service.slot();
        InferenceSlot<Float> other = service.slot();
        for (int i = 0; i < 20; i++) {
            one.ask(model, InferenceServiceTest::weight);
            other.ask(large, InferenceServiceTest::weight);
            settle();
        }
        assertEquals(2, one.answer().orElseThrow());
        assertEquals(5, other.answer().orElseThrow());
        assertEquals(2, networks.made.size());
        assertEquals(2, networks.loads());
    }

    @Test
    void twoNetworksOfOneShapeDoNotLoadOverEachOther() throws InterruptedException {
        ModelSnapshot same = RecordingNetworks.snapshot(1, 9);
        InferenceSlot<List<Float>> slot = service.slot();
        for (int i = 0; i < 20; i++) {
            slot.askAll(
                    List.of(model, same),
                    both -> both.stream().map(InferenceServiceTest::weight).toList());
            settle();
        }
        assertEquals(List.of(2f, 9f), slot.answer().orElseThrow());
        assertEquals(2, networks.loads());
    }

    @Test
    void aNetworkInTrainingIsServedAsItsSnapshotsComeWithoutPilingUp() throws InterruptedException {
        InferenceSlot<List<Float>> slot = service.slot();
        for (int i = 1; i <= 100; i++) {
            ModelSnapshot newer = RecordingNetworks.snapshot(3, i);
            slot.askAll(
                    List.of(newer, model),
                    both -> both.stream().map(InferenceServiceTest::weight).toList());
            settle();
            assertEquals(List.of((float) i, 2f), slot.answer().orElseThrow());
        }
        assertEquals(NetworkCache.CAPACITY, networks.made.size());
        assertEquals(101, networks.loads(), "the resting network is loaded once");
    }

    @Test
    void theNetworkUsedLongestAgoIsReleased() throws InterruptedException {
        InferenceSlot<Float> slot = service.slot();
        for (int size = 1; size <= 10; size++) {
            slot.ask(RecordingNetworks.snapshot(size, size), InferenceServiceTest::weight);
            settle();
            assertEquals((float) size, slot.answer().orElseThrow());
            assertEquals(Math.min(size, NetworkCache.CAPACITY), networks.open());
        }
    }

    @Test
    void aFailureReachesTheViewAndTheNextQuestionIsAnswered() throws InterruptedException {
        List<InferenceAnswer<Float>> heard = new ArrayList<>();
        InferenceSlot<Float> slot = service.slot(Runnable::run, heard::add);
        slot.ask(model, network -> {
            throw new IllegalStateException("The picture is too large.");
        });
        settle();
        assertEquals("The picture is too large.", heard.get(0).problem());
        assertTrue(heard.get(0).hasFailed());
        assertTrue(slot.answer().isEmpty());
        slot.ask(model, InferenceServiceTest::weight);
        settle();
        assertFalse(heard.get(1).hasFailed());
        assertEquals(2f, heard.get(1).value().orElseThrow());
        assertEquals(null, escaped.get());
    }

    @Test
    void withNobodyToTellAFailureReachesWhoeverWatchesTheThread() throws InterruptedException {
        InferenceSlot<Float> slot = service.slot();
        slot.ask(model, network -> {
            throw new OutOfMemoryError("native");
        });
        settle();
        assertInstanceOf(OutOfMemoryError.class, escaped.get());
        assertEquals(
                "There was not enough memory to run this network.",
                slot.newest().problem());
        slot.ask(model, InferenceServiceTest::weight);
        settle();
        assertEquals(2f, slot.answer().orElseThrow());
    }

    @Test
    void answersAreBroughtToTheWindowOnceHoweverManyCameMeanwhile() throws InterruptedException {
        Queue<Runnable> window = new ArrayDeque<>();
        List<Float> heard = new ArrayList<>();
        InferenceSlot<Float> slot =
                service.slot(window::add, answer -> heard.add(answer.value().orElseThrow()));
        for (int i = 1; i <= 3; i++) {
            slot.ask(RecordingNetworks.snapshot(1, i), InferenceServiceTest::weight);
            settle();
        }
        assertEquals(1, window.size());
        window.remove().run();
        assertEquals(List.of(3f), heard);
        slot.ask(model, InferenceServiceTest::weight);
        settle();
        window.remove().run();
        assertEquals(List.of(3f, 2f), heard);
    }

    @Test
    void questionsAreAnsweredBetweenTheStepsOfLongWork() throws InterruptedException {
        CountDownLatch open = holdUp();
        AtomicInteger steps = new AtomicInteger();
        InferenceJob job = service.inSteps(model, network -> steps.incrementAndGet() < 1000);
        InferenceSlot<Integer> slot = service.slot();
        slot.ask(model, network -> steps.get());
        open.countDown();
        settle();
        assertTrue(slot.answer().orElseThrow() <= 2, "after " + slot.answer());
        for (int i = 0; i < 2000 && job.phase() == InferenceJob.Phase.RUNNING; i++) {
            settle();
        }
        assertEquals(InferenceJob.Phase.DONE, job.phase());
        assertEquals(1000, steps.get());
    }

    @Test
    void longWorkCanWaitGoOnAndBeCancelled() throws InterruptedException {
        AtomicInteger steps = new AtomicInteger();
        InferenceJob job = service.inSteps(model, network -> {
            steps.incrementAndGet();
            return true;
        });
        job.hold();
        settle();
        settle();
        int before = steps.get();
        settle();
        assertEquals(before, steps.get());
        job.goOn();
        settle();
        settle();
        assertTrue(steps.get() > before);
        job.cancel();
        settle();
        int after = steps.get();
        settle();
        assertEquals(after, steps.get());
        assertEquals(InferenceJob.Phase.CANCELLED, job.phase());
    }

    @Test
    void aFailedStepEndsItsWorkAlone() throws InterruptedException {
        InferenceJob job = service.inSteps(model, network -> {
            throw new IllegalStateException("The network is broken.");
        });
        settle();
        assertEquals(InferenceJob.Phase.FAILED, job.phase());
        assertEquals("The network is broken.", job.problem());
        assertEquals(null, escaped.get());
    }

    @Test
    void moreNetworksThanAreKeptAreRefused() throws InterruptedException {
        InferenceSlot<Integer> slot = service.slot(Runnable::run, answer -> {});
        slot.askAll(List.of(model, model, model, model, model), List::size);
        settle();
        assertEquals(
                "expected a question about at most 4 networks, got one about 5",
                slot.newest().problem());
        assertThrows(
                java.util.NoSuchElementException.class,
                () -> slot.newest().value().orElseThrow());
    }
}
