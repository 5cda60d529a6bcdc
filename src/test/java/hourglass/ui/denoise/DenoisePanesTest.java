package hourglass.ui.denoise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.color.Token;
import hourglass.figures.Table;
import hourglass.session.measure.DenoisingCurve;
import hourglass.session.measure.NoiseErrors.Method;
import hourglass.testing.Painted;
import hourglass.testing.Seen;
import hourglass.ui.pictures.ImageGridView;
import hourglass.ui.pictures.OwnImageModel;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Errors under their headings and in their sentences, pictures in their places. */
class DenoisePanesTest {
    @TempDir
    Path folder;

    private Bench bench;
    private DenoiseView view;
    private DenoisingCurve curve;

    @BeforeEach
    void open() throws InterruptedException {
        bench = new Bench(folder, Bench.shipped("denoiser", Bench.TRAINED, 3));
        bench.settle();
        curve = bench.model.curvesProperty().get().network().orElseThrow();
        view = Painted.onWindowThread(() -> {
            DenoiseView made = new DenoiseView(
                    bench.model,
                    Painted.LOOKS,
                    new OwnImageModel(
                            bench.show.showcase, () -> bench.data.state().data().test(), Runnable::run, Runnable::run));
            Painted.LOOKS.apply(new Scene(made, 1300, 800));
            made.applyCss();
            made.layout();
            return made;
        });
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void at(double level) {
        Painted.inWindow(() -> {
            bench.model.levelProperty().set(level);
            bench.settle();
        });
    }

    private static double cell(List<String> lines, int row, String heading) {
        List<String> headings = List.of(lines.get(0).split(",", -1));
        int column = 0;
        while (!headings.get(column).startsWith(heading)) {
            column++;
        }
        return Double.parseDouble(lines.get(row).split(",", -1)[column]);
    }

    @Test
    void everyColumnOfTheTableIsWhatItsHeadingSays() {
        Table table = view.exports().stream()
                .flatMap(each -> each.figure().get().stream())
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .findFirst()
                .orElseThrow();
        List<String> lines = table.csv().lines().toList();
        for (int i = 0; i < 13; i++) {
            assertEquals(0.05 * i, cell(lines, i + 1, "level"), 1e-9);
            assertEquals(curve.at(Method.NOTHING, i), cell(lines, i + 1, "nothing"), 1e-6);
            assertEquals(curve.at(Method.MEDIAN, i), cell(lines, i + 1, "median"), 1e-6);
            assertEquals(curve.at(Method.NETWORK, i), cell(lines, i + 1, "network"), 1e-6);
        }
        assertNotEquals(curve.at(Method.MEDIAN, 8), curve.at(Method.NETWORK, 8), 1e-3);
    }

    @Test
    void theFindingNamesTheErrorsOfItsLevel() {
        at(0);
        says("Here doing nothing is better", 0, curve.at(Method.NETWORK, 0));
        at(0.5);
        double median = curve.at(Method.MEDIAN, 0.5);
        double network = curve.at(Method.NETWORK, 0.5);
        assertTrue(median < network, "an even image is what a median filter is best at");
        says("Here the median filter is better", median, network);
        assertTrue(Seen.texts(view).contains("0.50"));
    }

    private void says(String beginning, double first, double second) {
        String said = Seen.texts(view).stream()
                .filter(text -> text.startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError(beginning + " is not in " + Seen.texts(view)));
        int at = said.indexOf(Words.error(first));
        assertTrue(at > 0 && said.indexOf(Words.error(second), at) > at, said);
    }

    @Test
    void theNoisyImageIsLeftOfWhatTheNetworkMakesOfIt() {
        at(0.3);
        Painted drawn = Painted.of(() -> {
            DrawCanvas canvas = new DrawCanvas(bench.model, Painted.LOOKS);
            canvas.resize(280, 160);
            return Painted.photo(canvas);
        });
        int side = Bench.SIDE;
        int scale = 30;
        float[] noisy = bench.pictures().pixels(PictureRow.NOISY, 0);
        float[] repaired = bench.pictures().pixels(PictureRow.DENOISED, 0);
        for (int p = 0; p < side * side; p++) {
            int x = p % side * scale + scale / 2;
            int y = p / side * scale + scale / 2;
            assertEquals(255 * Math.max(0, Math.min(1, noisy[p])), drawn.grey(x, y), 1);
            assertEquals(
                    255 * Math.max(0, Math.min(1, repaired[p])),
                    drawn.grey(x + side * scale + DrawCanvas.GAP, y),
                    1,
                    "pixel " + p);
        }
        Painted.inWindow(() -> bench.model.repairedByProperty().set(PictureRow.MEDIAN));
        float[] filtered = bench.pictures().pixels(PictureRow.MEDIAN, 0);
        Painted other = Painted.of(() -> {
            DrawCanvas canvas = new DrawCanvas(bench.model, Painted.LOOKS);
            canvas.resize(280, 160);
            return Painted.photo(canvas);
        });
        assertEquals(255 * filtered[0], other.grey(scale / 2.0 + side * scale + DrawCanvas.GAP, scale / 2.0), 1);
        assertTrue(drawn.is(side * scale + 3, 40, Painted.color(Token.SURFACE)), "a gap between them");
    }

    @Test
    void theGalleryHasOriginalNoisyAndRepairedFromTheTop() {
        at(0.3);
        ImageGridView grid = (ImageGridView) view.lookup(".image-table");
        Painted drawn = Painted.of(() -> {
            view.layout();
            return Painted.photo(grid);
        });
        PictureRow[] rows = {PictureRow.ORIGINAL, PictureRow.NOISY, PictureRow.DENOISED};
        double scale = grid.tileHeight() / Bench.SIDE;
        for (int i = 0; i < rows.length; i++) {
            float[] pixels = bench.pictures().pixels(rows[i], 0);
            for (int p = 0; p < pixels.length; p++) {
                int row = p / Bench.SIDE;
                double x = 3 + (p % Bench.SIDE + 0.5) * scale;
                double y = 3 + i * grid.rowHeight() + (row + 0.5) * scale;
                assertEquals(255 * Math.max(0, Math.min(1, pixels[p])), drawn.grey(x, y), 2, rows[i] + " " + p);
            }
        }
    }

    @Test
    void thePairKeepsToWholeMultiplesOf28() {
        assertEquals(420, DenoiseView.side(1318, 804));
        assertEquals(336, DenoiseView.side(1064, 804));
        assertEquals(308, DenoiseView.side(936, 668));
        assertEquals(560, DenoiseView.side(1760, 1000));
    }
}
