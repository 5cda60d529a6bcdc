package hourglass.core.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NiceTicksTest {
    private static List<String> labels(List<Tick> ticks) {
        return ticks.stream().map(Tick::label).toList();
    }

    @Test
    void linearTicksAreRoundAndLabelledAlike() {
        assertEquals(List.of("0", "2", "4", "6", "8", "10"), labels(NiceTicks.linear(new Range(0, 10), 6)));
        assertEquals(List.of("0.008", "0.010", "0.012"), labels(NiceTicks.linear(new Range(0.0075, 0.0133), 5)));
        assertEquals(List.of("−0.5", "0.0", "0.5"), labels(NiceTicks.linear(new Range(-0.6, 0.6), 4)));
        assertEquals(List.of("0", "20000", "40000"), labels(NiceTicks.linear(new Range(0, 50_000), 3)));
    }

    @Test
    void verySmallAndVeryLargeNumbersUsePowers() {
        assertEquals(List.of("0", "1e-8", "2e-8"), labels(NiceTicks.linear(new Range(0, 2e-8), 3)));
        assertEquals(List.of("1e9", "1.5e9", "2e9"), labels(NiceTicks.linear(new Range(0.9e9, 2.1e9), 3)));
    }

    @Test
    void wholeTicksNeverHalveAnEpoch() {
        assertEquals(List.of("0", "1", "2"), labels(NiceTicks.whole(new Range(0, 2), 8)));
        assertEquals(List.of("0", "5", "10"), labels(NiceTicks.whole(new Range(0, 10), 4)));
    }

    @Test
    void logTicksAreDecadesOrFiner() {
        assertEquals(List.of("0.0001", "0.001", "0.01", "0.1", "1"), labels(NiceTicks.log(new Range(1e-4, 1), 6)));
        assertEquals(List.of("0.01", "0.02", "0.05", "0.1"), labels(NiceTicks.log(new Range(0.009, 0.12), 4)));
        assertEquals(List.of("0.010", "0.011", "0.012"), labels(NiceTicks.log(new Range(0.0095, 0.0124), 4)));
    }

    @Test
    void anyRangeGivesAFewDistinctTicksInsideIt() {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 3000; round++) {
            double low = Math.pow(10, random.nextDouble(-9, 9));
            double high = low * (1 + Math.pow(10, random.nextDouble(-3, 6)));
            int most = 2 + random.nextInt(9);
            Range range = new Range(low, high);
            assertSound(NiceTicks.linear(range, most), range, most);
            assertSound(NiceTicks.log(range, most), range, most);
        }
    }

    private static void assertSound(List<Tick> ticks, Range range, int most) {
        String what = range + " at most " + most + ": " + labels(ticks);
        assertTrue(!ticks.isEmpty() && ticks.size() <= most, what);
        assertEquals(ticks.size(), new HashSet<>(labels(ticks)).size(), what);
        for (int i = 0; i < ticks.size(); i++) {
            assertTrue(range.contains(ticks.get(i).value()), what);
            assertTrue(i == 0 || ticks.get(i).value() > ticks.get(i - 1).value(), what);
        }
    }

    @Test
    void oneValueIsOneTick() {
        assertEquals(List.of("3.5"), labels(NiceTicks.linear(new Range(3.5, 3.5), 4)));
    }

    @Test
    void numbersAreShort() {
        assertEquals("0.0088", NiceTicks.format(0.00881, 2));
        assertEquals("12.5", NiceTicks.format(12.5, 4));
        assertEquals("3e-7", NiceTicks.format(3e-7, 3));
        assertEquals("−2", NiceTicks.format(-2, 3));
        assertEquals("∞", NiceTicks.format(Double.POSITIVE_INFINITY, 3));
        assertEquals("–", NiceTicks.format(Double.NaN, 3));
    }

    @Test
    void nothingBelowZeroOnALogAxis() {
        assertThrows(IllegalArgumentException.class, () -> NiceTicks.log(new Range(0, 1), 5));
        assertThrows(IllegalArgumentException.class, () -> NiceTicks.linear(new Range(0, 1), 1));
    }
}
