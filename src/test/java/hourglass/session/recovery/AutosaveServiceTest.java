package hourglass.session.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.DataSet;
import hourglass.engine.dl4j.Dl4jNetworks;
import hourglass.engine.model.NetworkFactory;
import hourglass.session.concurrent.Worker;
import hourglass.session.run.Phase;
import hourglass.session.run.TrainingService;
import hourglass.testing.SmallData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AutosaveServiceTest {
    @TempDir
    Path folder;

    private final List<Throwable> escaped = new CopyOnWriteArrayList<>();
    private final Worker trainer = worker("trainer");
    private final Worker io = worker("io");
    private final NetworkFactory networks = new Dl4jNetworks();
    private final TrainingService training = new TrainingService(trainer, () -> networks);
    private final DataSet data = SmallData.garments();

    private Worker worker(String name) {
        return new Worker(name, Thread.NORM_PRIORITY, (thread, error) -> escaped.add(error));
    }

    private AutosaveService start(String name) {
        return new AutosaveService(folder, name, "test", io, training);
    }

    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(200_000);
            if (Thread.interrupted()) {
                throw new AssertionError("did not happen in time");
            }
        }
    }

    @AfterEach
    void close() {
        training.stop();
        trainer.close(Duration.ofSeconds(5));
        io.close(Duration.ofSeconds(5));
        assertEquals(List.of(), escaped);
    }

    @Test
    void whatStandsStillIsKeptAndOfferedToTheNextStart() {
        AutosaveService first = start("1");
        training.start(SmallData.dense(data, 1), data);
        until(() -> training.state().phase() == Phase.COMPLETED);
        first.tick(0);
        AutosaveService second = start("2");
        second.look();
        until(() -> second.found().isPresent());
        assertEquals(
                training.snapshot().orElseThrow().parameters(),
                second.found().orElseThrow().snapshot().parameters());
        assertEquals(1, second.found().orElseThrow().snapshot().progress().epochs());

        second.dismiss(second.found().orElseThrow());
        AutosaveService third = start("3");
        third.look();
        idle();
        assertTrue(third.found().isEmpty());
    }

    @Test
    void nothingIsKeptOfANetworkThatLearntNothing() {
        AutosaveService service = start("1");
        training.startPaused(SmallData.dense(data, 1), data);
        until(() -> training.state().phase() == Phase.PAUSED);
        service.tick(0);
        service.save();
        idle();
        assertFalse(Files.exists(folder.resolve("1")));
    }

    @Test
    void aDamagedStateGivesWayToTheOneBefore() throws Exception {
        AutosaveService service = start("1");
        training.start(SmallData.dense(data, 1), data);
        until(() -> training.state().phase() == Phase.COMPLETED);
        service.save();
        service.save();
        idle();
        Path newest = folder.resolve("1/autosave-1.safetensors");
        byte[] bytes = Files.readAllBytes(newest);
        bytes[bytes.length / 2] ^= 1;
        Files.write(newest, bytes);
        AutosaveService next = start("2");
        next.look();
        until(() -> next.found().isPresent());
        assertEquals(
                folder.resolve("1/autosave-2.safetensors"),
                next.found().orElseThrow().file());
    }

    private void idle() {
        List<String> done = new CopyOnWriteArrayList<>();
        trainer.execute(() -> io.execute(() -> done.add("io")));
        until(() -> !done.isEmpty() || (training.state().phase() == Phase.PAUSED && ioDone()));
    }

    private boolean ioDone() {
        List<String> done = new CopyOnWriteArrayList<>();
        io.execute(() -> done.add("io"));
        until(() -> !done.isEmpty());
        return true;
    }
}
