package hourglass.ui.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.latent.Lattice;
import hourglass.core.latent.PlaneChoice;
import hourglass.figures.Table;
import hourglass.session.history.History;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the tools beside the plane make of a code. */
class LatentToolsTest extends LatentFixture {
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
        assertEquals(392, bench.map().codes().byVariance().length);
        assertEquals(
                0,
                Math.min(
                        bench.map().codes().byVariance()[0], bench.map().codes().byVariance()[1]));
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
                assertEquals(20, bench.map().codes().sample().count());
                Strip strip = bench.model.path().stripProperty().get().orElseThrow();
                assertEquals(12, strip.frames().imageWidth());
                assertEquals(9, strip.frames().imageHeight());
                Altered altered =
                        bench.model.direction().alteredProperty().get().orElseThrow();
                assertEquals(2, altered.toLabel());
                Table table = (Table)
                        LatentExports.of(bench.model).get(4).figure().get().orElseThrow();
                assertTrue(table.csv().contains(",\"Key, small\","));
            }
        }
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
    void theEndsOfThePathAreTakenBack() throws InterruptedException {
        Bench bench = variational();
        bench.settle();
        History history = new History(() -> 0);
        bench.model.remember(history);
        PathModel path = bench.model.path();
        Anchor first = path.startProperty().get().orElseThrow();
        bench.model.moveTo(0.25, -0.5);
        path.startHere();
        Anchor second = path.startProperty().get().orElseThrow();
        path.swap();
        assertEquals("path turned round", history.undo().orElseThrow());
        assertSame(second, path.startProperty().get().orElseThrow());
        assertEquals("start of the path", history.undo().orElseThrow());
        assertSame(first, path.startProperty().get().orElseThrow());
        history.redo();
        assertSame(second, path.startProperty().get().orElseThrow());
        bench.model.isolatedProperty().set(1);
        assertEquals("class chosen", history.undo().orElseThrow());
        assertEquals(-1, bench.model.isolatedProperty().get());
    }
}
