package hourglass.ui.oddities;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Preset;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Progress;
import hourglass.session.measure.Odd;
import hourglass.session.measure.OddityScore;
import hourglass.testing.Patience;
import hourglass.testing.Shown;
import hourglass.testing.SmallSession;
import hourglass.testing.Snapshots;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OdditiesModelTest {
    private final SmallSession session = new SmallSession();
    private final Shown show = new Shown(session.models, session.dataService);
    private final OdditiesModel model = new OdditiesModel(
            show.showcase.chooser(hourglass.session.look.Suitability.ANY),
            session.inference,
            session.dataService,
            session.desk);

    @AfterEach
    void close() {
        session.close();
    }

    private void settle() throws InterruptedException {
        Patience patience = new Patience();
        do {
            patience.lasts();
            model.tick();
            Thread.sleep(10);
        } while (model.problemProperty().get().isEmpty()
                && (model.foundProperty().get().isEmpty()
                        || model.progressProperty().get() < 1));
    }

    private ModelSnapshot without(String name) {
        DataSpec all = new DataSpec(session.data.name(), session.data.fingerprint());
        Experiment experiment = Preset.DENSE_2.experiment(all.without(Optional.of(name)), 784, 7);
        return Snapshots.of("left-" + name.toLowerCase(java.util.Locale.ROOT), experiment, new Progress(1, 0, 5));
    }

    @Test
    void nothingIsMeasuredWhereNobodyLooks() throws InterruptedException {
        model.tick();
        Thread.sleep(50);
        model.tick();
        assertTrue(model.lookProperty().get().isEmpty());
    }

    @Test
    void aNetworkTrainedWithoutAClassIsLookedAtForThat() throws InterruptedException {
        model.shownProperty().set(true);
        settle();
        assertEquals("Bag", model.classNameProperty().get());
        model.kindProperty().set(Odd.Kind.DAMAGE);
        show.ended(without("Trouser"));
        settle();
        assertEquals(Odd.Kind.CLASS, model.kindProperty().get());
        assertEquals("Trouser", model.classNameProperty().get());
        assertEquals(
                Odd.ofClass("Trouser"),
                model.foundProperty().get().orElseThrow().mixture().odd());
    }

    @Test
    void numbersOfOneQuestionNeverStandBelowAnother() throws InterruptedException {
        model.shownProperty().set(true);
        settle();
        double before = model.thresholdProperty().get();
        model.kindProperty().set(Odd.Kind.DAMAGE);
        model.tick();
        assertTrue(model.foundProperty()
                .get()
                .map(found -> found.mixture().odd().kind() == Odd.Kind.DAMAGE)
                .orElse(true));
        settle();
        model.scoreProperty().set(OddityScore.BRIGHTNESS);
        settle();
        assertEquals(
                OddityScore.BRIGHTNESS,
                model.foundProperty().get().orElseThrow().score());
        assertTrue(model.thresholdProperty().get() != before, "the threshold is one of this score");
    }

    @Test
    void aNetworkOfAnotherImageSizeIsRefusedInASentenceAndTheNextOneIsTaken() throws InterruptedException {
        model.shownProperty().set(true);
        show.ended(Snapshots.of("small", Preset.DENSE_2, 1));
        model.tick();
        assertEquals(
                "This network expects images of 64 pixels, but those of Sketchwear have 28×28. Pick another network, or"
                        + " other data.",
                model.problemProperty().get());
        assertTrue(model.foundProperty().get().isEmpty());
        show.ended(without("Bag"));
        settle();
        assertEquals("", model.problemProperty().get());
        assertTrue(model.foundProperty().get().isPresent());
    }

    @Test
    void aClassThatTheDataLackIsSaid() throws InterruptedException {
        model.shownProperty().set(true);
        model.tick();
        model.classNameProperty().set("Hat");
        model.tick();
        assertTrue(model.problemProperty().get().startsWith("Sketchwear has no class \"Hat\""));
        model.classNameProperty().set("Coat");
        settle();
        assertEquals("", model.problemProperty().get());
    }

    @Test
    void aLongMeasureCanBeCancelled() throws InterruptedException {
        model.shownProperty().set(true);
        settle();
        model.scoreProperty().set(OddityScore.CODE_DISTANCE);
        model.tick();
        model.cancel();
        settle();
        assertEquals(
                OddityScore.SQUARED_ERROR,
                model.foundProperty().get().orElseThrow().score());
    }
}
