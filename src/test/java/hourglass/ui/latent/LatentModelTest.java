package hourglass.ui.latent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.latent.Spot;
import hourglass.engine.model.ModelSnapshot;
import hourglass.session.look.Pick;
import hourglass.ui.kit.NetworkChoice;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LatentModelTest extends LatentFixture {
    @Test
    void everyTestImageHasItsPlace() throws InterruptedException {
        Bench bench = variational();
        bench.settle();
        assertEquals(20, bench.map().codes().sample().count());
        int row = bench.map().codes().sample().rowOf(4);
        assertEquals(204 / 255.0, bench.map().codes().place(row).x(), 1e-6);
        assertEquals(4 / 255.0, bench.map().codes().place(row).y(), 1e-6);
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
        bench.show.showcase.choose(Pick.shipped("tiny"));
        bench.model.tick();
        bench.model.moveTo(0.2, 0.2);
        bench.networks.letAllPass();
        bench.settle();
        Decoded drawn = bench.model.space().decodedProperty().get().orElseThrow();
        assertEquals("tiny", drawn.look().name());
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
                bench.map().codes().place(bench.map().codes().sample().rowOf(4)).x(),
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
        assertEquals(early, bench.map().look().snapshot());
        bench.model.showEpoch(LatentModel.NOW);
        bench.settle();
        assertEquals(2, bench.map().look().snapshot().progress().epochs());
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
        assertEquals(5, bench.map().look().snapshot().progress().epochs());
        bench.kept.all.clear();
        bench.settle();
        assertEquals(LatentModel.NOW, bench.model.epochProperty().get());
        assertEquals(6, bench.map().look().snapshot().progress().epochs());
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
    void beforeTheFirstMapThereIsNothingToSave() {
        Bench bench = variational();
        LatentExports.of(bench.model)
                .forEach(each -> assertEquals(Optional.empty(), each.figure().get(), each.fileName()));
    }

    @Test
    void handlesOfTwoNetworksStandEquallyFarOut() throws InterruptedException {
        Bench bench = variational();
        bench.settle();
        bench.model.besideProperty().set(true);
        bench.settle();
        assertTrue(bench.model.besideProblemProperty().get().contains("Dense 2"));
        train(bench, Bench.snapshot(Bench.plain(2), 50, 1));
        bench.model.networks().pick(new NetworkChoice.Option(Pick.shipped("tiny"), ""));
        bench.settle();
        assertEquals("", bench.model.besideProblemProperty().get());
        bench.model.moveTo(0.25, 0.5);
        assertEquals(12.5, bench.model.besideSpace().spotProperty().get().x(), 1e-3);
        assertEquals(25, bench.model.besideSpace().spotProperty().get().y(), 1e-3);
        bench.model.moveBeside(5, 10);
        assertEquals(0.1, bench.model.space().spotProperty().get().x(), 1e-4);
    }

    @Test
    void aVariationalTrainingIsFollowedAlsoAfterAPickByHand() throws InterruptedException {
        Bench bench = variational();
        bench.model.networks().pick(new NetworkChoice.Option(Pick.shipped("tiny"), ""));
        bench.settle();
        assertEquals("tiny", bench.map().look().name());
        train(bench, Bench.snapshot(Bench.variational(2), 2, 1));
        bench.settle();
        assertTrue(bench.map().look().isTraining());
        NetworkChoice.Option shown = bench.model.networks().shownProperty().get();
        assertEquals(bench.map().look().pick(), shown.pick(), "the box says so too");
        assertTrue(shown.words().endsWith("in training"), shown.words());
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
