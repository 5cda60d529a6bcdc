package hourglass.ui.oddities;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.color.Token;
import hourglass.core.data.Preparation;
import hourglass.core.metric.Detection;
import hourglass.core.metric.Errors;
import hourglass.core.noise.Damage;
import hourglass.figures.HistogramContent;
import hourglass.session.measure.Odd;
import hourglass.session.measure.OddityScore;
import hourglass.testing.Painted;
import hourglass.testing.Patience;
import hourglass.testing.Seen;
import hourglass.testing.SmallSession;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.CanvasPane;
import hourglass.ui.kit.Counts;
import hourglass.ui.kit.Fonts;
import hourglass.ui.pictures.BrushTip;
import hourglass.ui.pictures.ImageGridView;
import hourglass.ui.pictures.OwnImageModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Over a network that draws mid grey whatever it is given, on a hundred garments, ten of each class. */
@ExtendWith(ApplicationExtension.class)
class OdditiesViewTest {
    private SmallSession session;
    private OdditiesModel model;
    private OdditiesView view;
    private OwnImageModel own;

    @Start
    void open(Stage stage) {
        Fonts.load();
        session = new SmallSession();
        model = new OdditiesModel(session.chooser, session.inference, session.dataService, session.desk);
        model.shownProperty().set(true);
        Appearance appearance = new Appearance();
        own = new OwnImageModel(session.showcase, session.data::test, Runnable::run, Runnable::run);
        view = new OdditiesView(model, appearance, Optional::empty, own);
        Scene scene = new Scene(view, 1300, 860);
        appearance.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() {
        session.close();
    }

    /** Until everything asked for is measured and shown. */
    private void settle(FxRobot robot) {
        Patience patience = new Patience();
        do {
            patience.lasts();
            robot.interact(() -> {
                session.showcase.tick(session.training);
                model.tick();
            });
            robot.sleep(20);
        } while (!isSettled());
    }

    private boolean isSettled() {
        return !model.problemProperty().get().isEmpty()
                || (model.progressProperty().get() == 1
                        && model.foundProperty().get().isPresent()
                        && model.portraitProperty().get().isPresent()
                        && model.dimmedProperty().get().isPresent());
    }

    private Found found() {
        return model.foundProperty().get().orElseThrow();
    }

    private String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    /** Mean squared distance of a test image from mid grey. */
    private double error(float[] image) {
        float[] grey = new float[image.length];
        java.util.Arrays.fill(grey, 0.5f);
        return Errors.meanSquaredError(image, grey);
    }

    private Bounds histogram(FxRobot robot) {
        Node node = robot.lookup("#oddities-histogram").query();
        return node.localToScreen(node.getLayoutBounds());
    }

    @Test
    void whatTheThresholdFlagsStandsUnderItsNames(FxRobot robot) {
        settle(robot);
        assertEquals(Odd.ofClass("Bag"), found().mixture().odd());
        assertEquals(
                error(session.data.test().image(4)), found().scored().of(4), 1e-6, "the score is the squared error");
        Detection.Flagged flagged =
                found().detection().from(model.thresholdProperty().get());
        assertTrue(flagged.falseAlarms() <= 0.1, "the first threshold has few false alarms");
        assertEquals(Words.percent(flagged.precision()), Seen.below(view, "Precision"));
        assertEquals(Words.percent(flagged.recall()), Seen.below(view, "Recall"));
        assertEquals(Words.percent(flagged.falseAlarms()), Seen.below(view, "False alarms"));
        String finding = text(robot, "#oddities-finding");
        assertTrue(
                found().isFailing()
                        ? finding.contains("look more normal")
                        : finding.contains(Math.round(100 * flagged.recall()) + " of 100 images of Bag"),
                finding);
    }

    @Test
    void theThresholdFollowsTheHandAndTheKeys(FxRobot robot) {
        settle(robot);
        Bounds place = histogram(robot);
        robot.moveTo(place.getMinX() + 5, place.getCenterY())
                .press(MouseButton.PRIMARY)
                .moveTo(place.getMinX() + place.getWidth() / 2, place.getCenterY())
                .release(MouseButton.PRIMARY);
        HistogramContent bins = HistogramPane.bins(found(), -1);
        double middle = (bins.low() + bins.high()) / 2;
        assertEquals(middle, model.thresholdProperty().get(), bins.step());
        double before = model.thresholdProperty().get();
        robot.type(KeyCode.RIGHT);
        assertEquals(before + bins.step(), model.thresholdProperty().get(), 1e-9);
        robot.press(KeyCode.SHIFT).type(KeyCode.LEFT).release(KeyCode.SHIFT);
        assertEquals(before + 0.9 * bins.step(), model.thresholdProperty().get(), 1e-9);
        robot.type(KeyCode.HOME);
        assertEquals(
                Words.percent(found().detection().from(bins.low()).falseAlarms()), Seen.below(view, "False alarms"));
        Painted drawn = Painted.of(
                () -> Painted.photo(robot.lookup("#oddities-histogram").queryAs(CanvasPane.class)));
        assertEquals(0, drawn.middleOfRow(200, Painted.color(Token.SELECTION)), 2, "the line is at the left edge");
    }

    @Test
    void theHistogramIsDimBeforeTheLineAndBrightBehindIt(FxRobot robot) {
        settle(robot);
        HistogramContent bins = HistogramPane.bins(found(), -1);
        assertEquals(90, bins.parts().get(0).total());
        assertEquals(10, bins.parts().get(1).total());
        assertEquals("odd: Bag", bins.parts().get(1).name());
        robot.interact(() -> model.moveThreshold(bins.low()));
        Painted bright = Painted.of(
                () -> Painted.photo(robot.lookup("#oddities-histogram").queryAs(CanvasPane.class)));
        robot.interact(() -> model.moveThreshold(bins.high()));
        Painted dim = Painted.of(
                () -> Painted.photo(robot.lookup("#oddities-histogram").queryAs(CanvasPane.class)));
        int top = 40;
        assertTrue(bright.count(0, top, bright.width(), bright.height(), Token.FLOW) > 200);
        assertEquals(0, dim.count(0, top, dim.width(), dim.height(), Token.FLOW));
        HistogramContent apart = HistogramPane.bins(found(), 1);
        assertEquals(
                List.of("Trouser", "usual", "odd: Bag"),
                apart.parts().stream().map(HistogramContent.Part::name).toList());
        assertEquals(Token.ofClass(1), apart.parts().get(0).color());
        assertEquals(10, apart.parts().get(0).total());
        assertEquals(80, apart.parts().get(1).total());
    }

    @Test
    void dimmedImagesAreSaidToLookMoreNormalInMeasuredNumbers(FxRobot robot) {
        settle(robot);
        robot.clickOn("Damage");
        settle(robot);
        assertEquals(Odd.of(Damage.DIMMED), found().mixture().odd());
        int lower = 0;
        for (int i = 0; i < 100; i++) {
            float[] image = session.data.test().image(i);
            lower += error(Damage.DIMMED.of(image, 28, 28, 0)) < error(image) ? 1 : 0;
        }
        assertEquals(lower, model.dimmedProperty().get().orElseThrow());
        String said = text(robot, "#oddities-behind");
        assertTrue(said.startsWith(Counts.spaced(lower) + " of 100 copies score less"), said);
        long pairs = Math.round(100 * found().detection().rocArea());
        assertTrue(said.contains(" " + pairs + " of 100 pairs"), said);
        assertEquals(found().isFailing(), text(robot, "#oddities-finding").contains("look more normal"));
        assertTrue(text(robot, "#oddities-fail").contains("for " + (2 * lower > 100 ? "" : "only ") + lower + " of"));
    }

    @Test
    void aRivalIsShownAndDistancesAreMeasured(FxRobot robot) {
        settle(robot);
        robot.interact(() ->
                robot.lookup("#oddities-score").<ComboBox<OddityScore>>query().setValue(OddityScore.CODE_DISTANCE));
        settle(robot);
        assertEquals(OddityScore.CODE_DISTANCE, found().score());
        assertEquals(
                List.of(
                        OddityScore.SQUARED_ERROR,
                        OddityScore.CROSS_ENTROPY,
                        OddityScore.CODE_DISTANCE,
                        OddityScore.BRIGHTNESS),
                robot.lookup("#oddities-score").<ComboBox<OddityScore>>query().getItems());
        assertEquals(
                List.of("guessing", "Distance of the code", "Squared error", "Brightness alone"),
                CurvesPane.roc(found(), Optional.empty()).curves().stream()
                        .map(curve -> curve.name())
                        .toList());
    }

    @Test
    void suspectsStandAroundTheLineAndOddOnesAreFramed(FxRobot robot) {
        settle(robot);
        double threshold = model.thresholdProperty().get();
        Found all = found();
        List<Integer> under = all.under(threshold, 4);
        List<Integer> over = all.over(threshold, 4);
        assertTrue(all.scored().of(under.get(0)) < threshold);
        assertTrue(all.scored().of(over.get(0)) >= threshold);
        assertTrue(all.scored().of(under.get(1)) <= all.scored().of(under.get(0)), "the largest first");
        assertTrue(all.scored().of(over.get(1)) <= all.scored().of(over.get(0)), "the largest first");
        assertEquals(all.detection().ranked(0), all.top(4).get(0));
        assertEquals(all.under(threshold, 1).get(0), under.get(0), "nearest to the line");
        assertEquals(all.over(threshold, 1).get(0), over.get(3), "nearest to the line");
        List<Integer> bags = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            if (all.mixture().isOdd(over.get(i))) {
                bags.add(i);
            }
        }
        Painted strip =
                Painted.of(() -> Painted.photo(robot.lookup("#oddities-over").queryAs(CanvasPane.class)));
        for (int i = 0; i < 4; i++) {
            boolean framed = strip.count(i * 68, 0, i * 68 + 62, 62, Token.DANGER) > 100;
            assertEquals(bags.contains(i), framed, "tile " + i);
        }
    }

