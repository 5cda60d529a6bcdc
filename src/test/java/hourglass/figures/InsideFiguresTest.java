package hourglass.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.color.Ground;
import hourglass.core.color.Token;
import hourglass.core.color.Tokens;
import hourglass.core.data.ImageSet;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Preset;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Network;
import hourglass.engine.model.Parameters;
import hourglass.engine.model.Progress;
import hourglass.engine.model.RunId;
import hourglass.figures.PageProbe.Box;
import hourglass.session.measure.NetworkInput;
import hourglass.session.measure.Provenance;
import hourglass.session.measure.Units;
import hourglass.session.measure.Units.Meaning;
import hourglass.session.measure.Units.Priced;
import hourglass.session.measure.Units.Unit;
import hourglass.session.measure.Walk;
import hourglass.session.measure.WalkStage;
import hourglass.testing.Engines;
import java.awt.Color;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is drawn of the inside of a network, on known numbers: single pixels, headings and rows. */
class InsideFiguresTest {
    private static final Attribution ORIGIN = new Attribution("Dense", 5, 7, "Plain");

    /** Two numbers; the first is dearer, the second says nothing. Pictures of 2 × 1 pixels. */
    private static Units units() {
        Provenance of = new Provenance("00", Optional.empty(), Progress.START);
        return new Units(
                of,
                NetworkInput.CLEAN,
                Meaning.WEIGHTS,
                new float[] {0, 0.5f, 1, -2},
                List.of(
                        new Unit(new int[] {3, 1}, 0.25, 1.5, true, 0.02),
                        new Unit(new int[] {2, 0}, 0.125, -0.5, false, 0.03)),
                4,
                new Priced(4, 0.02));
    }

    @Test
    void theTableOfNumbers() {
        ImageSet images = ImageSet.of(1, 1, new byte[4], new byte[] {0, 1, 0, 1}, List.of("Bag", "Boot"));
        List<String> lines = Tables.units(units(), images, ORIGIN).csv().lines().toList();
        assertEquals(
                "number,price,silenced_mse,whole_mse,zeros,mean,says_nothing,excited_by,excited_most_by_class,model,"
                        + "epochs,seed,data",
                lines.get(0));
        assertEquals("1,0,0.02,0.02,0.25,1.5,yes,3 1,Boot,Dense,5,7,Plain", lines.get(1));
        assertEquals("2,0.5,0.03,0.02,0.125,-0.5,no,2 0,Bag,Dense,5,7,Plain", lines.get(2));
    }

    @Test
    void theDearestNumberComesFirstAndTheDeadOneIsGrey() {
        PageProbe page = PageProbe.of(new UnitsFigure(units(), 2, ""));
        // +1 of a reach of 2 is half way to orange, −2 is all blue; the dead one has greys alone.
        List<Box> blue = page.boxes(new Color(StageColors.signed(Ground.DARK, 2).argb(-2)), 100);
        List<Box> orange =
                page.boxes(new Color(StageColors.signed(Ground.DARK, 2).argb(1)), 100);
        assertEquals(1, blue.size());
        assertEquals(1, orange.size());
        assertTrue(orange.get(0).right() < blue.get(0).left(), "the first pixel stands left of the second");
        int grey = Math.round(255 * (0.12f + 0.35f));
        List<Box> dead = page.boxes(new Color(grey, grey, grey), 100);
        assertEquals(1, dead.size());
        assertTrue(dead.get(0).left() > blue.get(0).right(), "the dearest first");
        assertEquals("2: +50 %", UnitsFigure.words(units(), 1));
        assertEquals(
                "1 of 2 numbers say nothing · price: growth of the error 0.0200 on 4 test images when it is set to 0",
                units().words());
    }

    @Test
    void aWalkGoesFromLeftToRight() {
        Experiment experiment = Preset.DENSE_64.experiment(new DataSpec("x", ""), 2, 1, 7);
        float[] weights = new float[Math.toIntExact(experiment.model().parameterCount())];
        // The biases of the output: 0 is grey 128, far below it is black.
        weights[weights.length - 2] = -50;
        Parameters parameters = Parameters.copyOf(weights);
        ModelSnapshot model = new ModelSnapshot(
                new RunId("walk"), experiment, Progress.START, parameters, Optional.empty(), List.of());
        try (Network network = Engines.networks().evaluator(experiment.model())) {
            network.load(parameters);
            Walk walk = Walk.of(network, model, new float[] {1, 0.2f}, new float[] {1, 0.2f}, 0);
            PageProbe page = PageProbe.of(new WalkFigure(walk, WalkStage.of(walk, 2, 1), "Boot", ""));
            List<Box> white = page.boxes(new Color(255, 255, 255), 1000);
            List<Box> dark = page.boxes(new Color(51, 51, 51), 1000);
            List<Box> grey = page.boxes(new Color(128, 128, 128), 1000);
            assertEquals(List.of(1, 1, 1), List.of(white.size(), dark.size(), grey.size()));
            assertTrue(white.get(0).right() < dark.get(0).left(), "the input from left to right");
            assertTrue(dark.get(0).right() < grey.get(0).left(), "the output is last, its second pixel bright");
            assertTrue(grey.get(0).left() > page.image.getWidth() - 24 - 90, "the second pixel");
        }
    }

    @Test
    void theCodeHasItsOwnColour() {
        StageColors code = StageColors.code(Ground.DARK, 4);
        Tokens tokens = Tokens.on(Ground.DARK);
        assertEquals(tokens.argb(Token.ACCENT), code.argb(4));
        assertEquals(tokens.argb(Token.RAISED), code.argb(0));
        assertEquals(tokens.argb(Token.NEGATIVE), code.argb(-4));
        assertEquals(0, code.argb(Float.NaN), "nothing stands there");
    }
}
