package hourglass.ui.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.color.Token;
import hourglass.testing.Painted;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Fonts;
import hourglass.ui.pictures.ImageGridView.Caption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

class ImageGridViewTest {
    /** Around all tiles. */
    private static final int MARGIN = 3;

    private static final int FACTOR = 4;
    /** From one tile to the next: two image pixels of four, and the gap. */
    private static final int STEP = 2 * FACTOR + 8;

    /** Images of 2 × 2 greys, every pixel of every image another one. */
    private static ImageTiles tiles(int count) {
        List<int[]> images = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            images.add(new int[] {grey(i, 0, 0), grey(i, 1, 0), grey(i, 0, 1), grey(i, 1, 1)});
        }
        return ImageTiles.of(images, 2, 2);
    }

    private static int level(int image, int x, int y) {
        return 30 + 24 * image + (y * 2 + x) * 6;
    }

    private static int grey(int image, int x, int y) {
        return 0xFF000000 | level(image, x, y) * 0x010101;
    }

    private static Painted shown(int width, int height, Consumer<ImageGridView> set) {
        return Painted.of(width, height, () -> new ImageGridView(new Appearance()), set);
    }

    /** Fails unless image {@code i} fills the place of this column and row, pixel by pixel, unblurred and unstretched. */
    private static void assertTile(Painted picture, int i, int column, int row) {
        for (int y = 0; y < 2 * FACTOR; y++) {
            for (int x = 0; x < 2 * FACTOR; x++) {
                int wanted = level(i, x / FACTOR, y / FACTOR);
                Color found = picture.at(MARGIN + column * STEP + x, MARGIN + row * STEP + y);
                assertEquals(wanted, Math.round(found.getRed() * 255), "image " + i + " at " + x + ", " + y);
            }
        }
    }

    @Test
    void imagesStandInTheirOrderRowByRowAndPixelByPixel() {
        Painted picture = shown(34, 60, grid -> grid.columns(2).scale(FACTOR).show(tiles(5)));
        for (int i = 0; i < 5; i++) {
            assertTile(picture, i, i % 2, i / 2);
        }
        picture.assertIs(MARGIN + STEP + 4, MARGIN + 2 * STEP + 4, Token.SURFACE, "nothing after the last");
    }

    @Test
    void asRowsEachBeginsAtTheLeftThoughNotAllColumnsFit() {
        Painted picture = shown(34, 60, grid -> grid.rows(2).scale(FACTOR).show(tiles(6)));
        assertTile(picture, 0, 0, 0);
        int down = firstRowOf(picture, level(3, 0, 0));
        assertEquals(MARGIN, firstColumnOf(picture, level(3, 0, 0)), "the second row begins with the fourth image");
        assertTrue(down > MARGIN + 2 * FACTOR, "below the first");
        assertEquals(-1, firstColumnOf(picture, level(2, 0, 0)), "the third of the first row has no room");
    }

    private static int firstColumnOf(Painted picture, int level) {
        for (int x = 0; x < picture.width(); x++) {
            for (int y = 0; y < picture.height(); y++) {
                if (Math.round(picture.at(x, y).getRed() * 255) == level && isGrey(picture.at(x, y))) {
                    return x;
                }
            }
        }
        return -1;
    }

    private static int firstRowOf(Painted picture, int level) {
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                if (Math.round(picture.at(x, y).getRed() * 255) == level && isGrey(picture.at(x, y))) {
                    return y;
                }
            }
        }
        return -1;
    }

    private static boolean isGrey(Color color) {
        return color.getRed() == color.getGreen() && color.getGreen() == color.getBlue();
    }

    @Test
    void theChosenOneAloneIsFramed() {
        Painted picture = shown(34, 60, grid -> {
            grid.columns(2).scale(FACTOR).show(tiles(4));
            grid.selectedProperty().set(2);
        });
        picture.assertIs(MARGIN - 2, MARGIN + STEP + 4, Token.SELECTION, "left of the third");
        picture.assertIs(MARGIN + 4, MARGIN + STEP + 2 * FACTOR + 1, Token.SELECTION, "below the third");
        assertFalse(picture.is(MARGIN - 2, MARGIN + 4, Token.SELECTION), "not the first");
        assertFalse(picture.is(MARGIN + STEP + 2 * FACTOR + 1, MARGIN + STEP + 4, Token.SELECTION), "not the fourth");
        assertTile(picture, 2, 0, 1);
    }

    @Test
    void captionsStandBelowTheirOwnImagesWithTheirMarks() {
        Painted picture = shown(160, 60, grid -> {
            grid.columns(2).scale(FACTOR).gap(60).show(tiles(2));
            grid.captions(List.of(new Caption("bag", Token.CLASS_1), new Caption("0.5", null)));
        });
        int below = MARGIN + 2 * FACTOR;
        assertTrue(picture.says(0, below, 20, 40, "bag", Fonts.words(14), Token.INK_SOFT), "under the first");
        assertTrue(picture.says(68, below, 80, 40, "0.5", Fonts.numbers(14), Token.INK_SOFT), "under the second");
        assertTrue(picture.count(MARGIN, below, MARGIN + 9, 40, Token.CLASS_1) > 30, "the mark before the word");
        assertEquals(0, picture.count(60, 0, 160, 60, Token.CLASS_1));
    }

    @Test
    void otherImagesOfTheSameSizeTakeTheirPlaces() {
        ImageTiles other = ImageTiles.of(List.of(new int[] {0xFF808080, 0xFF808080, 0xFF808080, 0xFF808080}), 2, 2);
        Painted picture = shown(34, 60, grid -> {
            grid.columns(2).scale(FACTOR).show(tiles(1));
            grid.show(other);
        });
        picture.assertIs(MARGIN + 1, MARGIN + 1, Color.rgb(128, 128, 128), "the new one, at its own grey");
    }

    @Test
    void aClickNamesTheImageUnderIt() {
        List<Integer> clicked = new ArrayList<>();
        shown(34, 60, grid -> {
            grid.columns(2).scale(FACTOR).onClick(clicked::add).show(tiles(4));
            grid.resize(34, 60);
            grid.layout();
            click(grid, STEP + 4, 4);
            click(grid, 4, STEP + 4);
        });
        assertEquals(List.of(1, 2), clicked);
    }

    private static void click(ImageGridView grid, double x, double y) {
        grid.fireEvent(new MouseEvent(
                MouseEvent.MOUSE_CLICKED,
                x,
                y,
                x,
                y,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                true,
                null));
    }

    @Test
    void labelsStandBesideTheirRows() {
        Appearance appearance = new Appearance();
        Painted picture = Painted.of(
                100,
                90,
                () -> {
                    ImageGridView grid = new ImageGridView(appearance);
                    grid.rows(2).scale(20).show(tiles(2));
                    grid.resize(60, 90);
                    return new RowLabels(appearance, grid);
                },
                labels -> labels.show(
                        List.of(new RowLabels.Row("Original", ""), new RowLabels.Row("Network", "0.0123"))));
        assertTrue(picture.says(0, 0, 10, 40, "Original", Fonts.strongWords(16), Token.INK), "the first row");
        assertTrue(picture.says(0, 45, 10, 90, "Network", Fonts.strongWords(16), Token.INK), "the second");
        assertTrue(picture.says(0, 45, 10, 90, "0.0123", Fonts.numbers(14), Token.INK_SOFT), "with its number");
    }
}
