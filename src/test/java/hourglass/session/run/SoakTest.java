package hourglass.session.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.DataSet;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Preset;
import hourglass.engine.model.NetworkFactory;
import hourglass.engine.store.ModelStore;
import hourglass.session.concurrent.Worker;
import hourglass.testing.Engines;
import hourglass.testing.SmallData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Many runs of every preset in one process: resident memory and threads stay flat. {@code -Dhourglass.soak=50} for the
 * number of runs; Linux only, which tells what is resident.
 */
@EnabledIfSystemProperty(named = "hourglass.soak", matches = "[0-9]+")
class SoakTest {
    private static final Logger LOG = LoggerFactory.getLogger(SoakTest.class);
    private static final int RUNS = Integer.getInteger("hourglass.soak", 50);
    private static final Path STATUS = Path.of("/proc/self/status");

    @TempDir
    Path folder;

    private final List<Throwable> escaped = new CopyOnWriteArrayList<>();
    private final DataSet data = SmallData.garments();

    private Worker worker(String name) {
        return new Worker(name, Thread.NORM_PRIORITY, (thread, error) -> escaped.add(error));
    }

    @Test
    void residentMemoryAndThreadsStayFlatOverManyRuns() throws Exception {
        NetworkFactory networks = Engines.networks();
        List<Long> resident = new ArrayList<>();
        List<Long> threads = new ArrayList<>();
        Worker trainer = worker("trainer");
        Worker feeder = worker("feeder");
        Worker io = worker("io");
        Keeper keeper = new Keeper(folder.resolve("kept"), "test", io, why -> escaped.add(new AssertionError(why)));
        EpochArchive archive = new EpochArchive(folder.resolve("epochs"), io);
        TrainingService training = new TrainingService(trainer, () -> networks, feeder, keeper.and(archive));
        for (int run = 0; run < RUNS; run++) {
            Preset preset = List.of(Preset.values()).get(run % Preset.values().length);
            train(training, preset);
            saveAndOpen(training);
            if (run % Preset.values().length == Preset.values().length - 1) {
                System.gc();
            }
            resident.add(status("VmRSS"));
            threads.add(status("Threads"));
            LOG.info(
                    "run {} {}: {} MB resident, {} threads", run + 1, preset.id(), resident.get(run), threads.get(run));
        }
        archive.close();
        keeper.close();
        for (Worker worker : List.of(trainer, feeder, io)) {
            worker.finish(Duration.ofSeconds(10));
        }
        assertEquals(List.of(), escaped);
        int settled = 2 * Preset.values().length;
        long before = most(resident.subList(Preset.values().length, Math.min(settled, RUNS)));
        long after = most(resident.subList(Math.max(0, RUNS - Preset.values().length), RUNS));
        assertTrue(after <= before + 64, "from " + before + " to " + after + " MB: " + resident);
        assertTrue(after < 1536, after + " MB resident");
        assertTrue(threads.get(RUNS - 1) <= threads.get(Math.min(settled, RUNS) - 1) + 1, threads.toString());
    }

    private static long most(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).max().orElseThrow();
    }

    private void train(TrainingService training, Preset preset) throws InterruptedException {
        Experiment base = preset.experiment(new DataSpec(data.name(), data.fingerprint()), 784, 7);
        long generation = training.state().generation() + 1;
        training.start(base.withTraining(base.training().withEpochs(2)), data);
        while (training.state().generation() != generation || training.state().phase() != Phase.COMPLETED) {
            assertTrue(
                    training.state().phase() != Phase.FAILED, training.state().message());
            Thread.sleep(20);
        }
    }

    private void saveAndOpen(TrainingService training) throws Exception {
        ModelStore store = new ModelStore("test");
        Path file = folder.resolve("model.safetensors");
        store.save(file, training.snapshot().orElseThrow());
        assertEquals(training.snapshot().orElseThrow(), store.open(file).snapshot());
    }

    /** Megabytes of a line in kilobytes, or a plain count. */
    private static long status(String name) throws Exception {
        String line = Files.readAllLines(STATUS).stream()
                .filter(found -> found.startsWith(name + ":"))
                .findFirst()
                .orElseThrow();
        String[] words = line.split("\\s+");
        long value = Long.parseLong(words[1]);
        return Arrays.asList(words).contains("kB") ? value / 1024 : value;
    }
}