    @Test
    void pointingAtASuspectShowsItWithItsErrorAndRank(FxRobot robot) {
        settle(robot);
        Node strip = robot.lookup("#oddities-over").query();
        Bounds place = strip.localToScreen(strip.getLayoutBounds());
        robot.moveTo(place.getMinX() + 68 + 28, place.getMinY() + 28);
        Patience patience = new Patience();
        int wanted = found().over(model.thresholdProperty().get(), 4).get(1);
        while (model.portraitProperty().get().orElseThrow().image() != wanted) {
            patience.lasts();
            settle(robot);
        }
        Portrait portrait = model.portraitProperty().get().orElseThrow();
        float[] image = session.data.test().image(wanted);
        assertEquals(error(image), portrait.error(), 1e-6);
        assertEquals(error(Damage.DIMMED.of(image, 28, 28, 0)), portrait.dimmedError(), 1e-6);
        assertEquals(Words.value(portrait.error()), Seen.below(view, "as it is"));
        assertEquals(Words.value(portrait.dimmedError()), Seen.below(view, "dimmed"));
        int rank = 1;
        for (int i = 0; i < 100; i++) {
            rank += error(session.data.test().image(i)) > portrait.error() + 1e-7 ? 1 : 0;
        }
        assertEquals("rank " + rank, Seen.below(view, Words.value(portrait.error())));
    }

