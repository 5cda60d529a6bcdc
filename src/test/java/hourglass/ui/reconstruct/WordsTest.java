package hourglass.ui.reconstruct;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void errorsHaveFourPlacesAndCountsAreGrouped() {
        assertEquals("0.0121", Words.error(0.01213));
        assertEquals("0.250", Words.error(0.25));
        assertEquals("–", Words.error(Double.NaN));
        assertEquals("10\u00a0000", Words.count(10_000));
    }
}
