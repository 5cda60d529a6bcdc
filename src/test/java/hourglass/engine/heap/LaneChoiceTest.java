package hourglass.engine.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Set;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

class LaneChoiceTest {
    private static Set<Integer> used(LaneChoice choice, int steps, IntToLongFunction nanos) {
        Set<Integer> used = new HashSet<>();
        for (int i = 0; i < steps; i++) {
            int lanes = choice.next();
            used.add(lanes);
            choice.took(nanos.applyAsLong(lanes));
        }
        return used;
    }

    @Test
    void theFastestIsKeptUntilTheMachineMayHaveChangedItsMind() {
        LaneChoice choice = new LaneChoice(3);
        assertEquals(Set.of(1, 2, 3), used(choice, 100, lanes -> Math.abs(lanes - 2)));
        assertEquals(Set.of(2), used(choice, 3900, lanes -> Math.abs(lanes - 2)));
        assertEquals(Set.of(1, 2, 3), used(choice, 200, lanes -> 9 - lanes));
        assertEquals(Set.of(3), used(choice, 3800, lanes -> 9 - lanes));
        assertEquals(Set.of(1, 2, 3), used(choice, 200, lanes -> lanes));
        assertEquals(Set.of(1), used(choice, 1000, lanes -> lanes));
    }

    @Test
    void aloneThereIsNothingToChoose() {
        assertEquals(Set.of(1), used(new LaneChoice(1), 10_000, lanes -> 5));
    }
}
