package hourglass.ui.scatter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LassoTest {
    @Test
    void aLineWithADentKeepsOutWhatLiesInTheDent() {
        Lasso lasso = new Lasso();
        lasso.add(0, 0);
        lasso.add(10, 0);
        lasso.add(10, 10);
        lasso.add(5, 3);
        lasso.add(0, 10);
        assertTrue(lasso.contains(1, 5));
        assertTrue(lasso.contains(9, 5));
        assertFalse(lasso.contains(5, 6));
        assertFalse(lasso.contains(12, 5));
    }

    @Test
    void aBoxMayBeDrawnInAnyDirection() {
        Lasso lasso = new Lasso();
        lasso.add(8, 9);
        assertTrue(lasso.isEmpty());
        lasso.box(20, 20);
        lasso.box(2, 3);
        assertTrue(lasso.contains(5, 5));
        assertFalse(lasso.contains(15, 15));
    }

    @Test
    void selectionsAreCountedAndAdded() {
        PointSelection even = PointSelection.where(6, point -> point % 2 == 0);
        PointSelection last = PointSelection.where(6, point -> point == 5);
        assertArrayEquals(new int[] {0, 2, 4, 5}, even.and(last).indices());
        assertEquals(3, even.size());
        assertFalse(even.contains(5));
        assertSame(PointSelection.NONE, PointSelection.where(6, point -> false));
    }
}