    @Test
    void oneClickTrainsWithoutTheClassAndTheViewFollows(FxRobot robot) {
        settle(robot);
        robot.clickOn("#oddities-train");
        assertEquals(
                Optional.of("Bag"), session.training.state().experiment().data().without());
        Patience patience = new Patience();
        while (found().isFailing()
                || found().look().experiment().data().without().isEmpty()) {
            patience.lasts();
            settle(robot);
        }
        String said = text(robot, "#oddities-behind");
        assertTrue(said.startsWith("The network has never seen Bag."), said);
        robot.interact(session.training::stop);
    }

    @Test
    void theCardOfASuspectFloatsBesideTheStripAndNotOnIt(FxRobot robot) {
        settle(robot);
        Node strip = robot.lookup("#oddities-top").queryAll().stream()
                .filter(ImageGridView.class::isInstance)
                .findFirst()
                .orElseThrow();
        Bounds place = strip.localToScreen(strip.getLayoutBounds());
        robot.moveTo(place.getMinX() + 20, place.getMinY() + 20);
        robot.moveTo(place.getMinX() + 24, place.getMinY() + 24);
        Node card = robot.lookup("#oddities-hover").query();
        assertTrue(card.isVisible());
        Bounds over = card.localToScreen(card.getLayoutBounds());
        assertTrue(over.getMaxY() <= place.getMinY() || over.getMinY() >= place.getMaxY(), "on what it explains");
        assertTrue(over.getMinX() <= place.getMinX() + 24 && over.getMaxX() >= place.getMinX() + 24);
        robot.moveTo(place.getMinX() + 24, place.getMinY() - 300);
        assertFalse(card.isVisible());
    }

