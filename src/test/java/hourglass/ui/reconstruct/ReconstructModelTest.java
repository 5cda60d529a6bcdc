package hourglass.ui.reconstruct;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.color.Ground;
import hourglass.core.color.SignedErrorMap;
import hourglass.core.metric.Errors;
import hourglass.session.history.History;
import hourglass.session.measure.ImageChoice.Order;
import hourglass.testing.Workers;
import hourglass.ui.kit.LookWords;
import hourglass.ui.kit.Undoable;
import hourglass.ui.pictures.ImageTiles;
import hourglass.ui.reconstruct.Comparison.Via;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconstructModelTest {
    @TempDir
    Path folder;

    private Bench bench;
    private ReconstructModel model;

    @BeforeEach
    void open() {
        bench = new Bench(folder, 0.5f);
        model = bench.model;
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static double squared(double levels) {
        return levels / 255 * (levels / 255);
    }

    @Test
    void bestComeFirstOrLast() throws InterruptedException {
        model.orderProperty().set(Order.BEST);
        bench.settle();
        assertEquals(List.of(5, 1, 3, 2, 0, 4), bench.grid());
        model.orderProperty().set(Order.WORST);
        bench.settle();
        assertEquals(List.of(4, 0, 2, 3, 1, 5), bench.grid());
        assertFalse(model.waitingProperty().get());
    }

    @Test
    void aClassShowsOnlyItsImages() throws InterruptedException {
        model.labelProperty().set(1);
        bench.settle();
        assertEquals(List.of(1, 3, 5), bench.grid());
        model.orderProperty().set(Order.WORST);
        bench.settle();
        assertEquals(List.of(3, 1, 5), bench.grid());
        assertEquals(3, model.selectedProperty().get().orElseThrow().index());
    }

    @Test
    void everyImageHasItsErrorsAndItsCode() throws InterruptedException {
        bench.settle();
        Comparison first = model.selectedProperty().get().orElseThrow();
        assertEquals(0, first.index());
        assertEquals(squared(100), first.networkError(), 1e-6);
        assertEquals(0.75 * squared(100), first.pcaError().orElseThrow(), 1e-6);
        assertEquals(1, first.code().length);
        assertEquals(200 / 255.0, first.code()[0], 1e-6);
    }

    private int error() {
        Comparison chosen = model.selectedProperty().get().orElseThrow();
        return chosen.errors(chosen.by(Via.NETWORK).orElseThrow(), SignedErrorMap.on(Ground.DARK, 0.5))[3];
    }

    @Test
    void errorsKeepTheirSign() throws InterruptedException {
        bench.settle();
        SignedErrorMap colors = SignedErrorMap.on(Ground.DARK, 0.5);
        assertEquals(colors.argb(-100 / 255.0), error(), "half as bright is too dark");
        bench.show.training(Bench.snapshot(1.25f, 1));
        bench.settle();
        assertEquals(colors.argb(50 / 255.0), error(), "a quarter brighter is too bright");
        ImageTiles tiles = model.picturesProperty().get().orElseThrow().tiles();
        assertEquals(6, tiles.count());
        assertEquals(0xff787878, tiles.argb(2, 0, 0), "the originals to pick from");
    }

    @Test
    void aDenoiserIsGivenNoisyImagesUnlessSomebodySaysOtherwise() throws InterruptedException {
        bench.show.training(Bench.noisy(1, 1));
        bench.settle();
        Comparison noisy = model.selectedProperty().get().orElseThrow();
        assertFalse(Arrays.equals(noisy.original(), noisy.input()));
        float mean = 0;
        for (float pixel : noisy.input()) {
            mean += pixel / noisy.input().length;
        }
        assertEquals(mean, noisy.code()[0], 1e-6, "what is encoded is the noisy image");
        assertEquals(Errors.meanSquaredError(noisy.original(), noisy.network()), noisy.networkError(), 1e-9);
        double all = model.errors().summaryProperty().get().network().orElseThrow();
        assertEquals(
                noisy.networkError(),
                model.errors().ranking().orElseThrow().errors().of(0),
                1e-6,
                "the same noise everywhere");
        assertTrue(model.errors().pca().isEmpty(), "measured on clean images, it says nothing about noisy ones");
        model.spoilingProperty().set(false);
        bench.settle();
        Comparison clean = model.selectedProperty().get().orElseThrow();
        assertArrayEquals(clean.original(), clean.input());
        assertEquals(0, clean.networkError(), 1e-9);
        assertTrue(model.errors().summaryProperty().get().network().orElseThrow() < all);
        assertTrue(model.errors().pca().isPresent());
    }

    @Test
    void theSummaryComparesWithPca() throws InterruptedException {
        bench.settle();
        Summary summary = model.errors().summaryProperty().get();
        double network = 0;
        double pca = 0;
        for (int level : Bench.TEST) {
            network += squared(level / 2.0) / 6;
            pca += 0.75 * squared(level - 100) / 6;
        }
        assertEquals(network, summary.network().orElseThrow(), 1e-6);
        assertEquals(pca, summary.pca().orElseThrow(), 1e-6);
        assertEquals(3, summary.better().orElseThrow());
        assertEquals(1 - network / pca, summary.saved().orElseThrow(), 1e-5);
        assertEquals(6, summary.images());
    }

    @Test
    void thePictureUnderTheHandDoesNotWaitForTheErrorsOfAllImages() throws InterruptedException {
        int[] many = new int[400];
        Arrays.setAll(many, i -> i % 200);
        bench.open(Bench.uniform("many", 2, many), folder);
        bench.networks.holdUp();
        model.tick();
        bench.networks.awaitArrival();
        bench.networks.letOnePass();
        bench.networks.awaitArrival();
        assertEquals(List.of(32, 64), bench.networks.sizes, "the pictures, then a portion of all images");
        model.select(3);
        model.orderProperty().set(Order.RANDOM);
        model.tick();
        bench.networks.letOnePass();
        bench.networks.awaitArrival();
        assertEquals(List.of(32, 64, 32), bench.networks.sizes, "and now the hand again");
        bench.networks.letAllPass();
        bench.settle();
        assertEquals(400, model.errors().summaryProperty().get().images());
        assertTrue(model.errors().summaryProperty().get().network().isPresent());
    }

    @Test
    void errorsOfOneDataSetAreNeverHeldAgainstThoseOfAnother() throws InterruptedException {
        bench.settle();
        assertEquals(3, model.errors().summaryProperty().get().better().orElseThrow());
        bench.open(Bench.uniform("two", 2, 100, 100), folder);
        List<CountDownLatch> held = List.of(Workers.hold(bench.analysis), Workers.hold(bench.inference));
        model.tick();
        Summary waiting = model.errors().summaryProperty().get();
        assertEquals(2, waiting.images());
        assertTrue(waiting.network().isEmpty()
                && waiting.pca().isEmpty()
                && waiting.better().isEmpty());
        held.forEach(CountDownLatch::countDown);
        bench.settle();
        Summary now = model.errors().summaryProperty().get();
        assertEquals(squared(50), now.network().orElseThrow(), 1e-6);
        assertEquals(0, now.pca().orElseThrow(), 1e-6);
        assertEquals(0, now.better().orElseThrow());
        bench.open(bench.first, folder);
        bench.settle();
        assertEquals(3, model.errors().summaryProperty().get().better().orElseThrow());
        assertEquals(List.of(0, 1, 2, 3, 4, 5), bench.grid());
    }

    @Test
    void answersAboutAnotherNetworkAreDropped() throws InterruptedException {
        bench.networks.holdUp();
        model.tick();
        bench.networks.awaitArrival();
        bench.show.training(Bench.snapshot(1, 1));
        model.tick();
        bench.networks.letOnePass();
        bench.networks.awaitArrival();
        model.tick();
        assertTrue(model.picturesProperty().get().isEmpty(), "the first answer came after the switch");
        bench.networks.letAllPass();
        bench.settle();
        assertEquals(0, model.selectedProperty().get().orElseThrow().networkError(), 1e-12);
        assertEquals(0, model.errors().summaryProperty().get().network().orElseThrow(), 1e-12);
    }

    @Test
    void answersAboutOtherDataAreDropped() throws InterruptedException {
        bench.networks.holdUp();
        model.tick();
        bench.networks.awaitArrival();
        bench.open(Bench.uniform("other", 2, Bench.TEST), folder);
        model.tick();
        bench.networks.letOnePass();
        bench.networks.awaitArrival();
        model.tick();
        assertTrue(model.picturesProperty().get().isEmpty(), "the first answer is about the data of before");
        bench.networks.letAllPass();
        bench.settle();
        assertEquals(
                bench.data.state().data(),
                model.picturesProperty().get().orElseThrow().look().data());
    }

    @Test
    void lateAnswersOfTheSameRunAreShown() throws InterruptedException {
        bench.show.training(Bench.snapshot(0.5f, 1));
        bench.networks.holdUp();
        model.tick();
        bench.networks.awaitArrival();
        bench.show.training(Bench.snapshot(1, 2));
        model.tick();
        bench.networks.letOnePass();
        bench.networks.awaitArrival();
        model.tick();
        assertEquals(squared(100), model.selectedProperty().get().orElseThrow().networkError(), 1e-6);
        bench.networks.letAllPass();
        bench.settle();
        assertEquals(0, model.selectedProperty().get().orElseThrow().networkError(), 1e-12);
    }

    @Test
    void whileTrainingAllImagesAreMeasuredEveryTwoSeconds() throws InterruptedException {
        bench.show.training(Bench.snapshot(0.5f, 1));
        bench.settle();
        double before = model.errors().summaryProperty().get().network().orElseThrow();
        bench.nanos.set(TimeUnit.MILLISECONDS.toNanos(500));
        bench.show.training(Bench.snapshot(1, 2));
        bench.settle();
        assertEquals(0, model.selectedProperty().get().orElseThrow().networkError(), 1e-12, "pictures move at once");
        assertEquals(before, model.errors().summaryProperty().get().network().orElseThrow());
        bench.nanos.set(TimeUnit.MILLISECONDS.toNanos(2100));
        bench.settle();
        assertEquals(0, model.errors().summaryProperty().get().network().orElseThrow(), 1e-12);
    }

    @Test
    void aSnapshotIsMeasuredOnce() throws InterruptedException {
        bench.settle();
        int asked = bench.networks.questions.get();
        bench.settle();
        assertEquals(asked, bench.networks.questions.get());
    }

    @Test
    void imagesOfAnotherSizeAreRefusedInASentence() throws InterruptedException {
        bench.settle();
        bench.open(Bench.uniform(3), folder);
        bench.settle();
        assertEquals(
                "This network expects 2×2 images; Plain 3 has 3×3 images. Open a network made for this size, "
                        + "or choose other data at the bottom of the window.",
                model.problemProperty().get());
        assertTrue(model.picturesProperty().get().isEmpty());
        assertTrue(model.selectedProperty().get().isEmpty());
        bench.open(bench.first, folder);
        bench.settle();
        assertEquals("", model.problemProperty().get());
        assertEquals(List.of(0, 1, 2, 3, 4, 5), bench.grid());
    }

    @Test
    void aRunThatEndsIsNamedAsOneThatHasEnded() throws InterruptedException {
        bench.show.training(Bench.snapshot(0.5f, 1));
        bench.settle();
        assertEquals(
                "Dense autoencoder 4–1–4, in training, epoch 1",
                LookWords.line(model.picturesProperty().get().orElseThrow().look()));
        bench.show.ended(Bench.snapshot(0.5f, 1));
        bench.settle();
        assertEquals(
                "Dense autoencoder 4–1–4, trained 1 batch",
                LookWords.line(model.picturesProperty().get().orElseThrow().look()));
    }

    @Test
    void nobodyLookingNothingIsComputed() throws InterruptedException {
        model.shownProperty().set(false);
        bench.settle();
        assertEquals(0, bench.networks.questions.get());
        model.shownProperty().set(true);
        bench.settle();
        assertEquals(6, bench.grid().size());
        assertTrue(model.errors().summaryProperty().get().better().isPresent());
    }

    @Test
    void theChosenImageStaysWhenTheNetworkMovesOn() throws InterruptedException {
        bench.settle();
        model.select(3);
        bench.show.training(Bench.snapshot(1, 1));
        bench.settle();
        assertEquals(3, model.selectedProperty().get().orElseThrow().index());
        model.moveSelection(5, 5);
        assertEquals(4, model.selectedProperty().get().orElseThrow().index(), "the last one that can be seen");
        model.moveSelection(-9, 5);
        assertEquals(0, model.selectedProperty().get().orElseThrow().index());
        model.select(99);
        assertEquals(0, model.selectedProperty().get().orElseThrow().index());
    }

    @Test
    void anotherDrawHasAnotherSeed() throws InterruptedException {
        model.drawAgain();
        bench.settle();
        assertEquals(Order.RANDOM, model.orderProperty().get());
        assertEquals(2, model.drawSeedProperty().get());
        assertEquals(6, bench.grid().stream().distinct().count());
    }

    @Test
    void theTableHoldsEveryTestImage() throws InterruptedException {
        bench.settle();
        List<String> lines =
                ReconstructExports.errors(model).orElseThrow().csv().lines().toList();
        assertEquals(1 + 6, lines.size());
        assertEquals("index,class,network_mse,pca_mse,model,epochs,seed,data", lines.get(0));
        String origin = ",Dense autoencoder 4–1–4,0,7,Plain 2";
        assertTrue(lines.get(1).matches("0,Bright,0\\.153787\\d*,0\\.115340\\d*" + origin), lines.get(1));
        assertTrue(lines.get(6).matches("5,Dark,0,0\\.115340\\d*" + origin), lines.get(6));
    }

    @Test
    void anImageChosenIsTakenBack() throws InterruptedException {
        bench.settle();
        History history = new History(() -> 0);
        Undoable.follow(history, "image chosen", model.selectedProperty(), image -> image.ifPresent(model::select));
        model.select(3);
        model.select(1);
        assertEquals("image chosen", history.undo().orElseThrow());
        assertEquals(0, model.selectedProperty().get().orElseThrow().index(), "one gesture");
        history.redo();
        assertEquals(1, model.selectedProperty().get().orElseThrow().index());
    }
}
