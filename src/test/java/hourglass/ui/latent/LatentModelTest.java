package hourglass.ui.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.engine.model.ModelSnapshot;
import hourglass.ui.common.NothingToSaveException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatentModelTest {
    @TempDir
    Path folder;

    private @Nullable Bench open;

    @AfterEach
    void close() {
        if (open != null) {
            open.close();
        }
    }

    private Bench bench(ModelSnapshot first) {
        Bench bench = new Bench(folder, first, Bench.images(2));
        open = bench;
        return bench;
    }

    private Bench variational() {
        return bench(Bench.snapshot(Bench.variational(2), 1, 1));
    }

    /** Shows {@code next} as the run in training. */
    private static void train(Bench bench, ModelSnapshot next) {
        bench.models.showTraining(bench.models.active(), next);
    }

    @Test
    void everyTestImageHasItsPlace() throws InterruptedException {
        Bench bench = variational();
        bench.settle();
        assertEquals(20, bench.map().sample().count());
        int row = bench.map().sample().rowOf(4);
        assertEquals(204 / 255.0, bench.map().place(row).x(), 1e-6);
        assertEquals(4 / 255.0, bench.map().place(row).y(), 1e-6);
        assertEquals("", bench.model.problemProperty().get());
    }

    @Test
    void thePictureFollowsTheHandWithoutATick() throws InterruptedException {
        Bench bench = variational();
        bench.settle();
        bench.model.moveTo(0.4, 0.8);
        bench.networks.decodings.set(0);
        for (int i = 0; i < 200 && bench.drawn(0) != 102; i++) {
            Thread.sleep(5);
            bench.deliver();
        }
        assertEquals(102, bench.drawn(0));
        assertEquals(204, bench.drawn(1));
    }

    @Test
    void whatIsNoPlaceIsIgnored() throws InterruptedException {
        Bench bench = variational();
        bench.settle();
        Spot before = bench.model.space().spotProperty().get();
        bench.model.moveTo(Double.NaN, 0);
        bench.model.moveTo(0, Double.POSITIVE_INFINITY);
        bench.settle();
        assertEquals(before, bench.model.space().spotProperty().get());
    }

    @Test
    void anotherNetworkDuringADragDropsLateAnswers() throws InterruptedException {
        Bench bench = variational();
        train(bench, Bench.snapshot(Bench.variational(2), 1, 1));
        bench.settle();
        bench.networks.holdUp();
        bench.model.moveTo(0.4, 0.8);
        bench.networks.awaitArrival();
        bench.models.showShipped();
        bench.model.choose(NetworkChoice.IN_USE);
        bench.model.tick();
        bench.model.moveTo(0.2, 0.2);
        bench.networks.letAllPass();
        bench.settle();
        Decoded drawn = bench.model.space().decodedProperty().get().orElseThrow();
        assertEquals(bench.models.active().snapshot(), drawn.subject().snapshot());
        assertEquals(bench.model.space().spotProperty().get(), drawn.spot());
        assertEquals((int) Math.round(255 * drawn.spot().x()), bench.drawn(0));
    }

    @Test
    void theSamePlaceStaysUnderTheHandWhileTheNetworkLearns() throws InterruptedException {
        Bench bench = variational();
        train(bench, Bench.snapshot(Bench.variational(2), 1, 1));
        bench.settle();
        bench.model.moveTo(0.5, 0.25);
        train(bench, Bench.snapshot(Bench.variational(2), 2, 2));
        bench.settle();
        assertEquals(0.5, bench.model.space().spotProperty().get().x(), 1e-6);
        assertEquals(64, bench.drawn(0));
        assertEquals(
                2 * 204 / 255.0,
                bench.map().place(bench.map().sample().rowOf(4)).x(),
                1e-6);
    }

    @Test
    void anEarlierEpochComesBack() throws InterruptedException {
        Bench bench = variational();
        ModelSnapshot early = Bench.snapshot(Bench.variational(2), 4, 1);
        bench.kept.all.add(early);
        train(bench, Bench.snapshot(Bench.variational(2), 1, 2));
        bench.settle();
        assertEquals(List.of(1), bench.model.keptEpochsProperty().get());
        bench.model.showEpoch(1);
        bench.settle();
        assertEquals(early, bench.map().subject().snapshot());
        bench.model.showEpoch(LatentModel.NOW);
        bench.settle();
        assertEquals(2, bench.map().subject().snapshot().progress().epochs());
    }

    @Test
    void anEpochThinnedOutGivesWayToItsNeighbourAndANewRunToNow() throws InterruptedException {
        Bench bench = variational();
        for (int epoch : new int[] {1, 4, 5}) {
            bench.kept.all.add(Bench.snapshot(Bench.variational(2), 4, epoch));
        }
        train(bench, Bench.snapshot(Bench.variational(2), 1, 6));
        bench.settle();
        bench.model.showEpoch(4);
        bench.settle();
        bench.kept.all.remove(1);
        bench.settle();
        assertEquals(5, bench.model.epochProperty().get());
        assertEquals(5, bench.map().subject().snapshot().progress().epochs());
        bench.kept.all.clear();
        bench.settle();
        assertEquals(LatentModel.NOW, bench.model.epochProperty().get());
        assertEquals(6, bench.map().subject().snapshot().progress().epochs());
    }

    @Test
    void aClassThatTheDataDoesNotHaveIsNotShownAlone() throws InterruptedException {
        Bench bench = variational();
        bench.model.isolatedProperty().set(1);
        bench.settle();
        assertEquals(1, bench.model.isolatedProperty().get());
        bench.model.isolatedProperty().set(7);
        bench.settle();
        assertEquals(-1, bench.model.isolatedProperty().get());
    }

    @Test
    void imagesOfTheWrongSizeAreSaid() throws InterruptedException {
        Bench bench = new Bench(folder, Bench.snapshot(Bench.variational(2), 1, 1), Bench.images(3));
        open = bench;
        bench.settle();
        assertTrue(
                bench.model.problemProperty().get().contains("4 pixels"),
                bench.model.problemProperty().get());
        assertTrue(bench.model.space().mapProperty().get().isEmpty());
        bench.model.moveTo(1, 1);
        bench.settle();
        assertTrue(bench.model.space().decodedProperty().get().isEmpty());
    }

    @Test
    void aSingleNumberMakesNoPlane() throws InterruptedException {
        Bench bench = bench(Bench.snapshot(Bench.plain(1), 1, 1));
        bench.settle();
        assertTrue(bench.model.problemProperty().get().contains("single number"));
    }

    @Test
    void aFailingNetworkIsSaidAndTheNextOneIsShown() throws InterruptedException {
        Bench bench = variational();
        bench.networks.failing = true;
        bench.settle();
        assertTrue(
                bench.model.problemProperty().get().contains("on purpose"),
                bench.model.problemProperty().get());
        bench.networks.failing = false;
        train(bench, Bench.snapshot(Bench.variational(2), 2, 1));
        bench.settle();
        assertEquals("", bench.model.problemProperty().get());
        assertTrue(bench.model.space().decodedProperty().get().isPresent());
    }

    @Test
    void aFailureIsOverWithTheNextPictureAndHidesNoPlane() throws InterruptedException {
        Bench bench = variational();
        bench.settle();
        bench.networks.failing = true;
        bench.model.moveTo(0.4, 0.8);
        bench.settle();
        assertTrue(bench.model.problemProperty().get().contains("on purpose"));
        assertTrue(bench.model.space().mapProperty().get().isPresent());
        bench.networks.failing = false;
        bench.model.moveTo(0.5, 0.8);
        bench.settle();
        assertEquals("", bench.model.problemProperty().get());
    }

    @Test
    void onlyTheToolThatIsShownIsDecodedAnew() throws InterruptedException {
        Bench bench = variational();
        bench.model.toolProperty().set(Tool.NUMBERS);
        bench.settle();
        assertEquals(1, bench.networks.decodings.get(), "the picture at the handle");
        assertTrue(bench.model.path().stripProperty().get().isEmpty());
        bench.model.toolProperty().set(Tool.IMAGE);
        bench.settle();
        assertTrue(bench.model.pick().pickedProperty().get().isPresent());
        assertTrue(bench.model.direction().alteredProperty().get().isEmpty());
        bench.model.toolProperty().set(Tool.DIRECTION);
        bench.settle();
        assertTrue(bench.model.direction().alteredProperty().get().isPresent());
        bench.model.toolProperty().set(Tool.PATH);
        bench.settle();
        assertTrue(bench.model.path().stripProperty().get().isPresent());
    }

    @Test
    void aCodeOfHundredsOfNumbersHasAPlaneAndEveryNumberTurns() throws InterruptedException {
        Bench bench = new Bench(folder, Bench.snapshot(Bench.plain(400, 392), 1, 1), Bench.images(20));
        open = bench;
        bench.settle();
        assertEquals(392, bench.map().byVariance().length);
        assertEquals(0, Math.min(bench.map().byVariance()[0], bench.map().byVariance()[1]));
        bench.model.space().turn(391, 0.6f);
        bench.settle();
        assertEquals(0.6f, bench.model.space().code().orElseThrow()[391], 1e-5);
        Decoded drawn = bench.model.space().decodedProperty().get().orElseThrow();
        assertEquals(153, drawn.image().argb(0, 391 % 20, 391 / 20) & 0xff);
    }

    @Test
    void imagesOfOnesOwnGoThroughEveryTool() throws InterruptedException {
        for (int size : new int[] {2, 3}) {
            try (Bench bench = new Bench(folder, Bench.snapshot(Bench.plain(108, size), 1, 1), Bench.own())) {
                for (Tool tool : Tool.values()) {
                    bench.model.toolProperty().set(tool);
                    bench.settle();
                }
                assertEquals("", bench.model.problemProperty().get());
                assertEquals(20, bench.map().sample().count());
                Strip strip = bench.model.path().stripProperty().get().orElseThrow();
                assertEquals(12, strip.frames().imageWidth());
                assertEquals(9, strip.frames().imageHeight());
                Altered altered =
                        bench.model.direction().alteredProperty().get().orElseThrow();
                assertEquals(2, altered.toLabel());
                assertTrue(LatentExports.csv(bench.model).contains(",\"Key, small\","));
            }
        }
    }

    @Test
    void beforeTheFirstMapThereIsNothingToSave() {
        Bench bench = variational();
        assertThrows(NothingToSaveException.class, () -> LatentExports.csv(bench.model));
    }

    @Test
    void thePathLeadsFromOneEndToTheOther() throws InterruptedException {
        Bench bench = variational();
        bench.settle();
        bench.model.moveTo(0, 0);
        bench.model.path().startHere();
        bench.model.moveTo(1, 0.5);
        bench.model.path().endHere();
        bench.settle();
        Strip strip = bench.model.path().stripProperty().get().orElseThrow();
        assertEquals(PathModel.FRAMES, strip.frames().count());
        assertEquals(0, strip.frames().argb(0, 0, 0) & 0xff);
        assertEquals(85, strip.frames().argb(3, 0, 0) & 0xff);
        assertEquals(255, strip.frames().argb(9, 0, 0) & 0xff);
        assertEquals(128, strip.frames().argb(9, 1, 0) & 0xff);
        bench.model.path().goTo(0.5);
        assertEquals(0.5, bench.model.space().spotProperty().get().x(), 1e-6);
    }

    @Test
    void theHandleWalksThereAndBackUntilTheHandTakesIt() throws InterruptedException {
        Bench bench = variational();
        bench.settle();
        bench.model.path().playingProperty().set(true);
        double furthest = 0;
        for (int i = 0; i < 70; i++) {
            bench.nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(100));
            bench.model.tick();
            furthest = Math.max(furthest, bench.model.path().positionProperty().get());
        }
        assertEquals(1, furthest);
        assertTrue(bench.model.path().positionProperty().get() < 0.5);
        bench.model.moveTo(0.1, 0.1);
        assertFalse(bench.model.path().playingProperty().get());
    }

    @Test
    void drawsComeFromTheSeedAndTheDistribution() throws InterruptedException {
        Bench bench = variational();
        bench.model.toolProperty().set(Tool.IMAGE);
        bench.settle();
        bench.model.pick().pick(3);
        bench.settle();
        Picked first = bench.model.pick().pickedProperty().get().orElseThrow();
        assertEquals(3, first.image());
        assertEquals(0.5, first.deviation(0), 1e-6);
        assertArrayEquals(new float[] {3 / 255f, 203 / 255f}, first.mean(), 1e-6f);
        float[] before = first.draw(0);
        bench.model.pick().pick(3);
        bench.settle();
        assertArrayEquals(
                before, bench.model.pick().pickedProperty().get().orElseThrow().draw(0));
        bench.model.pick().sampleAgain();
        bench.settle();
        float[] after = bench.model.pick().pickedProperty().get().orElseThrow().draw(0);
        assertNotEquals(before[0], after[0]);
    }

    @Test
    void aPlainNetworkHasNoSpread() throws InterruptedException {
        Bench bench = bench(Bench.snapshot(Bench.plain(2), 1, 1));
        bench.model.toolProperty().set(Tool.IMAGE);
        bench.settle();
        Picked picked = bench.model.pick().pickedProperty().get().orElseThrow();
        assertFalse(picked.isSpread());
        assertEquals(0, picked.drawCount());
    }

    @Test
    void theDirectionIsTheDifferenceOfTheClassMeans() throws InterruptedException {
        Bench bench = variational();
        bench.model.toolProperty().set(Tool.DIRECTION);
        bench.settle();
        bench.model.pick().pick(4);
        bench.model.direction().targetProperty().set(1);
        bench.model.direction().strengthProperty().set(0.5);
        bench.settle();
        float[] code = bench.model
                .direction()
                .alteredProperty()
                .get()
                .orElseThrow()
                .code()
                .code();
        // The means are (209, 9) and (10, 210) of 255.
        assertEquals((204 + 0.5 * (10 - 209)) / 255, code[0], 1e-5);
        assertEquals((4 + 0.5 * (210 - 9)) / 255, code[1], 1e-5);
    }

    @Test
    void numbersBesideThePlaneTurn() throws InterruptedException {
        Bench bench = bench(Bench.snapshot(Bench.variational(3), 1, 1));
        bench.settle();
        bench.model.space().planeProperty().set(PlaneChoice.dimensions(0, 1));
        bench.settle();
        bench.model.moveTo(0.2, 0.6);
        bench.model.space().turn(2, 0.75f);
        bench.settle();
        float[] code = bench.model.space().code().orElseThrow();
        assertArrayEquals(new float[] {0.2f, 0.6f, 0.75f}, code, 1e-6f);
        assertEquals(51, bench.drawn(0));
        bench.model.space().planeProperty().set(PlaneChoice.PRINCIPAL);
        bench.settle();
        assertArrayEquals(code, bench.model.space().code().orElseThrow(), 1e-5f);
    }

    @Test
    void theManifoldIsDrawnCellByCell() throws InterruptedException {
        Bench bench = variational();
        bench.settle();
        bench.model.manifold().latticeProperty().set(new Lattice(new double[] {0, 0.4}, new double[] {1, 0.2, 0}));
        bench.settle();
        Manifold made = bench.model.manifold().pictureProperty().get().orElseThrow();
        assertEquals(6, made.images().count());
        assertEquals(102, made.images().argb(1, 0, 0) & 0xff);
        assertEquals(255, made.images().argb(1, 1, 0) & 0xff);
        assertEquals(51, made.images().argb(3, 1, 0) & 0xff);
    }

    @Test
    void handlesOfTwoNetworksStandEquallyFarOut() throws InterruptedException {
        Bench bench = variational();
        bench.settle();
        bench.model.besideProperty().set(true);
        bench.settle();
        assertTrue(bench.model.besideProblemProperty().get().contains("Dense 2"));
        train(bench, Bench.snapshot(Bench.plain(2), 50, 1));
        bench.model.choose(new NetworkChoice("tiny"));
        bench.settle();
        assertEquals("", bench.model.besideProblemProperty().get());
        bench.model.moveTo(0.25, 0.5);
        assertEquals(12.5, bench.model.besideSpace().spotProperty().get().x(), 1e-3);
        assertEquals(25, bench.model.besideSpace().spotProperty().get().y(), 1e-3);
        bench.model.moveBeside(5, 10);
        assertEquals(0.1, bench.model.space().spotProperty().get().x(), 1e-4);
    }

    @Test
    void nothingIsComputedWhileNobodyLooks() throws InterruptedException {
        Bench bench = variational();
        bench.model.shownProperty().set(false);
        bench.settle();
        assertEquals(0, bench.networks.decodings.get());
        assertTrue(bench.model.space().mapProperty().get().isEmpty());
    }
}
