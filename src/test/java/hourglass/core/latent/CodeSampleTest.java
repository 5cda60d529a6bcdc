package hourglass.core.latent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CodeSampleTest {
    @Test
    void takesDifferentImagesFromEverywhere() {
        for (int size : new int[] {1, 2, 7, 100, 10_000}) {
            int[] images = CodeSample.spread(size, 3000);
            assertEquals(Math.min(size, 3000), Arrays.stream(images).distinct().count());
            assertTrue(Arrays.stream(images).allMatch(image -> image >= 0 && image < size));
        }
        assertEquals(0, CodeSample.spread(0, 3000).length);
    }

    @Test
    void everyBeginningIsSpreadToo() {
        int[] first = Arrays.copyOf(CodeSample.spread(10_000, 3000), 400);
        for (int tenth = 0; tenth < 10; tenth++) {
            int from = tenth * 1000;
            long inside = Arrays.stream(first)
                    .filter(image -> image >= from && image < from + 1000)
                    .count();
            assertTrue(inside >= 30 && inside <= 50, "tenth " + tenth + " has " + inside);
        }
    }
}
