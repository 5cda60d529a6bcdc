package hourglass.session.concurrent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class CrewTest {
    @Test
    void everyPieceIsComputedOnceAndBeforeTheCallEnds() {
        try (Crew crew = new Crew(3, Thread.NORM_PRIORITY)) {
            for (int round = 0; round < 500; round++) {
                int[] counts = new int[7];
                crew.each(7, 3, (piece, lane) -> counts[piece]++);
                int[] once = new int[7];
                Arrays.fill(once, 1);
                assertArrayEquals(once, counts);
            }
        }
    }

    @Test
    void noTwoPiecesShareALaneAtATime() {
        AtomicIntegerArray inLane = new AtomicIntegerArray(4);
        AtomicInteger worst = new AtomicInteger();
        try (Crew crew = new Crew(4, Thread.NORM_PRIORITY)) {
            for (int round = 0; round < 200; round++) {
                crew.each(8, 4, (piece, lane) -> {
                    worst.accumulateAndGet(inLane.incrementAndGet(lane), Math::max);
                    Thread.onSpinWait();
                    inLane.decrementAndGet(lane);
                });
            }
        }
        assertEquals(1, worst.get());
    }

    @Test
    void fewerLanesThanThereAreMayBeAskedFor() {
        AtomicInteger highest = new AtomicInteger();
        try (Crew crew = new Crew(4, Thread.NORM_PRIORITY)) {
            for (int round = 0; round < 200; round++) {
                crew.each(8, 2, (piece, lane) -> highest.accumulateAndGet(lane, Math::max));
            }
        }
        assertTrue(highest.get() <= 1, "lane " + highest.get());
    }

    @Test
    void aFailureComesBackAndTheCrewWorksOn() {
        try (Crew crew = new Crew(2, Thread.NORM_PRIORITY)) {
            IllegalStateException thrown = assertThrows(
                    IllegalStateException.class,
                    () -> crew.each(4, 2, (piece, lane) -> {
                        if (piece == 2) {
                            throw new IllegalStateException("piece two");
                        }
                    }));
            assertEquals("piece two", thrown.getMessage());
            AtomicInteger sum = new AtomicInteger();
            crew.each(4, 2, (piece, lane) -> sum.addAndGet(piece));
            assertEquals(6, sum.get());
        }
    }

    @Test
    void aClosedCrewLeavesTheWorkToItsCaller() {
        Crew crew = new Crew(3, Thread.NORM_PRIORITY);
        crew.close();
        AtomicInteger sum = new AtomicInteger();
        crew.each(5, 3, (piece, lane) -> {
            assertEquals(0, lane);
            sum.addAndGet(piece);
        });
        assertEquals(10, sum.get());
    }
}
