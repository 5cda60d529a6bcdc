package hourglass.ui.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.color.Token;
import hourglass.core.data.ImageBlock;
import hourglass.core.data.Preparation;
import hourglass.session.look.OwnImage;
import hourglass.session.map.EmbeddingQuality;
import hourglass.session.map.EmbeddingSample;
import hourglass.testing.Painted;
import hourglass.testing.Seen;
import hourglass.ui.pictures.CardPainter;
import hourglass.ui.pictures.ImageCard;
import hourglass.ui.scatter.PointSelection;
import java.util.Arrays;
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

/** Numbers of a map under their headings, its card, its table. */
class MapPanesTest {
    private final Bench bench = new Bench(Bench.DATA);

    @BeforeEach
    void judge() throws InterruptedException {
        bench.chooseSmallSettings();
        bench.untilJudged();
    }

    @AfterEach
    void end() {
        bench.close();
    }

    private static Parent shown(Node pane) {
        StackPane root = new StackPane(pane);
        Painted.LOOKS.apply(new Scene(root, 520, 420));
        return root;
    }

    @Test
    void everyNumberOfTheQualityStandsUnderItsHeading() {
        Parent pane = Painted.onWindowThread(() -> shown(new QualityPane(bench.model).node()));
        ShownMap map = bench.map().orElseThrow();
        EmbeddingQuality quality = map.quality().orElseThrow();
        String trusted = Numbers.share(quality.map().trustworthiness());
        String trustedPca = Numbers.share(quality.pca().trustworthiness());
        assertNotEquals(trusted, trustedPca);
        assertEquals(trusted, Seen.inTable(pane, "t-SNE", "Trustworthiness"));
        assertEquals(trustedPca, Seen.inTable(pane, "PCA", "Trustworthiness"));
        String continuity = Numbers.share(quality.map().continuity());
        assertNotEquals(trusted, continuity);
        assertEquals(continuity, Seen.inTable(pane, "t-SNE", "Continuity"));
        assertEquals(Numbers.share(quality.pca().continuity()), Seen.inTable(pane, "PCA", "Continuity"));
        assertEquals(Numbers.percent(quality.codeAccuracy()), Seen.inTable(pane, "codes", "10-NN accuracy"));
        assertEquals(Numbers.percent(quality.map().accuracy()), Seen.inTable(pane, "t-SNE", "10-NN accuracy"));
        assertEquals(Numbers.percent(quality.pca().accuracy()), Seen.inTable(pane, "PCA", "10-NN accuracy"));
        assertEquals("–", Seen.inTable(pane, "codes", "Trustworthiness"));
    }

    @Test
    void aSelectionIsCountedByClassTheMostFrequentFirst() {
        ShownMap map = bench.map().orElseThrow();
        List<String> names = Bench.DATA.test().classNames();
        int[] bags = pointsOf(map, 8, 3);
        int[] coats = pointsOf(map, 4, 5);
        Parent pane = Painted.onWindowThread(() -> {
            Parent made = shown(new SelectionPane(bench.model, Painted.LOOKS));
            bench.model
                    .points()
                    .selectionProperty()
                    .set(PointSelection.where(
                            map.sample().size(),
                            point -> Arrays.stream(bags).anyMatch(each -> each == point)
                                    || Arrays.stream(coats).anyMatch(each -> each == point)));
            return made;
        });
        assertTrue(
                Seen.texts(pane).contains("8 selected: 5 " + names.get(4) + ", 3 " + names.get(8)),
                () -> Seen.texts(pane).toString());
    }

    private static int[] pointsOf(ShownMap map, int label, int count) {
        return java.util.stream.IntStream.range(0, map.sample().size())
                .filter(point -> map.sample().label(point) == label)
                .limit(count)
                .toArray();
    }

