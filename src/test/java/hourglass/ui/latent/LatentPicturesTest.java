package hourglass.ui.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.color.Token;
import hourglass.core.latent.Lattice;
import hourglass.testing.Painted;
import hourglass.ui.pictures.ImageTiles;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatentPicturesTest extends LatentFixture {
    /** Images of 2 × 1 pixels; the left one is as bright as the image's number times {@code step}. */
    private static ImageTiles tiles(int count, int step) {
        List<int[]> images = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            images.add(new int[] {0xff000000 | i * step * 0x010101, 0xff0000ff});
        }
        return ImageTiles.of(images, 2, 1);
    }

    @Test
    void tilesLieSideBySideRowByRow() {
        Painted drawn = Painted.of(() -> LargeImage.drawn(tiles(7, 40), 1, 3, 2));
        assertEquals(6, drawn.width());
        assertEquals(2, drawn.height());
        assertEquals(40, drawn.grey(0, 0));
        assertEquals(80, drawn.grey(2, 0));
        assertEquals(160, drawn.grey(0, 1));
        assertEquals(240, drawn.grey(4, 1));
        assertEquals(1, drawn.at(5, 1).getBlue(), 1e-6);
    }

    @Test
    void aLargeImageFillsItsPlaceInWholeSteps() {
        Painted drawn = Painted.of(() -> {
            LargeImage pane = new LargeImage(Painted.LOOKS, () -> {});
            pane.resize(45, 60);
            pane.show(ImageTiles.of(List.of(new int[] {0xffffffff, 0xff000000, 0xff000000, 0xff0000ff}), 2, 2));
            return Painted.photo(pane);
        });
        // Twenty-two screen pixels each, in the middle of the height.
        assertTrue(drawn.is(0, 7, Painted.color(Token.SURFACE)));
        assertEquals(255, drawn.grey(0, 8));
        assertEquals(255, drawn.grey(19, 27));
        assertEquals(0, drawn.grey(24, 27));
        assertEquals(0, drawn.grey(2, 32));
        assertEquals(1, drawn.at(43, 51).getBlue(), 1e-6);
        assertTrue(drawn.is(44, 51, Painted.color(Token.SURFACE)));
    }

    @Test
    void aStripShowsEveryThirdOfItsPictures() {
        Strip strip = new Strip(null, tiles(PathModel.FINE, 9));
        ImageTiles frames = strip.frames();
        assertEquals(PathModel.FRAMES, frames.count());
        assertEquals(0, frames.argb(0, 0, 0) & 0xff);
        assertEquals(27, frames.argb(1, 0, 0) & 0xff);
        assertEquals(9 * 27, frames.argb(9, 0, 0) & 0xff);
        float[] values = strip.fine().greys().toArray();
        assertEquals(2 * PathModel.FINE, values.length);
        assertEquals(9 / 255f, values[2]);
        assertEquals(1, values[3]);
        assertEquals(18 / 255f, values[4]);
    }

    @Test
    void quantilesAscendToTheRightAndUpwardsAndTheHandlesCellIsFramed() throws InterruptedException {
        Bench bench = variational();
        bench.settle();
        QuantilePane pane = Painted.onWindowThread(() -> {
            QuantilePane made = new QuantilePane(
                    Painted.LOOKS, bench.model.space(), bench.model.manifold(), spot -> bench.model.moveTo(0, 0));
            made.resize(200, 200);
            return made;
        });
        Lattice wanted = bench.model.manifold().latticeProperty().get();
        assertEquals(QuantilePane.SIDE, wanted.columns());
        assertEquals(1.645, wanted.x(19), 1e-3, "0.95 of a normal distribution lies below");
        assertEquals(-1.645, wanted.x(0), 1e-3);
        assertEquals(1.645, wanted.y(0), 1e-3);
        assertEquals(-1.645, wanted.y(19), 1e-3);
        bench.settle();
        bench.model.moveTo(wanted.x(15), wanted.y(2));
        bench.settle();
        Painted drawn = Painted.of(() -> Painted.photo(pane));
        // Two by two pixels of five screen pixels: bright at the left where x > 1, at the right where y > 1.
        assertEquals(0, drawn.grey(2, 2), "x is small at the left");
        assertEquals(255, drawn.grey(7, 2), "y is large at the top");
        assertEquals(255, drawn.grey(192, 192), "x is large at the right");
        assertEquals(0, drawn.grey(197, 192), "y is small at the bottom");
        assertTrue(drawn.is(150, 25, Painted.color(Token.SELECTION)), "a frame at the left of its cell");
        assertTrue(drawn.is(155, 30, Painted.color(Token.SELECTION)), "and below it");
    }

    @Test
    void theHandlesMiddleIsWhereItIsPut() {
        double[] middle = Painted.onWindowThread(() -> {
            HandleMark mark = new HandleMark();
            mark.moveTo(50, 60);
            return new double[] {
                mark.getBoundsInParent().getCenterX(), mark.getBoundsInParent().getCenterY()
            };
        });
        assertArrayEquals(new double[] {50, 60}, middle, 0.5);
    }
}
