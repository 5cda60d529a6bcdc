package hourglass.session.data.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import hourglass.core.data.OfficialSet.PackedFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ProgressMeterTest {
    private static final String HASH = "0".repeat(64);

    private final List<DownloadProgress> seen = new ArrayList<>();
    private long now = 7;
    private final DownloadProgress.Meter meter = new DownloadProgress.Meter(
            List.of(new PackedFile("a", 1000, HASH, null), new PackedFile("b", 3000, HASH, null)),
            seen::add,
            () -> now);

    private DownloadProgress last() {
        return seen.get(seen.size() - 1);
    }

    private void passMillis(long millis) {
        now += TimeUnit.MILLISECONDS.toNanos(millis);
    }

    @Test
    void rateAndRemainingTimeFollowTheBytes() {
        meter.begin(0);
        passMillis(1000);
        meter.reached(500);
        assertEquals(new DownloadProgress("a", 0, 2, 500, 4000, 500.0, Duration.ofSeconds(7)), last());
        assertEquals(0.125, last().fraction());
    }

    @Test
    void remainingTimeIsUnknownAtFirstAndAfterALongSilence() {
        meter.begin(0);
        assertNull(last().remaining());
        passMillis(100);
        meter.reached(10);
        assertNull(last().remaining());
        for (int i = 0; i < 60; i++) {
            passMillis(100);
            meter.tick();
        }
        assertEquals(0.0, last().bytesPerSecond());
        assertNull(last().remaining());
    }

    @Test
    void listenerIsToldTenTimesASecondAtMost() {
        meter.begin(0);
        for (int i = 0; i < 100; i++) {
            passMillis(10);
            meter.reached(i + 1);
        }
        assertEquals(11, seen.size());
    }

    @Test
    void aSecondTryDoesNotTakeBackWhatWasShown() {
        meter.begin(0);
        passMillis(100);
        meter.reached(800);
        meter.restartFile();
        passMillis(100);
        meter.reached(300);
        assertEquals(800, last().bytesDone());
        passMillis(100);
        meter.reached(900);
        assertEquals(900, last().bytesDone());
    }

    @Test
    void moreBytesThanDeclaredAreNotShown() {
        meter.begin(0);
        passMillis(100);
        meter.reached(5000);
        assertEquals(1000, last().bytesDone());
    }

    @Test
    void endIsTheTotalWithNothingRemaining() {
        meter.begin(0);
        meter.complete();
        meter.begin(1);
        meter.complete();
        assertEquals(new DownloadProgress("b", 1, 2, 4000, 4000, 0.0, Duration.ZERO), last());
    }
}
