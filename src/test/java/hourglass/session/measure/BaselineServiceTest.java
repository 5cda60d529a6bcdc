package hourglass.session.measure;

import static hourglass.session.measure.TinyData.squared;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.Computing;
import hourglass.core.data.DataSet;
import hourglass.session.concurrent.Worker;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BaselineServiceTest {
    private final DataSet first = TinyData.of("first", 100, 200);
    private final Worker analysis = new Worker("analysis", Thread.NORM_PRIORITY, (who, what) -> {});
    private final BaselineService service = new BaselineService(analysis, () -> Computing.PLAIN, first);

    @AfterEach
    void close() {
        analysis.close();
    }

    private void settle() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        analysis.execute(done::countDown);
        assertTrue(done.await(20, TimeUnit.SECONDS));
    }

    /** Only the first pixel varies in training, so one component copies that pixel and takes the mean, 100, for the rest. */
    @Test
    void pcaIsMeasuredImageByImage() throws InterruptedException {
        assertEquals(Optional.empty(), service.baseline(first).errors(1));
        service.request(first, 1);
        settle();
        ImageErrors errors = service.baseline(first).errors(1).orElseThrow();
        assertEquals(0, errors.of(0), 1e-6);
        assertEquals(0.75 * squared(100), errors.of(1), 1e-6);
        assertEquals(0.375 * squared(100), errors.mean(), 1e-6);
        assertEquals(Provenance.of(first), errors.provenance());
        assertEquals(Optional.empty(), service.baseline(first).errors(2), "which nobody asked for");
        service.request(first, 99);
        settle();
        assertEquals(
                0.75 * squared(100),
                service.baseline(first).errors(1).orElseThrow().of(1),
                1e-6,
                "it stays");
        assertTrue(service.baseline(first).errors(99).isPresent(), "with as many components as there are");
    }

    @Test
    void ofOtherDataNothingIsKnown() throws InterruptedException {
        service.request(first, 1);
        settle();
        DataSet other = TinyData.of("other", 0, 0, 0);
        assertEquals(Optional.empty(), service.baseline(other).errors(1));
        assertEquals(Optional.empty(), service.baseline(other).basis());
        service.request(other, 1);
        settle();
        assertEquals(3, service.baseline(other).errors(1).orElseThrow().size());
        assertEquals(Optional.empty(), service.baseline(first).errors(1));
    }
}
