package hourglass.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import hourglass.core.spec.Experiment;
import hourglass.engine.model.RunId;
import hourglass.session.look.Origin;
import hourglass.session.look.Pick;
import hourglass.session.run.Phase;
import hourglass.testing.Patience;
import hourglass.testing.SmallSession;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class UndoPresenterTest {
    private final SmallSession session = new SmallSession();
    private final ShellModel shell = new ShellModel();
    private final UndoPresenter presenter =
            new UndoPresenter(shell, session.history, session.showcase, session.training, session.desk);

    @AfterEach
    void close() {
        session.close();
    }

    private void tickUntil(BooleanSupplier condition) {
        Patience patience = new Patience();
        do {
            patience.lasts();
            session.showcase.tick(session.training);
            presenter.tick();
            Thread.onSpinWait();
        } while (!condition.getAsBoolean());
    }

    private void shows(Pick pick) {
        tickUntil(() -> session.chooser.look().pick().equals(pick));
    }

    private RunId train(long seed) {
        Experiment draft = session.desk.draft();
        session.desk.edit(
                draft.withSeed(seed).withTraining(draft.training().withEpochs(1).withBatchSize(100)));
        session.desk.restart();
        return ended();
    }

    private RunId ended() {
        tickUntil(() -> session.training.state().phase() == Phase.COMPLETED
                && session.chooser.look().origin() == Origin.TONIGHT
                && session.showcase
                        .training()
                        .orElseThrow()
                        .run()
                        .equals(session.chooser.look().run()));
        return session.chooser.look().run();
    }

    @Test
    void aNewSeedIsTakenBackWithTheRunThatItEnded() {
        RunId first = train(5);
        session.desk.restartWithNewSeed();
        tickUntil(() -> !session.chooser.look().run().equals(first));
        RunId second = ended();
        assertEquals("restart with a new seed", shell.undoTextProperty().get());
        shell.run(ShellCommand.UNDO);
        shows(Pick.run(first));
        tickUntil(() -> session.desk.draft().seed() == 5);
        assertEquals("Undone: restart with a new seed", shell.messageProperty().get());
        assertEquals(1, session.chooser.look().snapshot().progress().epochs());
        shell.run(ShellCommand.REDO);
        shows(Pick.run(second));
        tickUntil(() -> session.desk.draft().seed() == 11);
    }

    @Test
    void aRunUnderWayStopsWhenItsRestartIsTakenBack() {
        RunId first = train(5);
        Experiment draft = session.desk.draft();
        session.desk.edit(draft.withTraining(draft.training().withEpochs(10_000)));
        session.desk.restart();
        tickUntil(() -> session.chooser.look().isTraining());
        shell.run(ShellCommand.UNDO);
        shows(Pick.run(first));
        assertFalse(session.training.state().phase().isActive());
        assertEquals("Undone: restart", shell.messageProperty().get());
    }

    @Test
    void aNetworkThatWasChosenGivesWayToTheOneBefore() {
        RunId run = train(5);
        Experiment settings = session.desk.draft();
        Pick shipped = Pick.shipped(session.models.firstShipped());
        session.chooser.pickForAll(shipped);
        tickUntil(() -> shell.undoTextProperty().get().startsWith("network chosen"));
        session.desk.take(session.chooser.look().experiment());
        shell.run(ShellCommand.UNDO);
        shows(Pick.run(run));
        tickUntil(() -> session.desk.draft().equals(settings));
        shell.run(ShellCommand.REDO);
        shows(shipped);
    }

    @Test
    void whereNothingWasDoneThatIsSaid() {
        shell.run(ShellCommand.UNDO);
        assertEquals(
                "Nothing was done that could be undone.",
                shell.messageProperty().get());
    }
}
