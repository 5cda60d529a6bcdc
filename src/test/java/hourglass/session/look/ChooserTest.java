package hourglass.session.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.DataSet;
import hourglass.core.data.Sketchwear;
import hourglass.core.spec.Preset;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.store.ModelFile;
import hourglass.engine.store.ModelStore;
import hourglass.engine.store.StoredModel;
import hourglass.session.concurrent.Worker;
import hourglass.session.data.DataService;
import hourglass.session.project.FileEvent;
import hourglass.session.project.ModelService;
import hourglass.session.project.ShippedFiles;
import hourglass.testing.NoNetwork;
import hourglass.testing.Shown;
import hourglass.testing.SmallData;
import hourglass.testing.Snapshots;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChooserTest {
    private static final Suitability VARIATIONAL = new Suitability(Look::isVariational, List.of(Preset.VAE_2));

    @TempDir
    Path folder;

    private final Worker io = new Worker("io", Thread.NORM_PRIORITY, (who, what) -> {});
    private ModelService models;
    private Shown show;
    private Chooser any;
    private Chooser latent;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        Map<String, byte[]> files = new HashMap<>();
        for (Preset preset : List.of(Preset.DENSE_64, Preset.DENOISE_64, Preset.VAE_2, Preset.VAE_16)) {
            ModelSnapshot shipped = Snapshots.of("shipped-" + preset.id(), preset, 10);
            files.put(preset.id() + ".safetensors", ModelFile.bytes(new StoredModel(shipped, Map.of(), "test")));
        }
        ShippedFiles source =
                new ShippedFiles(name -> files.containsKey(name) ? new ByteArrayInputStream(files.get(name)) : null);
        models = new ModelService(new ModelStore("test"), io, source, io);
        settle();
        DataSet data = SmallData.garments();
        DataService service = new DataService(NoNetwork.sources(folder, (path, seed, cancelled) -> data), io, data);
        show = new Shown(models, service);
        any = show.showcase.chooser(Suitability.ANY);
        latent = show.showcase.chooser(VARIATIONAL);
    }

    @AfterEach
    void close() {
        io.close();
    }

    private void settle() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        io.execute(done::countDown);
        assertTrue(done.await(20, TimeUnit.SECONDS));
    }

    private static ModelSnapshot vae(String run, int epochs) {
        return Snapshots.of(run, Preset.VAE_16, epochs);
    }

    private static ModelSnapshot dense(String run, int epochs) {
        return Snapshots.of(run, Preset.DENSE_64, epochs);
    }

    @Test
    void atFirstTheFirstShippedOneOrOneThatSuits() {
        assertEquals("dense-64", any.look().name());
        assertEquals("vae-2", latent.look().name());
        assertEquals(Origin.SHIPPED, latent.look().origin());
    }

    @Test
    void aViewFollowsTheTrainingThatSuitsItAndTheOthersAreTold() {
        show.training(vae("mine", 0));
        assertEquals("mine", latent.look().run().text());
        assertTrue(latent.look().isTraining());
        assertEquals("mine", any.look().run().text());
        show.training(vae("mine", 1));
        assertEquals(1, latent.look().snapshot().progress().epochs(), "it learns on");
        show.training(dense("next", 0));
        assertEquals("next", any.look().run().text());
        assertEquals("mine", latent.look().run().text(), "the newest that suits");
        assertEquals(Origin.TONIGHT, latent.look().origin());
        assertEquals("next", latent.trainingElsewhere().orElseThrow().run().text());
        assertTrue(any.trainingElsewhere().isEmpty());
    }

    @Test
    void aTrainingStartedLaterIsFollowedEvenAfterAPickByHand() {
        latent.pick(Pick.shipped("vae-2"));
        assertEquals("vae-2", latent.look().name());
        show.training(vae("mine", 0));
        assertEquals("mine", latent.look().run().text());
        latent.pick(Pick.shipped("vae-2"));
        show.training(vae("mine", 1));
        assertEquals("vae-2", latent.look().name(), "left by hand");
        assertEquals("mine", latent.trainingElsewhere().orElseThrow().run().text());
        latent.pick(latent.trainingElsewhere().orElseThrow().pick());
        assertEquals("mine", latent.look().run().text());
        show.ended(vae("mine", 1));
        assertTrue(latent.trainingElsewhere().isEmpty(), "nothing trains");
    }

    @Test
    void aPickInOneViewMovesNoOther() {
        latent.pick(Pick.shipped("vae-16"));
        assertEquals("vae-16", latent.look().name());
        assertEquals("dense-64", any.look().name());
        latent.pick(Pick.shipped("denoise-64"));
        assertEquals("denoise-64", latent.look().name(), "by hand also one with little to see");
    }

    @Test
    void aPickForAllIsShownWhereItSuits() {
        any.pickForAll(Pick.shipped("denoise-64"));
        assertEquals("denoise-64", any.look().name());
        assertEquals("vae-2", latent.look().name());
        any.pickForAll(Pick.shipped("vae-16"));
        assertEquals("vae-16", latent.look().name());
        latent.pickForAll(Pick.shipped("dense-64"));
        assertEquals("dense-64", latent.look().name(), "the view under the hand shows it");
        assertEquals("dense-64", any.look().name());
    }

    @Test
    void runsOfTheEveningStayUpToAFew() {
        for (int i = 0; i < Showcase.MOST_TONIGHT + 3; i++) {
            show.training(dense("run-" + i, 1));
        }
        List<String> runs = any.offered().stream()
                .filter(look -> look.origin() == Origin.TRAINING || look.origin() == Origin.TONIGHT)
                .map(look -> look.run().text())
                .toList();
        assertEquals(Showcase.MOST_TONIGHT + 1, runs.size());
        assertEquals("run-" + (Showcase.MOST_TONIGHT + 2), runs.get(0));
        assertEquals("run-" + (Showcase.MOST_TONIGHT + 1), runs.get(1), "the newest first");
        any.pick(any.offered().get(2).pick());
        assertEquals(runs.get(2), any.look().run().text());
        assertEquals(Origin.TONIGHT, any.look().origin());
    }

    @Test
    void anOpenedFileIsAChoiceForAll() throws InterruptedException {
        Path file = folder.resolve("mine.safetensors");
        models.save(vae("filed", 3), file);
        settle();
        models.open(file);
        settle();
        assertEquals(FileEvent.Kind.OPENED, models.event().kind());
        show.training(dense("mine", 1));
        show.training(dense("mine", 2));
        assertEquals("mine.safetensors", latent.look().name());
        assertEquals(Origin.FILE, latent.look().origin());
        assertEquals("filed", latent.look().run().text());
    }

    @Test
    void theBestWeightsOfTheRunThatEndedCanBeShown() {
        show.ended(dense("mine", 3));
        show.showcase.showBest(dense("other", 2));
        assertEquals(3, any.look().snapshot().progress().epochs(), "of another run");
        show.showcase.showBest(dense("mine", 2));
        assertEquals(2, any.look().snapshot().progress().epochs());
        show.ended(dense("mine", 3));
        assertEquals(2, any.look().snapshot().progress().epochs());
        show.showcase.showLast();
        assertEquals(3, any.look().snapshot().progress().epochs());
    }

    @Test
    void oneRunIsToldByItsIdAndNothingElse() {
        show.training(dense("mine", 1));
        Look first = any.look();
        show.training(dense("mine", 2));
        Look later = any.look();
        assertTrue(later.continues(first));
        assertFalse(first.continues(later), "time goes one way");
        assertTrue(later.isSameRun(first));
        assertFalse(later.isSameMoment(first));
        show.training(dense("again", 2));
        Look again = any.look();
        assertEquals(later.experiment(), again.experiment(), "begun again with the same seed");
        assertFalse(again.isSameRun(later));
        assertFalse(again.continues(later));
        Look elsewhere = new Look(later.origin(), later.name(), later.snapshot(), Sketchwear.generate(3, 20, 20));
        assertFalse(elsewhere.isSameRun(later), "on other data nothing that was measured holds");
        assertEquals(later, new Look(later.origin(), "", dense("mine", 2), later.data()));
    }
}
