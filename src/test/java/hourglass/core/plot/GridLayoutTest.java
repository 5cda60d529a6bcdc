package hourglass.core.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GridLayoutTest {
    @Test
    void takesTheLargestWholeScaleAndCentres() {
        GridLayout grid = GridLayout.fit(100, 60, 3, 10, 2);
        assertEquals(3, grid.scale());
        assertEquals(3, grid.columns());
        assertEquals(1, grid.rows());
        assertEquals(3, grid.offsetX());
        assertEquals(15, grid.offsetY());
        assertEquals(35, grid.x(1));
    }

    @Test
    void whatDoesNotFitRunsOutAtTheBottomAtScaleOne() {
        GridLayout grid = GridLayout.fit(25, 10, 9, 10, 1);
        assertEquals(1, grid.scale());
        assertEquals(2, grid.columns());
        assertEquals(5, grid.rows());
        assertEquals(0, grid.offsetY());
    }

    @Test
    void emptyGridsAndEmptyPlacesAreFine() {
        assertEquals(0, GridLayout.fit(100, 100, 0, 28, 2).rows());
        assertEquals(1, GridLayout.fit(0, 0, 4, 28, 2).scale());
    }

    @Test
    void everyImageIsFoundWhereItLiesAndNoneInGaps() {
        SplittableRandom random = new SplittableRandom(4);
        for (int round = 0; round < 300; round++) {
            int count = 1 + random.nextInt(60);
            int gap = 1 + random.nextInt(5);
            int side = 1 + random.nextInt(30);
            GridLayout grid = GridLayout.fit(40 + random.nextInt(900), 40 + random.nextInt(900), count, side, gap);
            for (int i = 0; i < count; i++) {
                assertEquals(OptionalInt.of(i), grid.indexAt(grid.x(i), grid.y(i)));
                assertEquals(OptionalInt.of(i), grid.indexAt(grid.x(i) + grid.side() - 1, grid.y(i) + grid.side() - 1));
                assertEquals(OptionalInt.empty(), grid.indexAt(grid.x(i) + grid.side(), grid.y(i)));
            }
            assertEquals(OptionalInt.empty(), grid.indexAt(-1, grid.offsetY()));
            assertEquals(0, grid.side() % side);
            assertTrue(grid.columns() * grid.rows() >= count);
        }
    }

    @Test
    void negativeSizesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> GridLayout.fit(-1, 10, 1, 28, 0));
        assertThrows(IllegalArgumentException.class, () -> GridLayout.fit(10, 10, 1, 0, 0));
    }
}
