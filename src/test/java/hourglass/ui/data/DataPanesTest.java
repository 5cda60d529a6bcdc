package hourglass.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.color.Palette;
import hourglass.core.color.Token;
import hourglass.core.data.DataSet;
import hourglass.core.data.ImageSet;
import hourglass.figures.Figure;
import hourglass.figures.FigureStyle;
import hourglass.session.concurrent.Worker;
import hourglass.session.data.DataService;
import hourglass.testing.NoNetwork;
import hourglass.testing.Painted;
import hourglass.testing.Seen;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said of the data is so. */
class DataPanesTest {
    private final Worker worker = new Worker("io", Thread.NORM_PRIORITY, (name, failure) -> {});
    private final DataSet data = TinyData.winter();
    private DataModel model;
    private DataView view;

    @BeforeEach
    void open() {
        model = new DataModel(new DataService(
                NoNetwork.sources(Path.of("nowhere"), (folder, seed, cancelled) -> data), worker, data));
        view = Painted.onWindowThread(() -> {
            DataView made = new DataView(Painted.LOOKS, model, Optional::empty);
            Painted.LOOKS.apply(new Scene(made, 1300, 800));
            made.applyCss();
            made.layout();
            for (int i = 0; i < 5; i++) {
                model.tick();
            }
            return made;
        });
    }

    @AfterEach
    void end() {
        worker.close();
    }

    private static double mean(ImageSet images) {
        double sum = 0;
        for (int i = 0; i < images.size(); i++) {
            sum += images.rawPixel(i, 0) + images.rawPixel(i, 1);
        }
        return sum / (2 * images.size()) / 255;
    }

    private static double deviation(ImageSet images) {
        double squares = 0;
        for (int i = 0; i < images.size(); i++) {
            for (int p = 0; p < 2; p++) {
                squares += Math.pow(images.rawPixel(i, p) / 255.0 - mean(images), 2);
            }
        }
        return Math.sqrt(squares / (2 * images.size()));
    }

    @Test
    void eachFactStandsBesideItsName() {
        assertEquals("10", Seen.rightOf(view, "training"));
        assertEquals("5", Seen.rightOf(view, "test"));
        assertEquals("2 × 1", Seen.rightOf(view, "pixels"));
        assertEquals(DataWords.decimals(mean(data.test()), 3), Seen.rightOf(view, "pixel mean"));
        assertEquals(DataWords.decimals(deviation(data.test()), 3), Seen.rightOf(view, "deviation"));
        assertEquals("/data/Winter", Seen.rightOf(view, "from"));
        assertEquals("abababab…", Seen.rightOf(view, "SHA-256"));
    }

    @Test
    void theLargeImageIsNamedAndItsPixelRead() {
        Painted.inWindow(() -> model.samples().choose(3));
        List<String> texts = Seen.texts(view);
        assertTrue(texts.contains("Scarf") && texts.contains("test image 3"), texts::toString);
        assertTrue(texts.contains("row 1, column 2"), texts::toString);
        assertTrue(texts.contains("225") && texts.contains("of 255 · 0.88 to the network"), texts::toString);
    }

    @Test
    void theLargeImagesPixelsStandWhereTheyBelongWithAFrameAroundOne() {
        ImageSet images = ImageSet.of(2, 2, new byte[] {10, 60, 120, (byte) 200}, new byte[1], List.of("One"));
        Painted drawn = Painted.of(() -> {
            PixelView pane = new PixelView(Painted.LOOKS, new Sample(images, Part.TEST, 0));
            pane.resize(100, 100);
            return Painted.photo(pane);
        });
        assertEquals(10, drawn.grey(20, 20));
        assertEquals(60, drawn.grey(75, 20));
        assertEquals(120, drawn.grey(20, 75));
        assertEquals(200, drawn.grey(75, 75));
        assertTrue(drawn.is(47, 70, Painted.color(Token.SELECTION)), "the frame of the pixel in the second row");
        assertTrue(drawn.is(70, 47, Painted.color(Token.SELECTION)), "and the second column");
    }

    @Test
    void captionsOfFiguresSayWhatTheyShow() {
        List<String> captions = view.exports().stream()
                .map(each -> ((Figure) each.figure().get().orElseThrow()).caption())
                .toList();
        assertTrue(captions.get(0).startsWith("Winter: test images 1–5 of 5, all classes."), captions.get(0));
        assertTrue(
                captions.get(1)
                        .startsWith("Winter: mean image of each class, from 5 test images. Pixel mean "
                                + DataWords.decimals(mean(data.test()), 3)
                                + ", standard deviation "
                                + DataWords.decimals(deviation(data.test()), 3)),
                captions.get(1));
        assertTrue(Seen.texts(view).contains("5 images"), "on how many the means are");
    }

    @Test
    void meanImagesStandInTheOrderOfTheirClasses() {
        Figure means = (Figure) view.exports().get(1).figure().get().orElseThrow();
        BufferedImage drawn = means.draw(FigureStyle.dark(), 1);
        // Hats are the test images 0, 2, 4 and scarves 1 and 3: both with the same mean; gloves there are none.
        assertTrue(leftmost(drawn, 0) < leftmost(drawn, 1));
    }

    private static int leftmost(BufferedImage image, int label) {
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                if (image.getRGB(x, y) == Palette.DARK.color(label)) {
                    return x;
                }
            }
        }
        throw new AssertionError("class " + label + " is not marked");
    }
}
