package hourglass.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DenoisingFigureTest {
    private static float[] images(float value) {
        float[] pixels = new float[3 * 784];
        Arrays.fill(pixels, value);
        return pixels;
    }

    @Test
    void eachWayToRepairIsARowOfItsOwn() {
        DenoisingFigure figure = new DenoisingFigure(28, 28, images(0), images(0.5f), "Gaussian 0.2");
        BufferedImage before = figure.strip("two rows").draw(FigureStyle.light(), 1);
        Figure strip = figure.with("Denoised", images(0.1f))
                .with("Median 3×3", images(0.2f))
                .strip("four rows");
        BufferedImage drawn = strip.draw(FigureStyle.light(), 1);
        assertTrue(drawn.getHeight() > before.getHeight() + 150, drawn.getHeight() + " after " + before.getHeight());
        assertEquals("four rows", strip.caption());
    }

    @Test
    void aRowWithoutItsImagesIsRefused() {
        DenoisingFigure figure = new DenoisingFigure(28, 28, images(0), images(1), "Gaussian 0.2");
        assertThrows(
                IllegalArgumentException.class,
                () -> new DenoisingFigure(28, 28, images(0), new float[784], "Gaussian 0.2"));
        assertThrows(IllegalArgumentException.class, () -> figure.with("Denoised", new float[784]));
    }
}
