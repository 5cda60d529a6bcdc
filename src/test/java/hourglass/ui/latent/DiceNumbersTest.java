package hourglass.ui.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.figures.DiceFigure;
import hourglass.figures.FigureStyle;
import hourglass.figures.Table;
import hourglass.session.look.Look;
import hourglass.session.measure.Dice;
import hourglass.testing.Painted;
import hourglass.ui.latent.DiceModel.Drawn;
import hourglass.ui.latent.DiceModel.Source;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.Test;

class DiceNumbersTest extends LatentFixture {
    private static Drawn drawn(Bench bench) {
        return bench.model.dice().drawnProperty().get().orElseThrow();
    }

    private static Set<String> words(Node node) {
        Set<String> words = new TreeSet<>();
        node.lookupAll(".label").forEach(label -> words.add(((Label) label).getText()));
        return words;
    }

    @Test
    void theDiceAreThrownFromThePriorOfAVariationalNetworkAndAgainWithAnotherSeed() throws InterruptedException {
        Bench bench = variational();
        bench.settle();
        assertTrue(bench.model.dice().drawnProperty().get().isEmpty(), "nobody threw");
        bench.model.throwDice();
        bench.settle();
        assertEquals(Source.PRIOR, drawn(bench).source());
        float[] first = drawn(bench).thrown().codes();
        assertEquals(2 * Dice.COUNT, first.length);
        assertTrue(drawn(bench).thrown().nearest().isPresent());
        bench.model.throwDice();
        bench.settle();
        assertEquals(13, drawn(bench).seed());
        assertFalse(Arrays.equals(first, drawn(bench).thrown().codes()));
        bench.model.dice().temperatureProperty().set(0);
        bench.settle();
        assertArrayEquals(new float[2 * Dice.COUNT], drawn(bench).thrown().codes());
    }

    @Test
    void aPlainNetworkIsThrownFromTheNormalDistributionOfItsOwnCodes() throws InterruptedException {
        Bench bench = bench(Bench.snapshot(Bench.plain(2), 1, 1));
        bench.settle();
        bench.model.throwDice();
        bench.model.dice().temperatureProperty().set(0);
        bench.settle();
        assertEquals(Source.FITTED, drawn(bench).source());
        assertEquals(bench.map().codes().mean(0), drawn(bench).thrown().code(5)[0], 1e-5);
    }

    @Test
    void aDrawThatIsChosenTakesTheHandleAndNamesItsNeighbour() throws InterruptedException {
        Bench bench = variational();
        bench.settle();
        bench.model.throwDice();
        bench.settle();
        bench.model.dice().select(4);
        assertArrayEquals(
                drawn(bench).thrown().code(4), bench.model.space().code().orElseThrow(), 1e-6f);
        Painted.inWindow(() -> {
            Set<String> words = words(new DicePane(bench.model, Painted.LOOKS).node());
            assertTrue(words.contains("24 new garments, drawn from N(0, 1), seed 12"), words.toString());
            Dice.Nearest near = drawn(bench).thrown().nearest().orElseThrow();
            String name = bench.map().look().data().train().className(near.image()[4]);
            assertTrue(words.contains("Nearest of 20: " + name), words.toString());
            String error = Words.error(near.error()[4]);
            assertTrue(
                    words.contains("error " + error + " between the two; at 0 the draw would be a copy"),
                    words.toString());
        });
    }

    @Test
    void whatWasThrownIsSaved() throws InterruptedException {
        Bench bench = variational();
        bench.settle();
        bench.model.throwDice();
        bench.model.backdropProperty().set(Backdrop.NUMBERS);
        bench.settle();
        DiceFigure figure =
                (DiceFigure) LatentExports.of(bench.model).get(5).figure().get().orElseThrow();
        assertTrue(figure.draw(FigureStyle.dark(), 1).getWidth() > 200);
        assertTrue(figure.caption().contains("drawn from N(0, 1), seed 12"), figure.caption());
        Table table =
                (Table) LatentExports.of(bench.model).get(6).figure().get().orElseThrow();
        assertEquals(1 + Dice.COUNT, table.csv().lines().count());
        assertTrue(
                table.csv().startsWith("draw,dice_seed,nearest_training_image,class,mse,model,epochs,seed,data\n1,12,"),
                table.csv());
        Table kl = (Table) LatentExports.of(bench.model).get(7).figure().get().orElseThrow();
        assertTrue(kl.csv().startsWith("number,kl_nats,dead,model,epochs,seed,data\n1,"), kl.csv());
        assertEquals(3, kl.csv().lines().count());
    }

    @Test
    void everyNumberOfSixteenHasItsSliderItsStripAndItsKl() throws InterruptedException {
        Bench bench = new Bench(Path.of("none"), Bench.snapshot(Bench.variational16(), 1, 1), Bench.images(20));
        open = bench;
        bench.model.backdropProperty().set(Backdrop.NUMBERS);
        bench.settle();
        NumbersModel numbers = bench.model.numbers();
        assertEquals(16, numbers.numbers().length);
        assertEquals(3, numbers.numbers()[3], "in their own order");
        assertEquals(
                16 * NumbersModel.STEPS,
                numbers.stripsProperty().get().orElseThrow().images().count());
        NumbersModel.Kl kl = numbers.klProperty().get().orElseThrow();
        assertEquals(16, kl.nats().length);
        Painted.inWindow(() -> {
            Node board = new NumbersBoard(bench.model, Painted.LOOKS).node();
            Set<String> words = words(((ScrollPane) board).getContent());
            assertTrue(words.contains("Number 16"), words.toString());
            assertTrue(words.contains(Words.number(kl.nats()[0])), words.toString());
        });
    }

    @Test
    void deadNumbersAreNamed() throws InterruptedException {
        Bench bench = variational();
        bench.settle();
        Look look = bench.map().look();
        NumbersModel.Kl kl = new NumbersModel.Kl(look, new double[] {3, 0.001, 2, 0});
        assertArrayEquals(new int[] {2, 4}, kl.dead());
        assertEquals(3, kl.most());
    }
}
