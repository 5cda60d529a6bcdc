package hourglass.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HeartbeatMeterTest {
    private static final long MILLI = 1_000_000;

    @Test
    void reportsMedianNinetyNinthAndWorstGap() {
        HeartbeatMeter meter = new HeartbeatMeter();
        long now = 0;
        meter.beat(now);
        for (int i = 0; i < 198; i++) {
            meter.beat(now += 16 * MILLI);
        }
        meter.beat(now += 40 * MILLI);
        meter.beat(now += 150 * MILLI);
        HeartbeatReport report = meter.report();
        assertEquals(200, report.count());
        assertEquals(16, report.medianMillis(), 0.11);
        assertEquals(16, report.p99Millis(), 0.11);
        assertEquals(150, report.worstMillis(), 1e-9);
    }

    @Test
    void timeHiddenIsNoGap() {
        HeartbeatMeter meter = new HeartbeatMeter();
        meter.beat(0);
        meter.pause();
        meter.beat(5_000 * MILLI);
        meter.beat(5_016 * MILLI);
        assertEquals(1, meter.report().count());
        assertEquals(16, meter.report().worstMillis(), 1e-9);
    }

    @Test
    void withoutFramesAllIsZero() {
        assertEquals(new HeartbeatReport(0, 0, 0, 0), new HeartbeatMeter().report());
    }

    @Test
    void sixtyFramesASecondGiveThirtyTicks() {
        TickGate gate = new TickGate(30);
        int ticks = 0;
        for (int frame = 0; frame < 600; frame++) {
            ticks += gate.opens(frame * 1_000_000_000L / 60 + frame % 2 * 300_000L) ? 1 : 0;
        }
        assertTrue(ticks >= 295 && ticks <= 301, "got " + ticks);
    }

    @Test
    void ticksNeverComeInABurstAfterAStall() {
        TickGate gate = new TickGate(30);
        assertTrue(gate.opens(0));
        assertTrue(gate.opens(3_000 * MILLI));
        assertTrue(!gate.opens(3_010 * MILLI));
        assertTrue(gate.opens(3_034 * MILLI));
    }
}
