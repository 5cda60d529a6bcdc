package hourglass.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.ImageBlock;
import hourglass.session.run.EpochStrips;
import hourglass.testing.RunScene;
import java.awt.Color;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingAnimationTest {
    @TempDir
    Path folder;

    private static ImageBlock grey(int level) {
        float[] pixels = new float[2 * 784];
        Arrays.fill(pixels, level / 255f);
        return ImageBlock.copyOf(28, 28, pixels);
    }

    private static EpochStrips.Seen seen(EpochStrips.Strip... strips) {
        ImageBlock originals = grey(200);
        return new EpochStrips.Seen(
                RunScene.dense(12), "Garments", List.of("Bag", "Coat"), originals, originals, List.of(strips));
    }

    private static List<GifFrame> frames() {
        return TrainingAnimation.of(seen(
                        new EpochStrips.Strip(0, grey(20)),
                        new EpochStrips.Strip(1, grey(120)),
                        new EpochStrips.Strip(12, grey(199))))
                .frames(FigureStyle.dark(), 1);
    }

    private static PageProbe.Box only(GifFrame frame, int grey) {
        List<PageProbe.Box> found = new PageProbe(frame.image()).boxes(new Color(grey, grey, grey), 1000);
        assertEquals(2, found.size(), "images of grey " + grey);
        return found.get(0);
    }

    @Test
    void eachPictureShowsItsEpochBelowTheSameOriginals() {
        List<GifFrame> frames = frames();
        assertEquals(3, frames.size());
        int[] greys = {20, 120, 199};
        for (int i = 0; i < 3; i++) {
            PageProbe.Box original = only(frames.get(i), 200);
            PageProbe.Box again = only(frames.get(i), greys[i]);
            assertTrue(again.top() > original.bottom(), "below");
            assertEquals(original.left(), again.left());
            assertEquals(only(frames.get(0), 200), original, "it stands still");
            assertEquals(frames.get(0).image().getWidth(), frames.get(i).image().getWidth());
        }
        assertTrue(frames.get(1).shown().compareTo(frames.get(2).shown()) < 0, "it rests at the end");
    }

    @Test
    void theEpochAndTheErrorStandBesideIt() throws Exception {
        // What the letters say is read where they are letters.
        EpochStrips.Seen seen = seen(new EpochStrips.Strip(0, grey(200)), new EpochStrips.Strip(7, grey(149)));
        Animation animation = TrainingAnimation.of(seen);
        Path file = folder.resolve("last.svg");
        animation.last().write(file, FigureStyle.dark(), FigureSize.scaled(1));
        String svg = Files.readString(file);
        assertTrue(svg.contains(">Epoch 7</text>"), svg);
        assertTrue(svg.contains(">MSE 0.0400</text>"), "(51 / 255)²");
        assertTrue(svg.contains(">Coat</text>"));
        assertTrue(svg.contains("epoch 7 · seed"), "where it comes from");
    }

    @Test
    void withoutAnEpochThereIsNothingToShow() {
        assertThrows(IllegalArgumentException.class, () -> TrainingAnimation.of(seen()));
    }
}
