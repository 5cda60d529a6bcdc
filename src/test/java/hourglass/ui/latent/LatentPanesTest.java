package hourglass.ui.latent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.figures.Figure;
import hourglass.figures.Table;
import hourglass.session.look.Look;
import hourglass.testing.Painted;
import hourglass.testing.Seen;
import java.util.List;
import javafx.scene.Scene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the panes say is what the network says. */
class LatentPanesTest extends LatentFixture {
    private Bench bench;
    private LatentView view;

    @BeforeEach
    void show() {
        bench = variational();
        view = Painted.onWindowThread(() -> {
            LatentView shown = new LatentView(bench.model, Painted.LOOKS);
            Painted.LOOKS.apply(new Scene(shown, 1300, 800));
            return shown;
        });
        settle();
    }

    private void settle() {
        Painted.inWindow(() -> bench.settle());
    }

    private void use(Tool tool) {
        Painted.inWindow(() -> bench.model.toolProperty().set(tool));
        settle();
    }

    private List<String> texts() {
        return Seen.texts(view);
    }

    private void says(String words) {
        assertTrue(texts().contains(words), () -> words + " is not among " + texts());
    }

    private void nearest(String name) {
        assertTrue(
                texts().stream()
                        .anyMatch(text -> text.startsWith("Among " + name) || text.startsWith("Between " + name + " ")),
                () -> name + " is not nearest in " + texts());
    }

    @Test
    void atTheHandleStandItsPlaceItsNeighboursAndHowManyThereAre() {
        Painted.inWindow(() -> bench.model.moveTo(0.81, -0.03));
        settle();
        says("x 0.81\ny −0.03");
        nearest("Left");
        Painted.inWindow(() -> bench.model.moveTo(0.03, 0.82));
        settle();
        says("x 0.03\ny 0.82");
        nearest("Right");
        says("many real codes near");
        Painted.inWindow(() -> bench.model.moveTo(40, 3));
        settle();
        says("no real code near: the decoder is guessing");
    }

    @Test
    void aPickedImageIsNamedWithItsMeanAndDeviation() {
        use(Tool.IMAGE);
        Painted.inWindow(() -> bench.model.pick().pick(14));
        settle();
        says("Left, test image 14: 0.84 ± 0.50, 0.05 ± 0.50");
        assertTrue(texts().stream().anyMatch(text -> text.startsWith("The encoder gives a mean and a standard")));
    }

    @Test
    void theStrengthOfADirectionHasItsSign() {
        use(Tool.DIRECTION);
        for (double strength : new double[] {0.5, -0.25}) {
            Painted.inWindow(() -> bench.model.direction().strengthProperty().set(strength));
            settle();
            says(strength > 0 ? "+0.50" : "−0.25");
        }
    }

    @Test
    void eachNumberOfTheCodeStandsBesideItsName() {
        use(Tool.NUMBERS);
        Painted.inWindow(() -> bench.model.moveTo(0.25, 0.75));
        settle();
        assertEquals("0.25", Seen.rightOf(view, "Number 1"));
        assertEquals("0.75", Seen.rightOf(view, "Number 2"));
    }

    @Test
    void theTableOfCodesHasEachNumberUnderItsHeading() {
        Table table =
                (Table) LatentExports.of(bench.model).get(4).figure().get().orElseThrow();
        List<String> lines = table.csv().lines().toList();
        assertEquals("index,class,x,y,model,epochs,seed,data", lines.get(0));
        String line = lines.stream()
                .filter(each -> each.startsWith("14,"))
                .findFirst()
                .orElseThrow();
        String[] cells = line.split(",", -1);
        assertEquals("Left", cells[1]);
        assertEquals(214 / 255.0, Double.parseDouble(cells[2]), 1e-5);
        assertEquals(14 / 255.0, Double.parseDouble(cells[3]), 1e-5);
    }

    @Test
    void aCaptionSaysWhichNetworkHowLongAndOnWhat() {
        Look look = bench.map().look();
        Figure plane =
                (Figure) LatentExports.of(bench.model).get(0).figure().get().orElseThrow();
        String origin = look.experiment().model().describe() + " · epoch 1 · seed 7 · Halves";
        assertTrue(plane.caption().startsWith(origin), plane.caption());
        assertEquals("99.99", Words.number(99.994));
        assertEquals("−100", Words.number(-100.2));
        assertEquals("0.05", Words.number(0.05));
    }
}
