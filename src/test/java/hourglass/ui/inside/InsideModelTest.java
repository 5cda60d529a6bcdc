package hourglass.ui.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.spec.Preset;
import hourglass.ui.inside.InsideModel.Inside;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InsideModelTest {
    private static Inside shown(Bench bench) {
        return bench.model.insideProperty().get().orElseThrow();
    }

    @Test
    void beginsWithABootAndStepsThroughAClass() throws InterruptedException {
        try (Bench bench = new Bench(Preset.DENSE_64, Runnable::run)) {
            bench.settle();
            assertEquals(9, bench.data.test().label(shown(bench).image().index()));
            int first = shown(bench).image().index();
            bench.model.step(1);
            bench.settle();
            assertEquals(first + 1, shown(bench).image().index(), "of any class");
            bench.model.labelProperty().set(3);
            bench.settle();
            int dress = shown(bench).image().index();
            assertEquals(3, bench.data.test().label(dress));
            bench.model.step(1);
            bench.settle();
            assertTrue(shown(bench).image().index() > dress);
            assertEquals(3, bench.data.test().label(shown(bench).image().index()));
            bench.model.step(-1);
            bench.settle();
            assertEquals(dress, shown(bench).image().index());
        }
    }

    @Test
    void aDenoiserIsGivenNoise() throws InterruptedException {
        try (Bench bench = new Bench(Preset.CONV_DENOISE, Runnable::run)) {
            bench.settle();
            assertTrue(bench.model.spoilingProperty().get());
            assertTrue(shown(bench).input().isNoisy());
            bench.model.spoilingProperty().set(false);
            bench.settle();
            assertEquals(
                    shown(bench).walk().original()[400], shown(bench).walk().into(0)[400]);
        }
    }

    @Test
    void anotherDrawIsAnother() throws InterruptedException {
        try (Bench bench = new Bench(Preset.VAE_2, Runnable::run)) {
            bench.settle();
            float before = shown(bench).walk().code()[0];
            bench.model.drawAgain();
            bench.settle();
            assertNotEquals(before, shown(bench).walk().code()[0]);
        }
    }

    @Test
    void imagesOfAnotherSizeAreRefusedInWords() throws InterruptedException {
        try (Bench bench = new Bench(Bench.snapshot(Preset.DENSE_64, 8), Runnable::run)) {
            bench.settle();
            assertTrue(bench.model.insideProperty().get().isEmpty());
            String said = bench.model.problemProperty().get();
            assertTrue(said.startsWith("This network expects 8×8 images; "), said);
        }
    }

    @Test
    void theWalkIsPlayedStageByStage() throws InterruptedException {
        try (Bench bench = new Bench(Preset.DENSE_64, Runnable::run)) {
            bench.settle();
            assertEquals(InsideModel.ALL, bench.model.litProperty().get());
            bench.model.play();
            bench.settle();
            assertEquals(1, bench.model.litProperty().get());
            bench.nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(1500));
            bench.settle();
            assertEquals(3, bench.model.litProperty().get());
            bench.nanos.addAndGet(TimeUnit.SECONDS.toNanos(2));
            bench.settle();
            assertEquals(InsideModel.ALL, bench.model.litProperty().get());
        }
    }

    @Test
    void unseenItComputesNothing() throws InterruptedException {
        try (Bench bench = new Bench(Preset.DENSE_64, Runnable::run)) {
            bench.model.shownProperty().set(false);
            bench.settle();
            assertTrue(bench.model.insideProperty().get().isEmpty());
        }
    }
}
