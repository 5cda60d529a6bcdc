package hourglass.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hourglass.core.data.ImageBlock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StripContentTest {
    /** Two images of 1 × 2 pixels. */
    private static ImageBlock block(float... pixels) {
        return ImageBlock.copyOf(2, 1, pixels);
    }

    private static final ImageBlock ORIGINALS = block(0, 1, 0.5f, 0.5f);

    private final StripContent content = StripContent.of(
            List.of(StripRow.ORIGINAL, StripRow.NETWORK, StripRow.PCA),
            ORIGINALS,
            Map.of(StripRow.PCA, block(0, 1, 0.5f, 0.1f), StripRow.NETWORK, block(0.2f, 1, 0.5f, 0.5f)));

    @Test
    void everyRowShowsItsOwnImages() {
        assertEquals(2, content.columns());
        assertEquals(List.of(0, 255, 128, 128), greys(0));
        assertEquals(List.of(51, 255, 128, 128), greys(1));
        assertEquals(List.of(0, 255, 128, 26), greys(2));
    }

    private List<Integer> greys(int row) {
        int first = row * 2;
        return List.of(grey(first, 0), grey(first, 1), grey(first + 1, 0), grey(first + 1, 1));
    }

    private int grey(int tile, int x) {
        return content.tiles().argb(tile, x, 0) & 255;
    }

    @Test
    void everyErrorIsThatOfItsRowAndColumn() {
        assertEquals("0.0200", content.errorOf(1, 0), "0.2² in one of two pixels");
        assertEquals("0.0000", content.errorOf(1, 1));
        assertEquals("0.0000", content.errorOf(2, 0));
        assertEquals("0.0800", content.errorOf(2, 1), "0.4² in one of two pixels");
        assertEquals("0.0100", content.errorOf(1), "the mean of a row");
        assertEquals("0.0400", content.errorOf(2));
    }

    @Test
    void whatIsNotYetKnownIsADash() {
        StripContent early =
                StripContent.of(List.of(StripRow.ORIGINAL, StripRow.NETWORK, StripRow.PCA), ORIGINALS, Map.of());
        assertEquals("–", early.errorOf(1));
        assertEquals("–", early.errorOf(2, 1));
    }
}
