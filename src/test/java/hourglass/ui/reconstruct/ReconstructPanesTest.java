package hourglass.ui.reconstruct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.color.Ground;
import hourglass.core.color.SignedErrorMap;
import hourglass.testing.Painted;
import hourglass.testing.Seen;
import hourglass.ui.kit.CanvasPane;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The network's error under the network's name and PCA's under PCA's. */
class ReconstructPanesTest {
    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() throws InterruptedException {
        bench = new Bench(folder, 0.5f);
        bench.settle();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static Parent shown(Node pane) {
        StackPane root = new StackPane(pane);
        Painted.LOOKS.apply(new Scene(root, 1000, 600));
        return root;
    }

    /** Of half as bright a picture of an even image. */
    private static double half(int brightness) {
        return Math.pow(brightness / 2.0 / 255, 2);
    }

    @Test
    void theSummaryHasEachNumberUnderItsName() {
        Parent pane = Painted.onWindowThread(() -> shown(new SummaryPane(bench.model).node()));
        double network = 0;
        for (int brightness : Bench.TEST) {
            network += half(brightness) / Bench.TEST.length;
        }
        double pca = bench.model.summaryProperty().get().pca().orElseThrow();
        assertEquals(Words.error(network), Seen.below(pane, "Network"));
        assertEquals(Words.error(pca), Seen.below(pane, "PCA of the same code size"));
        assertNotEquals(Words.error(network), Words.error(pca));
        String saved = Seen.below(pane, "Against PCA");
        assertEquals(
                Math.round(100 * (network / pca - 1)),
                Long.parseLong(saved.replace('−', '-').replace("\u00a0%", "").replace("+", "")));
        int better = 0;
        for (int image = 0; image < Bench.TEST.length; image++) {
            better += half(Bench.TEST[image])
                            < bench.model.pcaErrors().orElseThrow().of(image)
                    ? 1
                    : 0;
        }
        assertEquals(Integer.toString(better), Seen.below(pane, "Network better on"));
        assertTrue(Seen.texts(pane).stream().anyMatch(text -> text.startsWith("6 images · ")));
    }

    @Test
    void theChosenImageHasTheErrorOfTheNetworkAndOfPca() {
        Parent pane = Painted.onWindowThread(() -> shown(new ImagePane(bench.model, Painted.LOOKS).node()));
        Painted.inWindow(() -> {
            bench.model.select(2);
            bench.settle();
        });
        Comparison chosen = bench.model.selectedProperty().get().orElseThrow();
        assertEquals(Words.error(half(Bench.TEST[chosen.index()])), Seen.below(pane, "Network"));
        assertEquals(Words.error(chosen.pcaError().orElseThrow()), Seen.below(pane, "PCA"));
        assertTrue(Seen.texts(pane).contains(Bench.CLASSES.get(chosen.label())));
        assertTrue(Seen.texts(pane).contains("test image " + chosen.index()), () -> Seen.texts(pane)
                .toString());
    }

    @Test
    void eachRowOfPicturesIsItsOwn() {
        SignedErrorMap colors = SignedErrorMap.on(Ground.DARK, ReconstructModel.ERROR_RANGE);
        Comparison made = new Comparison(
                4, 1, new float[] {0.2f, 1}, new float[] {0.4f, 0.5f}, new float[] {7}, new float[] {0.6f, 0});
        assertEquals(51, made.pixels(PictureRow.ORIGINAL, colors)[0] & 0xff);
        assertEquals(102, made.pixels(PictureRow.NETWORK, colors)[0] & 0xff);
        assertEquals(153, made.pixels(PictureRow.PCA, colors)[0] & 0xff);
        assertEquals(colors.argb(-0.5), made.pixels(PictureRow.ERROR, colors)[1]);
        assertEquals((0.04 + 0.25) / 2, made.networkError(), 1e-6);
        assertEquals((0.16 + 1) / 2, made.pcaError().orElseThrow(), 1e-6);
    }

    @Test
    void theLegendRunsFromTheLowestErrorToTheHighest() {
        Painted drawn = Painted.of(() -> {
            Parent root = shown(new ErrorLegend(Painted.LOOKS, bench.model));
            root.applyCss();
            root.layout();
            return Painted.photo(
                    (CanvasPane) ((Parent) root.getChildrenUnmodifiable().get(0))
                            .getChildrenUnmodifiable()
                            .get(2));
        });
        SignedErrorMap colors = SignedErrorMap.on(bench.model.groundProperty().get(), ReconstructModel.ERROR_RANGE);
        int middle = drawn.height() / 2;
        assertTrue(drawn.is(1, middle, color(colors.argb(-ReconstructModel.ERROR_RANGE))), "dark at the left");
        assertTrue(
                drawn.is(drawn.width() - 2, middle, color(colors.argb(ReconstructModel.ERROR_RANGE))),
                "bright at the right");
        assertTrue(drawn.is(drawn.width() / 2.0, middle, color(colors.argb(0.004))), "none in the middle");
    }

    private static Color color(int argb) {
        return Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff);
    }
}
