package hourglass.session.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasuredTest {
    private final Measured measured =
            new Measured(Map.of("error", 0.01496, "share", 0.4467, "count", 60_000.0), Map.of("worst", "Bag"), "", 7);

    @Test
    void placeholdersSayHowANumberIsWritten() {
        assertEquals(
                "Bag 0.0150, 45\u00a0%, 44.7\u00a0%, 60\u202f000, 60000",
                measured.fill("{worst} {error:4}, {share:%}, {share:%1}, {count:,}, {count}"));
    }

    @Test
    void whatWasNotMeasuredIsNoNumber() {
        assertEquals("NaN", measured.fill("{other:2}"));
    }
}
