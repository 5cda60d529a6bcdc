package hourglass.session.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger value = new AtomicInteger();
    private final History history = new History(nanos::get);

    private void set(String name, int to) {
        int before = value.getAndSet(to);
        history.changed(name, before, to, value::set);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(2));
    }

    @Test
    void stepsGoBackAndForthInTheirOrder() {
        set("one", 1);
        set("two", 2);
        assertEquals(Optional.of("two"), history.next());
        assertEquals(Optional.of("two"), history.undo());
        assertEquals(1, value.get());
        assertEquals(Optional.of("one"), history.undo());
        assertEquals(0, value.get());
        assertEquals(Optional.empty(), history.undo());
        assertEquals(Optional.of("one"), history.redo());
        assertEquals(1, value.get());
        assertEquals(Optional.of("two"), history.nextAgain());
    }

    @Test
    void somethingNewLeavesNothingToDoAgain() {
        set("one", 1);
        history.undo();
        set("other", 5);
        assertEquals(Optional.empty(), history.redo());
        history.undo();
        assertEquals(0, value.get());
    }

    @Test
    void aDragIsOneStepAndAnotherThingMeanwhileIsNot() {
        history.changed("slider", 0, 1, value::set);
        history.changed("slider", 1, 2, value::set);
        history.changed("slider", 2, 3, value::set);
        // Of the same name, but it does not go on from there.
        history.changed("slider", 8, 9, value::set);
        history.undo();
        assertEquals(8, value.get());
        history.undo();
        assertEquals(0, value.get());
        history.redo();
        assertEquals(3, value.get());
    }

    @Test
    void whatAStepSetsInMotionIsNoStep() {
        history.did("outer", () -> history.did("inner", () -> {}, () -> {}), () -> {});
        history.undo();
        assertEquals(Optional.empty(), history.next());
        history.quietly(() -> history.did("by the clock", () -> {}, () -> {}));
        assertEquals(Optional.empty(), history.next());
    }

    @Test
    void theOldestStepsGo() {
        for (int i = 1; i <= History.MOST + 5; i++) {
            set("step", i);
        }
        while (history.undo().isPresent()) {
            nanos.incrementAndGet();
        }
        assertEquals(5, value.get());
    }
}
