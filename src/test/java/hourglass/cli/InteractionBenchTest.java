package hourglass.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.session.concurrent.CancelToken;
import hourglass.testing.Engines;
import hourglass.testing.SmallData;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class InteractionBenchTest {
    private final StringWriter printed = new StringWriter();

    private InteractionBench bench(CancelToken token) {
        return new InteractionBench(
                Engines.networks(), SmallData.garments(), 0.05, token, new PrintWriter(printed, true));
    }

    @Test
    void everyHandIsMeasuredIdleAndBesideATraining() {
        List<InteractionRow> rows = bench(new CancelToken()).run();
        assertEquals(18, rows.size());
        assertEquals(18, printed.toString().lines().count());
        for (InteractionRow row : rows) {
            assertTrue(row.answers() > 0, row.line());
            assertTrue(row.medianMillis() <= row.p95Millis(), row.line());
        }
        assertEquals("idle", rows.get(0).situation());
        assertEquals("training conv-denoise", rows.get(17).situation());
    }

    @Test
    void itEndsWhenNobodyWantsItAnyMore() {
        CancelToken token = new CancelToken();
        token.cancel();
        assertThrows(CancellationException.class, () -> bench(token).run());
    }

    @Test
    void aRowCountsItsAnswers() {
        InteractionRow row = InteractionRow.of("drag", "idle", new long[] {1_000_000, 3_000_000, 2_000_000, 4_000_000});
        assertEquals(400, row.perSecond(), 1e-9);
        assertEquals(2, row.medianMillis());
        assertEquals(4, row.p95Millis());
    }
}
