package hourglass.core.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class EmbeddingSpecTest {
    @Test
    void theStandardMapIsAsTheDesignSays() {
        assertEquals(new EmbeddingSpec(2000, 30, 1000, 200, 7), EmbeddingSpec.standard(7));
    }

    @Test
    void aMapOfThreePointsIsRefused() {
        InvalidSpecException refused = assertThrows(
                InvalidSpecException.class, () -> EmbeddingSpec.standard(1).withPoints(3));
        assertEquals("embedding.points", refused.field());
        assertEquals("The points of a map must be between 200 and 10000; got 3.", refused.getMessage());
    }

    @Test
    void perplexityAboveAThirdOfThePointsIsRefused() {
        EmbeddingSpec small = EmbeddingSpec.standard(1).withPoints(200);
        assertEquals(66, small.withPerplexity(66).perplexity());
        InvalidSpecException refused = assertThrows(InvalidSpecException.class, () -> small.withPerplexity(67));
        assertEquals("embedding.perplexity", refused.field());
        assertEquals(
                "The perplexity must be at most a third of the points, which is 66 for 200; got 67.0.",
                refused.getMessage());
    }

    @Test
    void everySettingHasItsRange() {
        EmbeddingSpec spec = EmbeddingSpec.standard(1);
        assertThrows(InvalidSpecException.class, () -> spec.withPoints(10_001));
        assertThrows(InvalidSpecException.class, () -> spec.withPerplexity(1.9));
        assertThrows(InvalidSpecException.class, () -> spec.withPerplexity(Double.NaN));
        assertThrows(InvalidSpecException.class, () -> spec.withIterations(249));
        assertThrows(InvalidSpecException.class, () -> spec.withIterations(5001));
        assertThrows(InvalidSpecException.class, () -> spec.withLearningRate(9));
        assertThrows(InvalidSpecException.class, () -> spec.withLearningRate(2001));
    }
}
