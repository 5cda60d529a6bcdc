package hourglass.ui.latent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.color.Token;
import hourglass.core.latent.LatentWindow;
import hourglass.core.latent.Lattice;
import hourglass.engine.model.ModelSnapshot;
import hourglass.testing.Painted;
import hourglass.ui.scatter.Viewport;
import java.util.Optional;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

/** Right of the plane is right and up is up, for the decoded plane, the holes and the circles of the prior. */
class PlaneGroundTest extends LatentFixture {
    private static final int SIDE = 200;
    private static final Color SURFACE = Painted.color(Token.SURFACE);
    /** A unit of the plane is 100 pixels; (0, 0) lies at (50, 150). */
    private static final Viewport VIEW = new Viewport(0.5, 0.5, 100, SIDE, SIDE);

    private Bench settled(ModelSnapshot first) throws InterruptedException {
        Bench bench = bench(first);
        bench.settle();
        return bench;
    }

    private static Painted painted(PlaneGround ground, Backdrop backdrop, Viewport view, Optional<LatentMap> map) {
        return Painted.by(view.width(), view.height(), brush -> ground.paint(brush, view, backdrop, map));
    }

    @Test
    void whatIsDecodedAtAPlaceIsSeenAtThatPlace() throws InterruptedException {
        Bench bench = settled(Bench.snapshot(Bench.plain(2), 1, 1));
        // The first pixel of a picture is as bright as x, the second as y.
        bench.model.manifold().latticeProperty().set(new Lattice(new double[] {0, 1}, new double[] {1, 0}));
        bench.settle();
        PlaneGround ground = new PlaneGround();
        Painted drawn = Painted.onWindowThread(() -> {
            ground.manifold(bench.model.manifold().pictureProperty().get());
            return painted(ground, Backdrop.MANIFOLD, VIEW, Optional.of(bench.map()));
        });
        int dark = drawn.grey(25, 25);
        assertTrue(drawn.grey(75, 25) > dark + 100, "y = 1 is above");
        assertEquals(dark, drawn.grey(75, 125), "y = 0 is below");
        assertTrue(drawn.grey(125, 25) > dark + 100, "x = 1 is at the right");
        assertTrue(drawn.grey(125, 125) > dark + 100, "x = 1 is at the right");
        assertEquals(dark, drawn.grey(25, 125), "x = 0 is at the left");
        assertEquals(dark, drawn.grey(175, 175), "the third and fourth pixel are black");
    }

    @Test
    void groundFarFromEveryCodeIsShaded() throws InterruptedException {
        Bench bench = settled(Bench.snapshot(Bench.plain(2), 1, 1));
        // Codes lie about (0.8, 0) and (0, 0.8).
        LatentWindow window = new LatentWindow(-0.5, 1.5, -0.5, 1.5);
        bench.model.holes().wishProperty().set(Optional.of(new HolesModel.Wish(window, 50, 50)));
        bench.settle();
        PlaneGround ground = new PlaneGround();
        Painted drawn = Painted.onWindowThread(() -> {
            ground.holes(bench.model.holes().holesProperty().get());
            return painted(ground, Backdrop.HOLES, VIEW, Optional.of(bench.map()));
        });
        double right = VIEW.screenX(0.81);
        double low = VIEW.screenY(0.03);
        double left = VIEW.screenX(0.03);
        double high = VIEW.screenY(0.81);
        double free = SURFACE.getRed();
        assertEquals(free, drawn.at(right, low).getRed(), 0.05, "codes are here");
        assertEquals(free, drawn.at(left, high).getRed(), 0.05, "and here");
        assertTrue(drawn.at(right, high).getRed() > free + 0.1, "none here");
        assertTrue(drawn.at(left + 5, low - 5).getRed() > free + 0.1, "nor here");
    }

    @Test
    void aVariationalNetworkHasThreeCirclesAroundZeroAndAPlainOneNone() throws InterruptedException {
        Viewport view = new Viewport(0.5, 0.5, 30, SIDE, SIDE);
        Optional<LatentMap> variational =
                Optional.of(settled(Bench.snapshot(Bench.variational(2), 1, 1)).map());
        Optional<LatentMap> plain =
                Optional.of(settled(Bench.snapshot(Bench.plain(2), 1, 1)).map());
        Painted circles = painted(new PlaneGround(), Backdrop.CODES, view, variational);
        Painted axes = painted(new PlaneGround(), Backdrop.CODES, view, plain);
        for (double sigma = 0.5; sigma <= 3; sigma += 0.5) {
            double x = view.screenX(sigma * Math.sqrt(0.5)) - 2;
            double y = view.screenY(sigma * Math.sqrt(0.5)) - 2;
            boolean whole = sigma == Math.rint(sigma);
            assertEquals(!whole, circles.isAll(SURFACE, x, y, 5, 5), "at " + sigma);
            assertTrue(axes.isAll(SURFACE, x, y, 5, 5), "at " + sigma);
        }
        assertTrue(axes.is(view.screenX(0), 3, Painted.color(Token.GRID)), "the axis through x = 0");
        assertTrue(axes.is(3, view.screenY(0), Painted.color(Token.GRID)), "the axis through y = 0");
    }
}
