package hourglass.engine.embed;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.spec.EmbeddingSpec;
import org.junit.jupiter.api.Test;

class EmbedderMemoryTest {
    private static final EmbeddingSpec SMILE = EmbeddingSpec.standard(1).withEngine(EmbeddingSpec.Engine.SMILE);

    @Test
    void ourOwnGrowsWithThePointsAndTheirNeighboursAlone() {
        EmbeddingSpec own = EmbeddingSpec.standard(1);
        assertEquals(36_000_000, EmbedderMemory.bytes(own, 10_000));
        assertEquals(72_000_000, EmbedderMemory.bytes(own, 20_000));
        assertEquals(72_000_000, EmbedderMemory.bytes(own.withPerplexity(60), 10_000));
        assertTrue(
                EmbedderMemory.sentence(own, 10_000, 18_000_000 + (48L << 20)).endsWith("choose at most 5000 points."));
    }

    @Test
    void threeTablesOfDoublesForEachPair() {
        assertEquals(600_000_000, EmbedderMemory.bytes(SMILE, 5000));
    }

    @Test
    void moreThanTheHeapIsRefusedBeforeAnythingIsAllocated() {
        assertDoesNotThrow(() -> EmbedderMemory.check(SMILE, 200));
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> EmbedderMemory.check(SMILE, 1_000_000));
        assertTrue(refused.getMessage().startsWith("A map of 1000000 points needs 24000000 MB of memory, but only "));
    }

    @Test
    void theSentenceSaysHowManyPointsWouldFit() {
        assertEquals(
                "A map of 5000 points needs 600 MB of memory, but only 200 MB are free; choose at most 2800 points.",
                EmbedderMemory.sentence(SMILE, 5000, 200_000_000 + (48L << 20)));
        assertTrue(EmbedderMemory.sentence(SMILE, 5000, 1000).endsWith("start the program with more memory (-Xmx)."));
    }
}
