package hourglass.ui.denoise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.ImageBlock;
import hourglass.core.data.Preparation;
import hourglass.core.metric.Errors;
import hourglass.core.metric.MedianFilter;
import hourglass.core.spec.NoiseKind;
import hourglass.core.spec.NoiseSpec;
import hourglass.session.history.History;
import hourglass.session.look.Chooser;
import hourglass.session.look.ChosenImage;
import hourglass.session.look.OwnImage;
import hourglass.session.measure.NoiseErrors.Method;
import hourglass.testing.Workers;
import hourglass.ui.pictures.BrushTip;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DenoiseModelTest {
    @TempDir
    Path folder;

    private Bench bench;
    private DenoiseModel model;

    @BeforeEach
    void open() throws InterruptedException {
        bench = new Bench(folder, Bench.shipped("denoiser", Bench.TRAINED, 3));
        model = bench.model;
        bench.settle();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static float[] row(DenoisePictures pictures, PictureRow row) {
        float[] all = new float[0];
        for (int i = 0; i < pictures.columns(); i++) {
            float[] one = pictures.pixels(row, i);
            int from = all.length;
            all = Arrays.copyOf(all, from + one.length);
            System.arraycopy(one, 0, all, from, one.length);
        }
        return all;
    }

    private boolean wasShown(float[] images) {
        return bench.seen.stream().anyMatch(seen -> Arrays.equals(seen, images));
    }

    @Test
    void theNoisyImageIsWhatTheNetworkIsShown() {
        DenoisePictures pictures = bench.pictures();
        float[] noisy = row(pictures, PictureRow.NOISY);
        assertTrue(wasShown(noisy));
        assertFalse(wasShown(row(pictures, PictureRow.ORIGINAL)), "never the clean images while there is noise");
        float[] denoised = row(pictures, PictureRow.DENOISED);
        for (int i = 0; i < noisy.length; i++) {
            assertEquals(noisy[i] / 2, denoised[i], 1e-6);
        }
    }

    @Test
    void itBeginsWithTheNoiseTheNetworkWasTrainedOn() {
        assertEquals(0.3, model.levelProperty().get());
        assertEquals(NoiseKind.GAUSSIAN, model.kindProperty().get());
        assertEquals(0.3, bench.pictures().question().noise().level());
    }

    @Test
    void theSliderIsFollowedWithoutWaitingForATick() throws InterruptedException {
        model.levelProperty().set(0.45);
        bench.answer();
        assertEquals(0.45, bench.pictures().question().noise().level());
        assertNotEquals(0, bench.pictures().question().movedAt());
    }

    @Test
    void theSameNoiseGrowsWithTheLevelAndAnotherSeedIsOtherNoise() throws InterruptedException {
        model.levelProperty().set(0.05);
        bench.answer();
        DenoisePictures weak = bench.pictures();
        model.levelProperty().set(0.1);
        bench.answer();
        DenoisePictures strong = bench.pictures();
        float clean = weak.pixels(PictureRow.ORIGINAL, 0)[0];
        assertEquals(
                2 * (weak.pixels(PictureRow.NOISY, 0)[0] - clean), strong.pixels(PictureRow.NOISY, 0)[0] - clean, 1e-5);
        model.newNoise();
        bench.answer();
        assertNotEquals(strong.pixels(PictureRow.NOISY, 0)[0], bench.pictures().pixels(PictureRow.NOISY, 0)[0]);
    }

    @Test
    void everyErrorIsAgainstTheOriginal() {
        DenoisePictures pictures = bench.pictures();
        float[] original = pictures.pixels(PictureRow.ORIGINAL, 1);
        float[] noisy = pictures.pixels(PictureRow.NOISY, 1);
        float[] median = MedianFilter.apply(noisy, Bench.SIDE, Bench.SIDE);
        assertArrayEquals(median, pictures.pixels(PictureRow.MEDIAN, 1), 1e-6f);
        assertEquals(Errors.meanSquaredError(noisy, original), pictures.error(PictureRow.NOISY, 1), 1e-9);
        assertEquals(Errors.meanSquaredError(median, original), pictures.error(PictureRow.MEDIAN, 1), 1e-9);
        assertEquals(0, pictures.error(PictureRow.ORIGINAL, 1));
    }

    @Test
    void tenImagesOfOneEachClassInTurnOrOfOneClass() throws InterruptedException {
        assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), tests(bench));
        model.labelProperty().set(1);
        bench.answer();
        assertEquals(List.of(1, 3, 5, 7, 9, 11), tests(bench));
        model.shuffleImages();
        bench.answer();
        List<Integer> shuffled = tests(bench);
        assertEquals(6, shuffled.size());
        assertNotEquals(List.of(1, 3, 5, 7, 9, 11), shuffled);
        assertTrue(shuffled.stream().allMatch(image -> image % 2 == 1));
    }

    @Test
    void whatIsPaintedIsWhatTheNetworkSeesAndClearTakesItAway() throws InterruptedException {
        model.select(2);
        model.brushProperty().set(new BrushTip(BrushTip.Ink.WHITE, 1));
        model.paint(0, 1, 3, 1);
        bench.answer();
        float[] painted = bench.pictures().pixels(PictureRow.NOISY, 2);
        IntStream.range(0, 4).forEach(x -> assertEquals(1, painted[4 + x]));
        assertTrue(wasShown(row(bench.pictures(), PictureRow.NOISY)));
        assertEquals(0.5f, bench.pictures().pixels(PictureRow.DENOISED, 2)[5]);
        model.levelProperty().set(0.1);
        bench.answer();
        assertEquals(1, bench.pictures().pixels(PictureRow.NOISY, 2)[5], "the stroke stays while the noise moves");
        model.clearDrawing();
        bench.answer();
        assertTrue(bench.pictures().pixels(PictureRow.NOISY, 2)[5] < 1);
    }

    @Test
    void theCurveIsMeasuredInTheBackgroundAndKnownAfterwards() throws InterruptedException {
        var curve = model.curvesProperty().get().network().orElseThrow();
        assertTrue(curve.isComplete());
        assertEquals(12, curve.images());
        assertEquals(0, curve.at(Method.NOTHING, 0));
        assertTrue(curve.at(Method.NETWORK, 0) > 0);
        model.kindProperty().set(NoiseKind.MASKING);
        bench.settle();
        assertEquals(
                NoiseKind.MASKING,
                model.curvesProperty().get().network().orElseThrow().kind());
        model.kindProperty().set(NoiseKind.GAUSSIAN);
        model.tick();
        assertEquals(curve, model.curvesProperty().get().network().orElseThrow(), "measured once per network");
    }

    @Test
    void whereDoingNothingIsBetterItIsSaid() {
        Curves curves = model.curvesProperty().get();
        String none = Words.finding(curves, 0);
        assertTrue(none.startsWith("Here doing nothing is better"), none);
        assertTrue(Words.isNothingBetter(curves, 0));
        double below = Words.nothingBetterBelow(curves.network().orElseThrow()).orElseThrow();
        assertTrue(below > 0 && below <= 0.6, "from " + below);
    }

    @Test
    void whileTheHandMovesTheCurveWaits() throws InterruptedException {
        CountDownLatch busy = Workers.hold(bench.inference);
        model.kindProperty().set(NoiseKind.MASKING);
        model.tick();
        model.levelProperty().set(0.11);
        model.tick();
        busy.countDown();
        for (int i = 0; i < 30; i++) {
            bench.answer();
            model.tick();
        }
        assertFalse(model.curvesProperty().get().network().orElseThrow().isComplete());
        bench.settle();
        assertTrue(model.curvesProperty().get().network().orElseThrow().isComplete());
    }

    @Test
    void hiddenItComputesNothing() throws InterruptedException {
        model.shownProperty().set(false);
        int before = bench.seen.size();
        model.levelProperty().set(0.5);
        bench.settle();
        assertEquals(before, bench.seen.size());
    }

    @Test
    void imagesOfAnotherSizeAreRefusedInWordsAndComeBack() throws InterruptedException {
        bench.open(Bench.images(5), folder);
        bench.settle();
        assertEquals(
                "This network expects images of 16 pixels; Plain 5 has images of 5×5, 25 pixels. Choose another"
                        + " network, or other data at the bottom of the window.",
                model.problemProperty().get());
        assertTrue(model.picturesProperty().get().isEmpty());
        model.paint(0, 0, 1, 1);
        bench.open(Bench.images(Bench.SIDE), folder);
        bench.settle();
        assertEquals("", model.problemProperty().get());
        assertEquals(10, bench.pictures().columns());
    }

    @Test
    void aShippedNetworkThatCannotTakeTheImagesIsNotChosenByItself() throws InterruptedException {
        try (Bench other = new Bench(folder, Bench.shipped("conv-denoise", Bench.TRAINED, 3))) {
            other.show.training(Bench.snapshot(NoiseSpec.CLEAN, 3, 5));
            Chooser chooser = other.show.showcase.chooser(DenoiseModel.SUITABILITY);
            assertEquals("conv-denoise", chooser.look().name());
            other.open(Bench.images(Bench.SIDE + 1), folder);
            assertTrue(chooser.look().isTraining(), "what was chosen, with a word about it");
        }
    }

    @Test
    void aDenoiserThatTrainsIsFollowedAndOneWithoutNoiseIsNot() throws InterruptedException {
        bench.settle();
        bench.show.training(Bench.snapshot(NoiseSpec.CLEAN, 3, 5));
        bench.settle();
        assertEquals(
                "shipped",
                hourglass.ui.kit.LookWords.state(bench.pictures().compared().look()));
        bench.show.training(Bench.snapshot(Bench.TRAINED, 2, 5));
        bench.settle();
        assertEquals(2, bench.pictures().compared().codeSize());
    }

    @Test
    void aNetworkThatFailsIsSaidAndTheNextOneShown() throws InterruptedException {
        bench.broken = true;
        model.levelProperty().set(0.2);
        bench.answer();
        assertEquals("The network cannot be run.", model.problemProperty().get());
        bench.broken = false;
        model.levelProperty().set(0.21);
        bench.answer();
        assertEquals("", model.problemProperty().get());
        assertEquals(0.21, bench.pictures().question().noise().level());
    }

    @Test
    void aNetworkInTrainingIsFollowedAndItsOldCurveStaysUntilTheNewOne() throws InterruptedException {
        bench.show.training(Bench.snapshot(Bench.TRAINED, 3, 5));
        bench.settle();
        assertTrue(bench.pictures().compared().look().isTraining());
        var curve = model.curvesProperty().get().network().orElseThrow();
        bench.show.training(Bench.snapshot(Bench.TRAINED, 3, 9));
        assertTrue(curve.isComplete());
        for (int i = 0; i < 20; i++) {
            model.tick();
            assertTrue(model.curvesProperty().get().network().orElseThrow().isComplete(), "no gap in between");
            bench.answer();
        }
        assertEquals(9, bench.pictures().compared().look().snapshot().progress().iteration());
    }

    private Runnable late() throws InterruptedException {
        for (int i = 0; i < 1000; i++) {
            Runnable answer = bench.window.poll();
            if (answer != null) {
                return answer;
            }
            Thread.sleep(10);
        }
        throw new AssertionError("waited in vain");
    }

    @Test
    void aPictureOfTheSliderOnItsWayIsShownAlthoughTheRunWentOn() throws InterruptedException {
        bench.show.training(Bench.snapshot(Bench.TRAINED, 3, 5));
        bench.settle();
        model.levelProperty().set(0.5);
        Runnable late = late();
        bench.show.training(Bench.snapshot(Bench.TRAINED, 3, 9));
        CountDownLatch busy = Workers.hold(bench.inference);
        model.tick();
        late.run();
        assertEquals(0.5, bench.pictures().question().noise().level());
        busy.countDown();
    }

    @Test
    void whyThereIsNoCurveIsSaidAndItIsTriedAgain() throws InterruptedException {
        bench.broken = true;
        model.kindProperty().set(NoiseKind.MASKING);
        bench.settle();
        assertEquals("The network cannot be run.", model.curveProblemProperty().get());
        bench.broken = false;
        model.shownProperty().set(false);
        model.tick();
        model.shownProperty().set(true);
        bench.settle();
        assertEquals("", model.curveProblemProperty().get());
        assertTrue(model.curvesProperty().get().network().orElseThrow().isComplete());
    }

    private static List<Integer> tests(Bench bench) {
        return bench.pictures().question().images().stream()
                .map(ChosenImage::index)
                .toList();
    }

    @Test
    void anImageOfOnesOwnStandsFirstAndIsDenoisedToo() throws InterruptedException {
        bench.settle();
        float[] pixels = new float[Bench.SIDE * Bench.SIDE];
        pixels[5] = 1;
        ImageBlock block = ImageBlock.copyOf(Bench.SIDE, Bench.SIDE, pixels);
        bench.show.showcase.useOwn(new OwnImage("Mug", block, Preparation.NONE));
        bench.settle();
        assertEquals("Mug", bench.pictures().name(0));
        assertEquals(0, model.selectedProperty().get());
        assertArrayEquals(pixels, bench.pictures().pixels(PictureRow.ORIGINAL, 0));
        assertEquals(List.of(-1, 0, 1), tests(bench).subList(0, 3));
        bench.show.showcase.forgetOwn();
        bench.settle();
        assertEquals(0, tests(bench).get(0));
    }

    @Test
    void imagesOfOnesOwnAreSpoiltRepairedAndMeasured() throws InterruptedException {
        bench.show.training(Bench.snapshot(108, Bench.TRAINED, 3, 5));
        bench.open(Bench.own(), folder);
        bench.settle();
        assertEquals("", model.problemProperty().get());
        assertEquals(10, bench.pictures().columns());
        assertEquals(108, bench.pictures().pixels(PictureRow.DENOISED, 9).length);
        model.labelProperty().set(2);
        model.paint(0, 0, 11, 8);
        bench.settle();
        assertEquals(List.of(2, 5, 8, 11, 14, 17), tests(bench));
        assertEquals(20, model.curvesProperty().get().network().orElseThrow().images());
    }

    @Test
    void answersAboutTheNetworkBeforeAreDropped() throws InterruptedException {
        model.levelProperty().set(0.5);
        bench.show.training(Bench.snapshot(new NoiseSpec(NoiseKind.MASKING, 0.4), 2, 5));
        Runnable late = null;
        for (int i = 0; i < 200 && late == null; i++) {
            Thread.onSpinWait();
            late = bench.window.poll();
            if (late == null) {
                Thread.sleep(10);
            }
        }
        model.tick();
        assertTrue(late != null);
        late.run();
        boolean stale = bench.pictures().compared().codeSize() == 3
                && bench.pictures().question().noise().level() == 0.5;
        assertFalse(stale);
        bench.answer();
        assertEquals(2, bench.pictures().compared().codeSize());
    }

    @Test
    void whatIsPaintedClearedAndChosenIsTakenBack() throws InterruptedException {
        History history = new History(() -> 0);
        model.remember(history);
        model.select(2);
        model.brushProperty().set(new BrushTip(BrushTip.Ink.WHITE, 1));
        model.paint(0, 1, 3, 1);
        model.clearDrawing();
        assertEquals("painting cleared", history.undo().orElseThrow());
        bench.answer();
        assertEquals(1, bench.pictures().pixels(PictureRow.NOISY, 2)[5]);
        assertEquals("painted damage", history.undo().orElseThrow());
        bench.answer();
        assertTrue(bench.pictures().pixels(PictureRow.NOISY, 2)[5] < 1);
        history.redo();
        bench.answer();
        assertEquals(1, bench.pictures().pixels(PictureRow.NOISY, 2)[5]);
        history.undo();
        assertEquals("image chosen", history.undo().orElseThrow());
        assertEquals(0, model.selectedProperty().get());
        model.labelProperty().set(2);
        assertEquals("class chosen", history.undo().orElseThrow());
        assertEquals(-1, model.labelProperty().get());
    }
}
