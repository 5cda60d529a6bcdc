package hourglass.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.DataFormatException;
import hourglass.core.data.DataSet;
import hourglass.core.data.Sketchwear;
import hourglass.session.concurrent.Worker;
import hourglass.session.data.DataService;
import hourglass.testing.NoNetwork;
import hourglass.ui.kit.Choice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataModelTest {
    private static final List<String> KITCHEN = List.of("Cup", "Pot");

    @TempDir
    private Path folder;

    private final List<Throwable> escaped = new ArrayList<>();
    private final Worker worker = new Worker("io", Thread.NORM_PRIORITY, (name, failure) -> escaped.add(failure));
    private final DataSet kitchen =
            TinyData.of("Kitchen", KITCHEN, TinyData.images(KITCHEN, 0, 1), TinyData.images(KITCHEN, 1));
    private final CountDownLatch go = new CountDownLatch(1);
    private DataService service;
    private DataModel model;

    @BeforeEach
    void begin() {
        service = service(TinyData.winter());
        model = new DataModel(service);
    }

    private DataService service(DataSet first) {
        return new DataService(
                NoNetwork.sources(folder.resolve("cache"), (chosen, seed, cancelled) -> read(chosen)), worker, first);
    }

    private DataSet read(Path chosen) throws IOException {
        if (chosen.endsWith("slow")) {
            try {
                assertTrue(go.await(10, TimeUnit.SECONDS));
            } catch (InterruptedException interrupted) {
                throw new IOException("interrupted", interrupted);
            }
        }
        if (chosen.endsWith("bad")) {
            throw new DataFormatException("The folder bad has no images.");
        }
        return kitchen;
    }

    @AfterEach
    void end() {
        worker.close();
        assertEquals(List.of(), escaped);
    }

    private Path make(String name) throws IOException {
        return Files.createDirectory(folder.resolve(name));
    }

    /** Waits for the service and looks. */
    private void settle() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        worker.execute(done::countDown);
        assertTrue(done.await(10, TimeUnit.SECONDS));
        model.tick();
    }

    @Test
    void showsTheTestImagesFirst() {
        assertEquals("Winter", model.dataProperty().get().name());
        assertEquals(5, model.samples().pageProperty().get().total());
        assertEquals(List.of(3, 2, 0), model.factsProperty().get().counts());
    }

    @Test
    void switchesBetweenThePartsAndBack() {
        model.partProperty().set(Part.TRAINING);
        assertEquals(10, model.samples().pageProperty().get().total());
        assertEquals(List.of(4, 3, 3), model.factsProperty().get().counts());
        model.partProperty().set(Part.TEST);
        assertEquals(5, model.samples().pageProperty().get().total());
    }

    @Test
    void opensAFolder() throws Exception {
        model.open(make("kitchen"));
        settle();
        assertSame(kitchen, model.dataProperty().get());
        assertEquals(List.of("Cup", "Pot"), model.factsProperty().get().classNames());
        assertEquals("Pot", model.samples().chosenProperty().get().className());
        assertEquals("", model.problemProperty().get());
    }

    @Test
    void dataStayWhileOthersAreRead() throws Exception {
        model.open(make("slow"));
        assertTrue(model.busyProperty().get());
        assertEquals("Winter", model.dataProperty().get().name());
        model.open(make("bad"));
        go.countDown();
        settle();
        assertFalse(model.busyProperty().get());
        assertEquals("Winter", model.dataProperty().get().name());
    }

    @Test
    void aBadFolderIsSaidInASentenceAndCanBeTriedAgain() throws Exception {
        model.samples().toggle(1);
        model.open(make("bad"));
        settle();
        assertEquals("The folder bad has no images.", model.problemProperty().get());
        assertEquals("Winter", model.dataProperty().get().name());
        assertEquals(2, model.samples().pageProperty().get().total());
        model.retry().orElseThrow().run();
        settle();
        assertEquals("The folder bad has no images.", model.problemProperty().get());
    }

    @Test
    void aProblemPutAwayStaysAway() throws Exception {
        model.open(make("bad"));
        settle();
        model.dismissProblem();
        model.tick();
        assertEquals("", model.problemProperty().get());
    }

    @Test
    void aSingleFileIsRefusedInASentence() throws Exception {
        Path file = Files.writeString(folder.resolve("boot.png"), "x");
        model.open(file);
        assertEquals(
                "boot.png is a file; drop the folder that holds the data instead.",
                model.problemProperty().get());
        assertTrue(model.retry().isEmpty());
        assertFalse(model.busyProperty().get());
    }

    @Test
    void aDataFileStandsForItsFolder() throws Exception {
        Path idx = make("own");
        model.open(Files.writeString(idx.resolve("train-images-idx3-ubyte"), "broken"));
        settle();
        assertTrue(
                model.problemProperty().get().contains(idx.toString()),
                model.problemProperty().get());
        assertEquals("Winter", model.dataProperty().get().name());
    }

    @Test
    void sketchwearIsOneCallAway() throws Exception {
        model.useSketchwear();
        settle();
        assertEquals(Sketchwear.NAME, model.dataProperty().get().name());
        assertEquals(
                List.of("Download Fashion-MNIST (30.9 MB)", "Download MNIST (11.6 MB)", "Download KMNIST (21.2 MB)"),
                model.officialProperty().get().stream()
                        .map(Choice::text)
                        .limit(3)
                        .toList());
    }

    @Test
    void aTickCountsOnlyAsLongAsItMay() {
        long[] now = {0};
        DataSet data = Sketchwear.generate(2, 10, 500);
        // A clock on which every look at it takes a millisecond: four looks, sixteen images each, fit into a tick.
        DataModel slow = new DataModel(service(data), () -> now[0] += 1_000_000);
        slow.tick();
        int first = slow.factsProperty().get().seen();
        assertTrue(first > 0 && first <= 64, "counted " + first);
        for (int i = 0; i < 20; i++) {
            slow.tick();
        }
        assertTrue(slow.factsProperty().get().isComplete());
        assertEquals(500, slow.factsProperty().get().seen());
    }
}
