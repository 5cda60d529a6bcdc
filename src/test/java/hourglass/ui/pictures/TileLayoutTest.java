package hourglass.ui.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TileLayoutTest {
    private final TileLayout layout = new TileLayout(4, 3, 84, 84, 8, 10, 20);

    @Test
    void findsEveryTileAtItsOwnMiddle() {
        for (int i = 0; i < layout.capacity(); i++) {
            assertEquals(i, layout.indexAt(layout.x(i) + 42, layout.y(i) + 42));
        }
    }

    @Test
    void findsNothingInGapsAndOutside() {
        assertEquals(-1, layout.indexAt(layout.x(0) + 88, 40));
        assertEquals(-1, layout.indexAt(-5, 10));
        assertEquals(-1, layout.indexAt(10, layout.height() + 40));
        assertEquals(-1, layout.indexAt(layout.width() + 20, 10));
    }

    @Test
    void spreadingFillsTheWidthButMovesNoTileOut() {
        TileLayout wide = layout.spreadOver(layout.width() + 30, layout.height() + 500);
        assertEquals(layout.gapX() + 10, wide.gapX());
        assertEquals(layout.gapY() + 24, wide.gapY());
        assertTrue(wide.width() <= layout.width() + 30);
    }

    @Test
    void scalesAreWholeDevicePixels() {
        assertEquals(3, TileLayout.wholeScale(90, 28, 1));
        assertEquals(1, TileLayout.wholeScale(3, 28, 1));
        assertEquals(4 / 1.5, TileLayout.wholeScale(84, 28, 1.5), 1e-12);
    }

    @Test
    void tilesKeepTheirPixels() {
        ImageTiles tiles = ImageTiles.of(List.of(new int[] {1, 2, 3, 4}, new int[] {5, 6, 7, 8}), 2, 2);
        assertEquals(2, tiles.count());
        assertEquals(7, tiles.argb(1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> ImageTiles.ofPacked(new int[5], 2, 2));
    }
}
