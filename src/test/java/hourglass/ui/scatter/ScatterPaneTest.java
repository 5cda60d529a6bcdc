package hourglass.ui.scatter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.color.Token;
import hourglass.testing.Painted;
import hourglass.ui.kit.Appearance;
import hourglass.ui.pictures.ImageTiles;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

/** Three points on a square of 200 pixels with a margin of 12: lower left, upper right, upper left. */
class ScatterPaneTest {
    private static final ScatterPoints POINTS = ScatterPoints.of(new float[] {0, 0, 1, 1, 0, 1}, new int[] {0, 1, 2});

    private static Painted shown(ScatterPoints points, Consumer<ScatterPane> set) {
        return Painted.of(200, 200, () -> new ScatterPane(new Appearance()), pane -> {
            pane.resize(200, 200);
            pane.points(points);
            set.accept(pane);
        });
    }

    private static Color ofClass(int index) {
        return Painted.LOOKS.colors().ofClass(index);
    }

    @Test
    void upIsUpRightIsRightAndEveryPointHasTheColourOfItsClass() {
        Painted picture = shown(POINTS, pane -> {});
        picture.assertIs(12, 188, ofClass(0), "0, 0 at the lower left");
        picture.assertIs(188, 12, ofClass(1), "1, 1 at the upper right");
        picture.assertIs(12, 12, ofClass(2), "0, 1 at the upper left");
        picture.assertIs(188, 188, Token.SURFACE, "nothing at the lower right");
        picture.assertIs(12, 196, Token.SURFACE, "a dot is small");
    }

    @Test
    void anIsolatedClassStandsOutFromTheOthers() {
        Painted picture = shown(POINTS, pane -> pane.isolatedClassProperty().set(1));
        picture.assertIs(188, 12, ofClass(1), "the isolated one as ever");
        assertFalse(picture.is(12, 188, ofClass(0)), "the others pale");
        assertFalse(picture.is(12, 188, Token.SURFACE), "but there");
    }

    @Test
    void theSelectedAreLargerAndRimmed() {
        Painted picture = shown(POINTS, pane -> {
            PointSelection selection = PointSelection.where(3, point -> point == 2);
            pane.selectionProperty().set(selection);
        });
        picture.assertIs(12, 12, ofClass(2), "its colour stays");
        assertTrue(picture.count(0, 0, 24, 24, Token.INK) > 3, "with a rim");
        assertEquals(0, picture.count(176, 0, 200, 24, Token.INK), "that the others have not");
    }

    @Test
    void theOneUnderThePointerIsRinged() {
        Painted picture = shown(POINTS, pane -> pane.hoveredProperty().set(0));
        assertTrue(picture.count(12, 176, 30, 200, Token.INK) > 5, "around it");
        assertEquals(0, picture.count(100, 0, 200, 100, Token.INK), "not around another");
    }

    @Test
    void aPlaceFindsThePointDrawnThere() {
        shown(POINTS, pane -> {
            assertEquals(0, pane.pointNear(12, 188));
            assertEquals(1, pane.pointNear(188, 12));
            assertEquals(-1, pane.pointNear(100, 100));
        });
    }

    @Test
    void imagesStandUprightInTheColourOfTheirClass() {
        int[] bright = new int[16];
        java.util.Arrays.fill(bright, 0xFF000000);
        bright[0] = 0xFFFFFFFF;
        ScatterPoints points = POINTS.withImages(ImageTiles.of(List.of(bright, bright, bright), 4, 4));
        Painted picture = shown(points, pane -> pane.lookProperty().set(PointLook.IMAGES));
        // Twice as large as its 4 pixels, around the place of the point.
        long[] corners = new long[4];
        for (int corner = 0; corner < 4; corner++) {
            int left = 184 + (corner % 2) * 4;
            int top = 8 + (corner / 2) * 4;
            corners[corner] = countOf(picture, left, top, ofClass(1));
        }
        assertTrue(corners[0] == 4, "bright at the upper left");
        assertEquals(0, corners[1] + corners[2] + corners[3], "dark elsewhere, and not enlarged by smoothing");
    }

    private static long countOf(Painted picture, int left, int top, Color color) {
        long found = 0;
        for (int y = top; y < top + 4; y++) {
            for (int x = left; x < left + 4; x++) {
                found += picture.is(x, y, color) ? 1 : 0;
            }
        }
        return found;
    }

    @Test
    void blendingIsThatOfTheTextbook() {
        assertEquals(0x80804020, Raster.faded(0xFFFF8040, 128 / 255.0) & 0xFFFFFFFF, "premultiplied");
        assertEquals(0xFF7F7F7F, Raster.mixed(0xFF000000, 0xFFFEFEFE, 0.5));
        assertEquals(0xFF102030, Raster.mixed(0xFF102030, 0xFFFEFEFE, 0), "0 is the first");
        assertEquals(0xFFFEFEFE, Raster.mixed(0xFF102030, 0xFFFEFEFE, 1), "1 is the second");
        int half = Raster.faded(0xFFFFFFFF, 128 / 255.0);
        Color over = Painted.onWindowThread(() -> {
            Raster raster = new Raster(3, 2);
            raster.blend(new int[] {0xFF0000FF}, 1, 2, 1);
            raster.blend(new int[] {half}, 1, 2, 1);
            raster.blend(new int[] {0xFF00FF00, 0, 0, 0}, 2, -5, -5);
            return raster.finished().getPixelReader().getColor(2, 1);
        });
        assertEquals(128, over.getRed() * 255, 1, "half of the white above");
        assertEquals(255, over.getBlue() * 255, 1, "and the blue below");
    }
}
