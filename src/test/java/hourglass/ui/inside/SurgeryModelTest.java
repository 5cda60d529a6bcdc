package hourglass.ui.inside;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.metric.Errors;
import hourglass.core.spec.Preset;
import hourglass.engine.model.Network;
import hourglass.session.history.History;
import hourglass.testing.Engines;
import hourglass.ui.inside.SurgeryModel.Operated;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SurgeryModelTest {
    private static Operated made(Bench bench) {
        return bench.model.surgery().operatedProperty().get().orElseThrow();
    }

    @Test
    void anUntouchedCodeGivesWhatTheNetworkGives() throws InterruptedException {
        try (Bench bench = new Bench(Preset.VAE_2, Runnable::run)) {
            bench.settle();
            float[] image = bench.data
                    .test()
                    .image(bench.model
                            .insideProperty()
                            .get()
                            .orElseThrow()
                            .image()
                            .index());
            try (Network network =
                    Engines.networks().evaluator(bench.first().experiment().model())) {
                network.load(bench.first().parameters());
                float[] output = network.reconstruct(image, 1);
                assertArrayEquals(output, made(bench).now(), 1e-6f, "by the mean, without chance");
                assertEquals(Errors.meanSquaredError(image, output), made(bench).errorNow(), 1e-7);
            }
        }
    }

    @Test
    void theOutputFollowsTheKnifeAndComesBack() throws InterruptedException {
        try (Bench bench = new Bench(Preset.DENSE_64, Runnable::run)) {
            bench.settle();
            SurgeryModel surgery = bench.model.surgery();
            float own = surgery.own(5);
            surgery.set(5, own + 3);
            bench.settle();
            assertEquals(1, surgery.changed());
            float[] code = surgery.codeProperty().get();
            assertEquals(own + 3, code[5]);
            try (Network network =
                    Engines.networks().evaluator(bench.first().experiment().model())) {
                network.load(bench.first().parameters());
                assertArrayEquals(network.decode(code, 1), made(bench).now(), 1e-6f);
            }
            assertEquals(
                    Errors.meanSquaredError(made(bench).original(), made(bench).now()),
                    made(bench).errorNow());
            assertTrue(made(bench).errorNow() != made(bench).errorBefore());
            surgery.restoreAll();
            bench.settle();
            assertEquals(0, surgery.changed());
            assertArrayEquals(made(bench).before(), made(bench).now());
        }
    }

    @Test
    void aSilencedNumberWakesAgain() throws InterruptedException {
        try (Bench bench = new Bench(Preset.DENSE_2, Runnable::run)) {
            bench.settle();
            SurgeryModel surgery = bench.model.surgery();
            float own = surgery.own(1);
            surgery.silence(1);
            assertTrue(surgery.isSilenced(1));
            assertEquals(0, surgery.codeProperty().get()[1]);
            surgery.silence(1);
            assertFalse(surgery.isSilenced(1));
            assertEquals(own, surgery.codeProperty().get()[1]);
            surgery.set(0, Float.NaN);
            surgery.set(7, 1);
            assertEquals(0, surgery.changed(), "nonsense changes nothing");
        }
    }

    @Test
    void anotherImageIsWhole() throws InterruptedException {
        try (Bench bench = new Bench(Preset.DENSE_64, Runnable::run)) {
            bench.settle();
            bench.model.surgery().set(3, 9);
            bench.settle();
            bench.model.step(1);
            bench.settle();
            assertEquals(0, bench.model.surgery().changed());
        }
    }

    @Test
    void whatTheKnifeDidIsTakenBack() throws InterruptedException {
        try (Bench bench = new Bench(Preset.DENSE_64, Runnable::run)) {
            bench.settle();
            AtomicLong nanos = new AtomicLong();
            History history = new History(() -> nanos.getAndAdd(10_000_000_000L));
            bench.model.remember(history);
            SurgeryModel surgery = bench.model.surgery();
            surgery.set(5, surgery.own(5) + 3);
            surgery.set(6, surgery.own(6) + 1);
            surgery.restoreAll();
            assertEquals(0, surgery.changed());
            assertEquals("code changed", history.undo().orElseThrow());
            assertEquals(2, surgery.changed());
            history.undo();
            assertEquals(1, surgery.changed());
            history.undo();
            assertEquals(0, surgery.changed());
        }
    }
}