    @Test
    void anImageOfOnesOwnGetsItsRankByEveryScore(FxRobot robot) {
        settle(robot);
        robot.clickOn("#oddities-own");
        assertEquals("Draw a mug, or a face, or open a picture: is it odd?", text(robot, "#oddities-own-words"));
        robot.interact(() -> {
            own.clear();
            own.stroke(10, 20, 10, 20, new BrushTip(BrushTip.Ink.WHITE, BrushTip.MEDIUM));
            own.preparationProperty().set(Preparation.NONE);
            own.use();
        });
        Patience patience = new Patience();
        while (model.ownProperty().get().filter(all -> all.scores().size() == 4).isEmpty()) {
            patience.lasts();
            settle(robot);
        }
        Own made = model.ownProperty().get().orElseThrow();
        double error = made.by(OddityScore.SQUARED_ERROR).orElseThrow();
        assertEquals(0.25, error, 1e-6, "black and white are equally far from grey");
        assertEquals(9 / 784.0, made.by(OddityScore.BRIGHTNESS).orElseThrow(), 1e-6);
        assertEquals(0, made.by(OddityScore.CODE_DISTANCE).orElseThrow(), "all codes of this network are one");
        assertEquals(Optional.of(100), made.rank(OddityScore.BRIGHTNESS), "darker than every garment");
        assertEquals(Optional.of(1), made.rank(OddityScore.SQUARED_ERROR), "no garment is all black and white");
        assertEquals("rank 100", text(robot, "#oddities-own-brightness"));
        assertEquals("rank 1", text(robot, "#oddities-own-squared-error"));
        assertEquals(
                "Own drawing: rank 1 of 100 (Squared error 0.2500); 1 is the most suspect.",
                text(robot, "#oddities-own-words"));
        HistogramContent marked = HistogramPane.marked(HistogramPane.bins(found(), -1), found(), Optional.of(made));
        assertEquals(0.25, marked.marks().get(0).value(), 1e-6);
        robot.interact(own::forget);
        settle(robot);
        assertTrue(model.ownProperty().get().isEmpty());
    }

    @Test
    void dataThatCannotBeReadAreSaidInASentence(FxRobot robot) {
        settle(robot);
        robot.interact(() -> {
            model.setProperty().set("/no/such/folder");
            model.kindProperty().set(Odd.Kind.SET);
        });
        Patience patience = new Patience();
        while (model.problemProperty().get().isEmpty()) {
            patience.lasts();
            robot.interact(model::tick);
            robot.sleep(20);
        }
        assertEquals("There is no folder /no/such/folder.", text(robot, "#oddities-problem"));
        ComboBox<?> sets = robot.lookup("#oddities-set").queryComboBox();
        assertEquals("/no/such/folder", sets.getItems().get(sets.getItems().size() - 1), "a folder can be named again");
        assertFalse(robot.lookup("#oddities-histogram")
                .query()
                .getParent()
                .getParent()
                .isVisible());
        robot.interact(() -> model.setProperty().set("sketchwear"));
        Patience further = new Patience();
        while (model.foundProperty().get().isEmpty()) {
            further.lasts();
            robot.interact(model::tick);
            robot.sleep(20);
        }
        assertEquals("", model.problemProperty().get());
        assertEquals(Odd.ofSet("Sketchwear"), found().mixture().odd());
        assertEquals(1100, found().mixture().size());
    }
}
