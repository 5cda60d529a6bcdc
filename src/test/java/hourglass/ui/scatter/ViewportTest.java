package hourglass.ui.scatter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ViewportTest {
    private final Viewport view = Viewport.showing(-2, 1, 6, 3, 400, 300, 20);

    @Test
    void showsARectangleWholeAndUndistorted() {
        assertEquals(20, view.screenX(-2), 1e-9);
        assertEquals(380, view.screenX(6), 1e-9);
        assertEquals(150, view.screenY(2), 1e-9);
        assertTrue(view.screenY(3) < view.screenY(1), "larger is higher");
        assertEquals(view.screenX(1) - view.screenX(0), view.screenY(0) - view.screenY(1), 1e-9);
    }

    @Test
    void screenAndDataAreInverse() {
        assertEquals(4.25, view.dataX(view.screenX(4.25)), 1e-9);
        assertEquals(-1.5, view.dataY(view.screenY(-1.5)), 1e-9);
    }

    @Test
    void zoomingKeepsWhatLiesUnderThePointer() {
        Viewport nearer = view.zoomed(3, 77, 210);
        assertEquals(view.dataX(77), nearer.dataX(77), 1e-9);
        assertEquals(view.dataY(210), nearer.dataY(210), 1e-9);
        assertEquals(3 * view.scale(), nearer.scale(), 1e-9);
    }

    @Test
    void panningMovesWithTheHand() {
        Viewport moved = view.panned(30, -12);
        assertEquals(view.screenX(1) + 30, moved.screenX(1), 1e-9);
        assertEquals(view.screenY(1) - 12, moved.screenY(1), 1e-9);
    }

    @Test
    void aScaleThatIsNoNumberIsReplaced() {
        assertEquals(1, new Viewport(0, 0, Double.NaN, 10, 10).scale());
        assertTrue(Viewport.showing(5, 5, 5, 5, 100, 100, 10).scale() > 0);
    }
}