    @Test
    void theTableHasEachPointsImageClassAndPlace() {
        ShownMap map = bench.map().orElseThrow();
        List<String> lines = MapExports.table(map).orElseThrow().csv().lines().toList();
        assertTrue(lines.get(0).startsWith("index,class,x,y,perplexity,iterations,map_seed,model,"), lines.get(0));
        assertEquals(map.sample().size() + 1, lines.size());
        for (int point : new int[] {0, 7, 120}) {
            String[] cells = lines.get(point + 1).split(",", -1);
            int index = map.sample().testIndex(point);
            assertEquals(Integer.toString(index), cells[0]);
            assertEquals(Bench.DATA.test().className(index), cells[1]);
            float[] places = map.frame().orElseThrow().coordinates();
            assertEquals(places[2 * point], Double.parseDouble(cells[2]), 1e-3);
            assertEquals(places[2 * point + 1], Double.parseDouble(cells[3]), 1e-3);
        }
    }

    private static int[] grey(int value) {
        int[] argb = new int[28 * 28];
        Arrays.fill(argb, 0xff000000 | value * 0x010101);
        return argb;
    }

    private static Color color(int value) {
        return Color.grayRgb(value);
    }

    @Test
    void theCardHasTheImageLeftTheNetworksRightAndTheNeighboursBelowInOrder() {
        ImageCard card = new ImageCard(
                        3,
                        77,
                        "Bag",
                        28,
                        grey(200),
                        Optional.empty(),
                        new ImageCard.Nearest(
                                "Nearest among the codes",
                                List.of(
                                        new ImageCard.Neighbour(1, 2, grey(90)),
                                        new ImageCard.Neighbour(2, 5, grey(140)))))
                .with(new ImageCard.Output(grey(170), 0.0123));
        Painted drawn = Painted.by(420, 320, brush -> new CardPainter(brush, card).paint(20, 150));
        var image = drawn.middle(color(200));
        var made = drawn.middle(color(170));
        var first = drawn.middle(color(90));
        var second = drawn.middle(color(140));
        assertEquals(84 + 8, made.getX() - image.getX(), 1);
        assertEquals(image.getY(), made.getY(), 0.5);
        assertTrue(first.getY() > image.getY() + 42 && first.getX() < second.getX());
        assertTrue(
                drawn.is(
                        first.getX() - 15.5,
                        first.getY(),
                        Painted.LOOKS.colors().ofClass(2)),
                "its class");
        assertTrue(
                drawn.is(
                        second.getX() - 15.5,
                        second.getY(),
                        Painted.LOOKS.colors().ofClass(5)),
                "its class");
        assertTrue(image.getX() > 20 + 24, "beside the point");
        Painted atTheEdge = Painted.by(420, 320, brush -> new CardPainter(brush, card).paint(400, 150));
        assertTrue(atTheEdge.middle(color(170)).getX() < 400 - 24, "on the other side where there is no room");
        assertTrue(atTheEdge.is(2, 2, Painted.color(Token.SURFACE)));
    }

    @Test
    void onesOwnImageStandsBesideItsPlaceAndInsideTheDrawing() {
        EmbeddingSample none = bench.map().orElseThrow().sample();
        OwnImage mug = new OwnImage("Mug", ImageBlock.copyOf(1, 1, new float[1]), Preparation.NONE);
        OwnPlace.Found found = new OwnPlace.Found(mug, none, 3, 28, grey(200), "Bag");
        Painted right = Painted.by(620, 320, brush -> OwnMark.paint(brush, found, 60, 150));
        var image = right.middle(color(200));
        assertTrue(image.getX() - 28 > 60, "right of the point");
        assertEquals(56, right.middleOfRow(image.getY(), color(200)) * 2 - 2 * (image.getX() - 28), 1);
        Painted left = Painted.by(620, 320, brush -> OwnMark.paint(brush, found, 600, 150));
        assertTrue(left.middle(color(200)).getX() + 28 < 600, "left of it where there is no room");
        Painted above = Painted.by(620, 320, brush -> OwnMark.paint(brush, found, 60, 318));
        assertTrue(above.middle(color(200)).getY() + 28 <= 320);
    }
}
