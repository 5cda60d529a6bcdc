package hourglass.session.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Preset;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Parameters;
import hourglass.engine.model.Progress;
import hourglass.engine.model.RunId;
import hourglass.engine.store.ModelFile;
import hourglass.engine.store.ModelStore;
import hourglass.engine.store.StoredModel;
import hourglass.session.concurrent.CancelToken;
import hourglass.session.concurrent.Gate;
import hourglass.session.concurrent.Worker;
import hourglass.testing.ExpectedLog;
import hourglass.testing.Patience;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ModelServiceTest {
    @TempDir
    Path folder;

    private final List<Throwable> escaped = new CopyOnWriteArrayList<>();
    private final Worker io = worker("io");
    private final Worker reader = worker("data");
    private final Map<String, byte[]> files = new HashMap<>();
    private final Gate gate = new Gate(Gate.State.OPEN);

    private Worker worker(String name) {
        return new Worker(name, Thread.NORM_PRIORITY, (thread, error) -> escaped.add(error));
    }

    @AfterEach
    void close() {
        gate.open();
        reader.close(Duration.ofSeconds(5));
        io.close(Duration.ofSeconds(5));
        assertEquals(List.of(), escaped);
    }

    private static void until(BooleanSupplier condition) {
        Patience patience = new Patience();
        while (!condition.getAsBoolean()) {
            patience.lasts();
            LockSupport.parkNanos(200_000);
            if (Thread.interrupted()) {
                throw new AssertionError("did not happen in time");
            }
        }
    }

    private static ModelSnapshot snapshot(Preset preset) {
        Experiment experiment = preset.experiment(new DataSpec("Dots", "00"), 8, 8, 7);
        float[] weights = new float[Math.toIntExact(experiment.model().parameterCount())];
        weights[0] = List.of(Preset.values()).indexOf(preset);
        return new ModelSnapshot(
                new RunId("shipped-" + preset.id()),
                experiment,
                new Progress(10, 0, 50),
                Parameters.copyOf(weights),
                Optional.empty(),
                List.of());
    }

    private void ship(Preset... presets) throws IOException {
        for (Preset preset : presets) {
            StoredModel model = new StoredModel(snapshot(preset), Map.of("mse", 0.02), "test");
            files.put(preset.id() + ".safetensors", ModelFile.bytes(model));
        }
    }

    private ModelService service() {
        ShippedFiles source = new ShippedFiles(name -> {
            byte[] bytes = files.get(name);
            return bytes == null ? null : new ByteArrayInputStream(bytes);
        });
        reader.execute(() -> gate.pass(new CancelToken(), () -> false));
        return new ModelService(new ModelStore("test"), io, source, reader);
    }

    private void untilRead() {
        CountDownLatch done = new CountDownLatch(1);
        gate.open();
        reader.execute(done::countDown);
        until(() -> done.getCount() == 0);
    }

    @Test
    void theFirstIsThereAtOnceAndTheOthersFollowInTheOrderOfTheLesson() throws IOException {
        ship(Preset.VAE_2, Preset.DENSE_64, Preset.CONV_DENOISE);
        gate.shut();
        ModelService models = service();
        assertEquals(List.of("dense-64", "conv-denoise", "vae-2"), models.shippedNames());
        assertEquals("dense-64", models.firstShipped());
        assertTrue(models.shipped("dense-64").isPresent());
        assertEquals(Optional.empty(), models.shipped("vae-2"));
        untilRead();
        assertEquals(snapshot(Preset.VAE_2), models.shipped("vae-2").orElseThrow());
        assertEquals(
                List.of("Not part of this copy: stacked-30, dense-2, denoise-64, conv-64, vae-conv-2, vae-16."),
                models.shelf().problems());
    }

    @Test
    void openedFilesAreListedTheNewestFirstAndEachNameOnce() throws IOException {
        ship(Preset.values());
        ModelService models = service();
        untilRead();
        for (String name : List.of("one", "two", "one")) {
            Path file = folder.resolve(name + ".safetensors");
            models.save(snapshot(Preset.DENSE_2), file);
            until(() -> models.event().kind() == FileEvent.Kind.SAVED);
            models.open(file);
            until(() -> models.event().kind() == FileEvent.Kind.OPENED);
        }
        assertEquals(
                List.of("one.safetensors", "two.safetensors"),
                models.opened().stream().map(OpenedFile::name).toList());
        assertEquals(snapshot(Preset.DENSE_2), models.opened().get(0).snapshot());
    }

    @Test
    void aBrokenOneIsNotOfferedAndSaidInASentence() throws IOException {
        ship(Preset.values());
        byte[] broken = files.get("vae-2.safetensors");
        broken[broken.length / 2] ^= 1;
        files.put("conv-64.safetensors", new byte[0]);
        ModelService models;
        try (ExpectedLog log = ExpectedLog.of(ModelService.class)) {
            models = service();
            untilRead();
            log.assertSaid("conv-64");
            log.assertSaid("vae-2");
        }
        assertEquals("dense-64", models.firstShipped());
        assertFalse(models.shippedNames().contains("vae-2"));
        assertEquals(7, models.shippedNames().size());
        assertEquals(2, models.shelf().problems().size());
        assertTrue(
                models.shelf().problems().get(1).startsWith("vae-2.safetensors was not opened: "),
                models.shelf().problems().get(1));
        assertTrue(models.shipped("stacked-30").isPresent());
    }

    @Test
    void withTheFirstBrokenTheNextIsShown() throws IOException {
        ship(Preset.DENSE_64, Preset.DENOISE_64);
        files.put("dense-64.safetensors", "junk".getBytes(StandardCharsets.UTF_8));
        ModelService models;
        try (ExpectedLog log = ExpectedLog.of(ModelService.class)) {
            models = service();
            log.assertSaid("dense-64");
        }
        assertEquals("denoise-64", models.firstShipped());
        assertEquals(List.of("denoise-64"), models.shippedNames());
    }

    @Test
    void withNotOneThereIsSomethingToShowAllTheSame() {
        ModelService models = service();
        assertEquals(List.of(), models.shippedNames());
        untilRead();
        ModelSnapshot untrained = models.shipped(models.firstShipped()).orElseThrow();
        assertEquals(0, untrained.progress().epochs());
        assertEquals("dense-64", untrained.experiment().preset());
    }

    @Test
    void figuresComeFromTheReportAndElseFromTheModel() throws IOException {
        ship(Preset.DENSE_64, Preset.VAE_2, Preset.DENSE_2);
        String report = "{\"preset\":\"vae-2\",\"test\":{\"mse\":0.5},\"variational\":{\"negativeElbo\":243.25}}";
        files.put("vae-2.report.json", report.getBytes(StandardCharsets.UTF_8));
        files.put("dense-2.report.json", "{\"test\":".getBytes(StandardCharsets.UTF_8));
        ModelService models = service();
        untilRead();
        Map<String, Map<String, Double>> figures = models.shelf().figures();
        assertEquals(0.02, figures.get("dense-64").get("test.mse"));
        assertEquals(0.5, figures.get("vae-2").get("test.mse"));
        assertEquals(243.25, figures.get("vae-2").get("variational.negativeElbo"));
        assertEquals(0.02, figures.get("dense-2").get("test.mse"), "the report is broken");
    }
}
