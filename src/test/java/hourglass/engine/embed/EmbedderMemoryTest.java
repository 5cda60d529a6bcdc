package hourglass.engine.embed;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EmbedderMemoryTest {
    @Test
    void threeTablesOfDoublesForEachPair() {
        assertEquals(600_000_000, EmbedderMemory.bytes(5000));
    }

    @Test
    void moreThanTheHeapIsRefusedBeforeAnythingIsAllocated() {
        assertDoesNotThrow(() -> EmbedderMemory.check(200));
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> EmbedderMemory.check(1_000_000));
        assertTrue(refused.getMessage().startsWith("A map of 1000000 points needs 24000000 MB of memory, but only "));
    }

    @Test
    void theSentenceSaysHowManyPointsWouldFit() {
        assertEquals(
                "A map of 5000 points needs 600 MB of memory, but only 200 MB are free; choose at most 2800 points.",
                EmbedderMemory.sentence(5000, 200_000_000 + (48L << 20)));
        assertTrue(EmbedderMemory.sentence(5000, 1000).endsWith("start the program with more memory (-Xmx)."));
    }
}
