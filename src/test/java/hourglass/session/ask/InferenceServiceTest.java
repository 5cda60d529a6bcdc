package hourglass.session.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Network;
import hourglass.session.concurrent.Worker;
import hourglass.testing.RecordingNetworks;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    void questionsAreAnsweredBetweenThePortionsOfAJob() throws InterruptedException {
        CountDownLatch open = holdUp();
        AtomicInteger portions = new AtomicInteger();
        InferenceSlot<String> job = service.slot();
        job.begin(model, network -> portion(portions.incrementAndGet(), 1000));
        InferenceSlot<Integer> hand = service.slot();
        InferenceSlot<Double> progress = service.slot();
        hand.ask(model, network -> portions.get());
        progress.ask(job::progress);
        open.countDown();
        settle();
        assertTrue(hand.answer().orElseThrow() <= 2, "after " + hand.answer());
        assertEquals(0.001, progress.answer().orElseThrow(), 0.001);
        for (int i = 0; i < 2000 && job.isWaiting(); i++) {
            settle();
        }
        assertEquals(1000, portions.get());
        assertEquals("all", job.answer().orElseThrow());
        assertEquals(1, job.progress());
    }

    private static Portion<String> portion(int done, int total) {
        return done == total ? Portion.last("all") : Portion.of(done, total);
    }

    @Test
    void whatAJobKnowsMeanwhileIsShownWithItsProgress() throws InterruptedException {
        List<String> heard = new ArrayList<>();
        AtomicInteger done = new AtomicInteger();
        InferenceSlot<String> job =
                service.slot(Runnable::run, answer -> heard.add(answer.value().orElseThrow()));
        job.begin(() -> {
            int now = done.incrementAndGet();
            return new Portion<>(Optional.of(now + " of 4"), now, 4);
        });
        for (int i = 0; i < 4; i++) {
            settle();
        }
        assertEquals(List.of("1 of 4", "2 of 4", "3 of 4", "4 of 4"), heard);
        assertFalse(job.isWaiting());
        assertTrue(networks.made.isEmpty(), "no network is made ready for what needs none");
    }

    @Test
    void aJobCanWaitGoOnAndBeForgotten() throws InterruptedException {
        AtomicInteger portions = new AtomicInteger();
        InferenceSlot<String> job = service.slot();
        job.begin(model, network -> portion(portions.incrementAndGet(), 1_000_000));
        job.hold();
        settle();
        settle();
        int before = portions.get();
        settle();
        assertEquals(before, portions.get());
        job.goOn();
        settle();
        settle();
        assertTrue(portions.get() > before);
        job.forget();
        settle();
        int after = portions.get();
        settle();
        assertEquals(after, portions.get());
        assertFalse(job.isWaiting());
        assertTrue(job.answer().isEmpty());
    }

    @Test
    void ofAJobThatWasOvertakenNothingIsHeardAnyMore() throws InterruptedException {
        List<String> heard = new ArrayList<>();
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch open = new CountDownLatch(1);
        InferenceSlot<String> job =
                service.slot(Runnable::run, answer -> heard.add(answer.value().orElseThrow()));
        job.begin(() -> {
            entered.countDown();
            awaitQuietly(open);
            return Portion.last("old");
        });
        assertTrue(entered.await(20, TimeUnit.SECONDS));
        job.begin(() -> Portion.last("new"));
        open.countDown();
        settle();
        settle();
        assertEquals(List.of("new"), heard);
    }

    @Test
    void forgottenAnswersAreDroppedByTheSlot() throws InterruptedException {
        Queue<Runnable> window = new ArrayDeque<>();
        List<String> heard = new ArrayList<>();
        InferenceSlot<String> slot =
                service.slot(window::add, answer -> heard.add(answer.value().orElseThrow()));
        slot.ask(model, network -> "on its way to the window");
        settle();
        slot.forget();
        window.remove().run();
        assertEquals(List.of(), heard);
        CountDownLatch open = holdUp();
        slot.ask(model, network -> "still waiting");
        slot.forget();
        assertFalse(slot.isWaiting());
        open.countDown();
        settle();
        assertTrue(window.isEmpty());
        assertTrue(slot.answer().isEmpty());
        slot.ask(model, network -> "welcome again");
        settle();
        window.remove().run();
        assertEquals(List.of("welcome again"), heard);
    }

    @Test
    void anAnswerIsWaitedForUntilTheWindowHasIt() throws InterruptedException {
        Queue<Runnable> window = new ArrayDeque<>();
        InferenceSlot<String> slot = service.slot(window::add, answer -> {});
        slot.ask(model, network -> "there");
        settle();
        assertTrue(slot.isWaiting());
        window.remove().run();
        assertFalse(slot.isWaiting());
    }

    @Test
    void aFailingPortionEndsItsJobWithASentence() throws InterruptedException {
        AtomicInteger portions = new AtomicInteger();
        List<InferenceAnswer<String>> heard = new ArrayList<>();
        InferenceSlot<String> job = service.slot(Runnable::run, heard::add);
        job.begin(model, network -> {
            if (portions.incrementAndGet() == 3) {
                throw new IllegalStateException("The network is broken.");
            }
            return portion(portions.get(), 10);
        });
        for (int i = 0; i < 6; i++) {
            settle();
        }
        assertEquals(3, portions.get());
        assertEquals("The network is broken.", heard.get(0).problem());
        assertFalse(job.isWaiting());
        assertEquals(null, escaped.get());
    }

    @Test
    void whatALibrarySaysIsNotShownToTheUser() throws InterruptedException {
        InferenceSlot<String> slot = service.slot(Runnable::run, answer -> {});
        slot.ask(model, network -> {
            throw new NullPointerException("Cannot invoke \"Foo.bar()\" because \"<local4>\" is null");
        });
        settle();
        assertEquals(
                "The network could not be run; the log says what went wrong.",
                slot.newest().problem());
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
