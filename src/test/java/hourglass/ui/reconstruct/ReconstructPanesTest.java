package hourglass.ui.reconstruct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.color.Ground;
import hourglass.core.color.SignedErrorMap;
import hourglass.core.color.Token;
import hourglass.core.spec.Activation;
import hourglass.core.spec.ConvSpec;
import hourglass.core.spec.DenseSpec;
import hourglass.core.spec.Loss;
import hourglass.core.spec.Waist;
import hourglass.session.look.ChosenImage;
import hourglass.testing.Painted;
import hourglass.testing.Seen;
import hourglass.ui.kit.CanvasPane;
import hourglass.ui.pictures.CodeCells;
import hourglass.ui.reconstruct.Comparison.Via;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
    void theSummaryNamesEachNumber() {
        double network = 0;
        for (int brightness : Bench.TEST) {
            network += half(brightness) / Bench.TEST.length;
        }
        double pca = bench.model.errors().summaryProperty().get().pca().orElseThrow();
        assertNotEquals(Words.error(network), Words.error(pca));
        long percent = Math.round(100 * (network / pca - 1));
        assertEquals(
                "All 6 test images: network " + Words.error(network) + ", " + Math.abs(percent) + "\u00a0% "
                        + (percent > 0 ? "above" : "below") + " PCA " + Words.error(pca) + ", better on 3.",
                Words.summary(bench.model));
    }

    @Test
    void theChosenImageStandsWithItsCodeAndTheErrorOfTheWayShown() {
        Parent pane = Painted.onWindowThread(() -> shown(new HeroPane(bench.model, Painted.LOOKS).node()));
        Painted.inWindow(() -> {
            bench.model.select(2);
            bench.settle();
        });
        Comparison chosen = bench.model.selectedProperty().get().orElseThrow();
        String own = Words.error(half(Bench.TEST[chosen.index()]));
        String linear = Words.error(chosen.pcaError().orElseThrow());
        assertNotEquals(own, linear);
        assertEquals("Bright, test image 2", Words.chosen(bench.model));
        assertTrue(Seen.texts(pane).containsAll(List.of("Original", "Code", "1 number", "Reconstruction", "Error")));
        assertTrue(Seen.texts(pane).containsAll(List.of(own + " per pixel", "PCA " + linear)), () -> Seen.texts(pane)
                .toString());
        Painted.inWindow(() -> bench.model.viaProperty().set(Via.PCA));
        assertTrue(
                Seen.texts(pane).containsAll(List.of(linear + " per pixel", "network " + own)),
                () -> Seen.texts(pane).toString());
        Painted.inWindow(() -> {
            bench.show.training(Bench.noisy(1, 1));
            bench.settle();
        });
        assertTrue(Seen.texts(pane).containsAll(List.of("Noisy input", "σ 0.2, as in its training")));
        Painted.inWindow(() -> {
            bench.model.spoilingProperty().set(false);
            bench.settle();
        });
        assertTrue(Seen.texts(pane).containsAll(List.of("Original", "clean, though it was trained on noisy images")));
    }

    @Test
    void picturesKeepToWholeMultiplesOf28() {
        assertEquals(364, HeroPane.side(1700));
        assertEquals(280, HeroPane.side(1304));
        assertEquals(224, HeroPane.side(1064));
        assertEquals(196, HeroPane.side(886));
        assertEquals(196, HeroPane.side(600), "never smaller");
    }

    @Test
    void aConvolutionalCodeStandsAsItsMaps() {
        ConvSpec conv = new ConvSpec(28, 28, List.of(16, 8), 3, Waist.NONE, Activation.RELU, Loss.MEAN_SQUARED_ERROR);
        assertEquals(new CodeCells.Shape(8, 7, 7), CodeTile.shape(conv));
        assertEquals(
                new CodeCells.Shape(1, 8, 8),
                CodeTile.shape(
                        new DenseSpec(784, List.of(), 64, Activation.RELU, Activation.RELU, Loss.MEAN_SQUARED_ERROR)));
    }

    @Test
    void eachPictureIsItsOwn() {
        SignedErrorMap colors = SignedErrorMap.on(Ground.DARK, ReconstructModel.ERROR_RANGE);
        float[] original = {0.2f, 1};
        Comparison made = new Comparison(
                ChosenImage.test(4),
                1,
                original,
                new float[] {0.3f, 0.9f},
                Comparison.Coded.of(original, new float[] {7}, new float[] {0.4f, 0.5f}),
                Optional.of(Comparison.Coded.of(original, new float[] {3}, new float[] {0.6f, 0})));
        assertEquals(51, Comparison.greys(made.original())[0] & 0xff);
        assertEquals(102, Comparison.greys(made.network())[0] & 0xff);
        assertEquals(153, Comparison.greys(made.pca().orElseThrow())[0] & 0xff);
        assertEquals(colors.argb(-0.5), made.errors(made.by(Via.NETWORK).orElseThrow(), colors)[1]);
        assertEquals(colors.argb(-1), made.errors(made.by(Via.PCA).orElseThrow(), colors)[1]);
        assertEquals((0.04 + 0.25) / 2, made.networkError(), 1e-6);
        assertEquals((0.16 + 1) / 2, made.pcaError().orElseThrow(), 1e-6);
    }

    @Test
    void aBarIsAsLongAsItsShare() {
        Painted bar = Painted.of(
                100, 12, () -> new CompressionPane.BytesBar(Painted.LOOKS, Token.ACCENT), drawn -> drawn.show(0.25));
        bar.assertIs(12, 6, Token.ACCENT, "within the first quarter");
        bar.assertIs(22, 6, Token.ACCENT, "up to its end");
        bar.assertIs(28, 6, Token.SURFACE, "and no further");
    }

    @Test
    void ratiosAreNeverMoreThanTheyAre() {
        assertEquals("24 times smaller", Words.smaller(24.5));
        assertEquals("2.6 times smaller", Words.smaller(784 / 294.0));
        assertEquals("2 times larger", Words.smaller(784 / 1568.0));
        assertEquals("As large as the image", Words.smaller(1));
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
