package hourglass.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class InteractionMeterTest {
    private static final long MILLI = 1_000_000;
    private final InteractionMeter meter = new InteractionMeter();

    private void update(long askedMillis, long paintedMillis) {
        meter.asked(askedMillis * MILLI);
        meter.painted(meter.lastAsked(), paintedMillis * MILLI);
    }

    @Test
    void countsDelaysFromTheMovementToThePicture() {
        for (int i = 0; i < 100; i++) {
            update(20L * i, 20L * i + (i < 90 ? 8 : 15));
        }
        InteractionMeter.Report report = meter.report();
        assertEquals(100, report.count());
        assertEquals(8, report.medianMillis(), 1e-9);
        assertEquals(15, report.p95Millis(), 1e-9);
        assertEquals(50, report.perSecond(), 0.5);
    }

    @Test
    void aRestOfTheHandIsNoSlowPicture() {
        update(0, 5);
        update(20, 25);
        update(10_000, 10_005);
        update(10_020, 10_025);
        assertEquals(50, meter.report().perSecond(), 1e-9);
    }

    @Test
    void anOvertakenMovementCountsForThePictureThatCame() {
        meter.asked(0);
        long first = meter.lastAsked();
        meter.asked(10 * MILLI);
        meter.painted(first, 30 * MILLI);
        assertEquals(30, meter.report().p95Millis(), 1e-9);
    }

    @Test
    void onlyTheNewestAreKeptAndRestartForgetsThem() {
        for (int i = 0; i < 600; i++) {
            update(100L * i, 100L * i + 90);
        }
        for (int i = 600; i < 1200; i++) {
            update(100L * i, 100L * i + 7);
        }
        assertEquals(7, meter.report().p95Millis(), 1e-9);
        assertTrue(meter.inWords().contains("7.0 ms"), meter.inWords());
        meter.restart();
        assertEquals(0, meter.report().count());
        assertEquals(0, meter.report().perSecond());
    }
}
