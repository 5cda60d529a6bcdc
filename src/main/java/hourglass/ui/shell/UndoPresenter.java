package hourglass.ui.shell;

import hourglass.core.spec.Experiment;
import hourglass.session.history.History;
import hourglass.session.look.Look;
import hourglass.session.look.Pick;
import hourglass.session.look.Showcase;
import hourglass.session.run.TrainingDesk;
import hourglass.session.run.TrainingService;
import hourglass.ui.kit.LookWords;
import hourglass.ui.kit.Messages;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Undo and redo of the whole window: does the two commands, says what they did, and remembers which network was chosen
 * and which training a new one ended, with the settings of the moment.
 */
public final class UndoPresenter {
    private final ShellModel shell;
    private final History history;
    private final Showcase showcase;
    private final TrainingService training;
    private final TrainingDesk desk;
    private Moment seen;
    private Optional<Pick> seenTraining;
    private @Nullable Moment awaited;
    private @Nullable Experiment settings;

    /** What was chosen for the whole window, and the settings beside it. */
    private record Moment(Pick pick, Experiment draft) {}

    /** Over what is chosen and what is trained. */
    public UndoPresenter(
            ShellModel shell, History history, Showcase showcase, TrainingService training, TrainingDesk desk) {
        this.shell = shell;
        this.history = history;
        this.showcase = showcase;
        this.training = training;
        this.desk = desk;
        seen = moment();
        seenTraining = trainingPick();
        shell.on(ShellCommand.UNDO, () -> say(history.undo(), "undo.undone", "undo.none"));
        shell.on(ShellCommand.REDO, () -> say(history.redo(), "undo.redone", "undo.none-again"));
        desk.onStart(this::started);
    }

    private Moment moment() {
        return new Moment(showcase.newest(), desk.draft());
    }

    private Optional<Pick> trainingPick() {
        return showcase.training().map(Look::pick);
    }

    private void say(Optional<String> name, String did, String nothing) {
        shell.messageProperty().set(name.map(step -> Messages.text(did, step)).orElseGet(() -> Messages.text(nothing)));
    }

    /** A training begins that ends what is shown: going back ends it and shows what was there. */
    private void started(Experiment before) {
        Moment ended = new Moment(showcase.newest(), before);
        Begun begun = new Begun();
        boolean otherSeed = before.seed() != desk.draft().seed();
        String name = otherSeed ? Messages.text("undo.new-seed") : Messages.text("undo.restart");
        history.did(
                name,
                () -> {
                    begun.found = new Moment(trainingPick().orElse(ended.pick()), desk.draft());
                    training.stop();
                    awaited = ended;
                },
                () -> restore(begun.found == null ? ended : begun.found));
    }

    /** The training that a step began, known once it is taken back. */
    private static final class Begun {
        private @Nullable Moment found;
    }

    private void restore(Moment moment) {
        showcase.choose(moment.pick());
        seen = moment;
        // The Train view takes the settings of the network first.
        settings = moment.draft();
    }

    /** Looks once, after the views; FX thread. */
    public void tick() {
        if (settings != null) {
            desk.plan(settings);
            settings = null;
        }
        if (awaited != null && !training.state().phase().isActive()) {
            restore(awaited);
            awaited = null;
        }
        followChoice();
        shell.undoTextProperty().set(history.next().orElse(""));
        shell.redoTextProperty().set(history.nextAgain().orElse(""));
    }

    private void followChoice() {
        Moment before = seen;
        Optional<Pick> trained = trainingPick();
        seen = moment();
        boolean begun = !trained.equals(seenTraining) && trained.equals(Optional.of(seen.pick()));
        seenTraining = trained;
        if (!begun && !seen.pick().equals(before.pick())) {
            Moment now = seen;
            history.did(nameOf(now.pick()), () -> restore(before), () -> restore(now));
        }
    }

    private String nameOf(Pick pick) {
        UnaryOperator<String> words = name ->
                pick.kind() == Pick.Kind.FILE ? Messages.text("undo.opened", name) : Messages.text("undo.shown", name);
        return showcase.offered().stream()
                .filter(look -> look.pick().equals(pick))
                .findFirst()
                .map(LookWords::shortName)
                .map(words)
                .orElseGet(() -> words.apply(pick.name()));
    }
}
