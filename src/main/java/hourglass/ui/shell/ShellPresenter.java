package hourglass.ui.shell;

import hourglass.core.Identity;
import hourglass.core.spec.Experiment;
import hourglass.engine.model.ModelSnapshot;
import hourglass.session.data.DataService;
import hourglass.session.data.DataState;
import hourglass.session.data.download.DownloadProgress;
import hourglass.session.look.Chooser;
import hourglass.session.look.Look;
import hourglass.session.look.Pick;
import hourglass.session.project.FileEvent;
import hourglass.session.project.ModelService;
import hourglass.session.run.Phase;
import hourglass.session.run.TrainingDesk;
import hourglass.session.run.TrainingFrame;
import hourglass.session.run.TrainingService;
import hourglass.session.run.TrainingState;
import hourglass.ui.kit.Choice;
import hourglass.ui.kit.Counts;
import hourglass.ui.kit.LookWords;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Notice;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps the frame of the window true to the services: looks at them with every tick and words what changed. */
public final class ShellPresenter {
    private static final int DATA_VIEW = 0;

    private final ShellModel shell;
    private final TrainingService training;
    private final TrainingDesk desk;
    private final ModelService models;
    private final DataService data;
    private final Supplier<Chooser> view;
    private final Chooser train;
    private @Nullable TrainingState seenState;

    @SuppressWarnings("NullableOptional") // null before the first look, unlike an answer that is empty
    private @Nullable Optional<TrainingFrame> seenFrame;

    @SuppressWarnings("NullableOptional") // null before the first look, unlike an answer that is empty
    private @Nullable Optional<ModelSnapshot> seenBest;

    private @Nullable Look seenLook;
    private @Nullable Experiment seenDraft;
    private @Nullable DataState seenData;
    private FileEvent seenEvent = FileEvent.NONE;
    private Consumer<Path> settingsGone = file -> {};

    /**
     * For the services whose state the frame shows.
     *
     * @param view what the view on the screen shows
     * @param train what the view shows whose settings are trained
     */
    public ShellPresenter(ShellModel shell, Seen seen, Supplier<Chooser> view, Chooser train) {
        this.shell = shell;
        training = seen.training();
        desk = seen.desk();
        models = seen.models();
        data = seen.data();
        this.view = view;
        this.train = train;
        connect();
    }

    /** Who asks what a file without settings leaves open, when the user wants to be asked. */
    public void onSettingsGone(Consumer<Path> asking) {
        settingsGone = asking;
    }

    /** The services that are looked at. */
    public record Seen(TrainingService training, TrainingDesk desk, ModelService models, DataService data) {}

    private void connect() {
        shell.onLook(() -> view.get().look());
        shell.on(ShellCommand.TOGGLE_TRAINING, () -> desk.trainOrPause(atHand().snapshot()));
        shell.on(ShellCommand.STEP, () -> desk.stepOnce(atHand().snapshot()));
        shell.on(ShellCommand.STOP, desk::stop);
        shell.on(ShellCommand.RESTART_SAME, () -> {
            atHand();
            desk.restart();
        });
        shell.on(ShellCommand.RESTART_NEW, () -> {
            atHand();
            desk.restartWithNewSeed();
        });
        shell.on(
                ShellCommand.SHOW_TRAINING, () -> view.get().trainingElsewhere().ifPresent(look -> view.get()
                        .pick(look.pick())));
    }

    /**
     * The network on the screen. While nothing trains the buttons are about it: where Train shows another, the settings
     * become those of this one.
     */
    private Look atHand() {
        Look look = view.get().look();
        if (isOfOtherSettings(look)) {
            desk.take(look.experiment());
        }
        return look;
    }

    private boolean isOfOtherSettings(Look look) {
        return !training.state().phase().isActive() && look.fits() && !look.isSameMoment(train.look());
    }

    /** Looks at everything once; FX thread. */
    public void tick() {
        Look look = view.get().look();
        boolean moved = !Identity.same(training.state(), seenState)
                || !Identity.same(training.frame(), seenFrame)
                || !Identity.same(desk.draft(), seenDraft)
                || !look.equals(seenLook);
        if (moved) {
            seenLook = look;
            seenDraft = desk.draft();
            seenState = training.state();
            seenFrame = training.frame();
            showNetwork(look);
            showTransport(seenState, seenFrame.orElse(null), look);
        }
        showBest();
        if (!Identity.same(data.state(), seenData)) {
            showData(data.state());
        }
        if (!Identity.same(models.event(), seenEvent)) {
            seenEvent = models.event();
            showEvent(seenEvent);
        }
        showMemory();
    }

    private void showTransport(TrainingState state, @Nullable TrainingFrame frame, Look look) {
        Phase phase = state.phase();
        Optional<Look> elsewhere = view.get().trainingElsewhere();
        shell.runningProperty().set(phase == Phase.RUNNING || phase == Phase.PREPARING);
        shell.enabledProperty(ShellCommand.STOP).set(phase.isActive());
        shell.pausedProperty().set(phase == Phase.PAUSED);
        shell.continuableProperty().set(!phase.isActive() && canGoOn(look));
        shell.elsewhereProperty().set(elsewhere.isPresent());
        shell.enabledProperty(ShellCommand.SHOW_TRAINING).set(elsewhere.isPresent());
        boolean ofRun = training.snapshot()
                .filter(last -> last.run().equals(look.run()) && look.pick().equals(Pick.run(look.run())))
                .isPresent();
        if (!phase.isActive() && !ofRun) {
            shell.epochTextProperty().set(LookWords.sentence(LookWords.trained(look)));
            shell.progressProperty().set(look.isTrained() ? 1 : 0);
            shell.rateTextProperty().set("–");
        } else if (frame == null) {
            shell.epochTextProperty()
                    .set(
                            phase == Phase.PREPARING
                                    ? Messages.text("shell.preparing")
                                    : Messages.text("shell.untrained"));
            shell.progressProperty().set(phase == Phase.PREPARING ? -1 : 0);
            shell.rateTextProperty().set("–");
        } else {
            showFrame(phase, frame, elsewhere);
        }
    }

    /** With the settings the button would take. */
    private boolean canGoOn(Look look) {
        return isOfOtherSettings(look) ? look.isTrained() : desk.canGoOn(look.snapshot());
    }

    private void showFrame(Phase phase, TrainingFrame frame, Optional<Look> elsewhere) {
        int running = Math.min(frame.totalEpochs(), frame.progress().epochs() + 1);
        elsewhere.ifPresent(look -> shell.elsewhereTextProperty().set(elsewhere(phase, look)));
        shell.epochTextProperty()
                .set(
                        elsewhere.isPresent()
                                ? Messages.text("shell.elsewhere.epoch", running, frame.totalEpochs())
                                : words(phase, frame, running));
        shell.progressProperty().set(frame.totalEpochs() == 0 ? 1 : frame.epoch() / frame.totalEpochs());
        shell.rateTextProperty()
                .set(phase == Phase.RUNNING && frame.samplesPerSecond() > 0 ? grouped(frame.samplesPerSecond()) : "–");
    }

    private static String elsewhere(Phase phase, Look look) {
        String name = LookWords.shortName(look);
        return phase == Phase.PAUSED
                ? Messages.text("shell.elsewhere.paused", name)
                : Messages.text("shell.elsewhere", name);
    }

    private static String words(Phase phase, TrainingFrame frame, int running) {
        return switch (phase) {
            case RUNNING, PREPARING -> Messages.text("shell.epoch", running, frame.totalEpochs());
            case COMPLETED ->
                Messages.text("shell.completed", Counts.epochs(frame.progress().epochs()));
            case FAILED -> Messages.text("shell.failed", running);
            case PAUSED ->
                Messages.text(
                        "shell.paused", running, Counts.spaced(frame.progress().batch()));
            case IDLE, STOPPED -> Messages.text("shell.stopped", running);
        };
    }

    private static String grouped(double value) {
        return Counts.spaced(Math.round(value / 100) * 100);
    }

    private void showNetwork(Look look) {
        shell.networkTitleProperty().set(LookWords.name(look));
        shell.networkDetailsProperty().set(LookWords.details(look));
    }

    private void showBest() {
        Optional<ModelSnapshot> best = training.best();
        if (Identity.same(best, seenBest)) {
            return;
        }
        seenBest = best;
        shell.enabledProperty(ShellCommand.SAVE_BEST).set(best.isPresent());
        shell.bestTextProperty()
                .set(
                        best.isPresent()
                                ? Messages.text(
                                        "shell.save.best-of",
                                        best.get().progress().epochs())
                                : Messages.text("shell.save.best"));
    }

    private void showData(DataState state) {
        boolean failed = seenData != null
                && !state.problem().isEmpty()
                && !state.problem().equals(seenData.problem());
        seenData = state;
        int train = state.data().train().size();
        int test = state.data().test().size();
        shell.dataTextProperty()
                .set(Messages.text("shell.data", state.data().name(), Counts.spaced(train), Counts.testImages(test)));
        DownloadProgress progress = state.progress();
        switch (state.activity()) {
            case READING -> shell.messageProperty().set(Messages.text("shell.data.reading"));
            case DOWNLOADING ->
                shell.messageProperty().set(Messages.text("shell.data.downloading", state.wanted(), percent(progress)));
            case NONE ->
                shell.messageProperty()
                        .set(
                                state.problem().isEmpty()
                                        ? Messages.text(
                                                "shell.data.using", state.data().name())
                                        : state.problem());
        }
        if (state.activity() == DataState.Activity.NONE && data.asksAboutTurning()) {
            shell.notify(new Notice(
                    Notice.Kind.INFO,
                    Messages.text("shell.data.lying", state.data().name()),
                    new Choice(Messages.text("shell.data.turn"), data::turn)));
        }
        // The data view itself says it where it is shown.
        if (failed && shell.viewProperty().get() != DATA_VIEW) {
            shell.notify(new Notice(Notice.Kind.WARNING, state.problem()));
        }
    }

    private static int percent(@Nullable DownloadProgress progress) {
        return progress == null ? 0 : (int) Math.floor(100 * progress.fraction());
    }

    private void showEvent(FileEvent event) {
        String file = String.valueOf(event.file().getFileName());
        switch (event.kind()) {
            case NONE -> {}
            case BUSY -> shell.messageProperty().set(Messages.text("shell.file.busy", file));
            case OPENED -> {
                shell.notices().removeIf(notice -> notice.kind() == Notice.Kind.ERROR);
                shell.messageProperty().set(Messages.text("shell.file.opened", file));
                if (!event.problem().isEmpty()) {
                    shell.notify(new Notice(Notice.Kind.INFO, event.problem()));
                }
            }
            case SETTINGS_GONE -> {
                shell.messageProperty().set(event.problem());
                shell.notify(new Notice(
                        Notice.Kind.WARNING,
                        event.problem(),
                        new Choice(Messages.text("shell.settings.say"), () -> settingsGone.accept(event.file()))));
            }
            case SAVED -> shell.messageProperty().set(Messages.text("shell.file.saved", event.file()));
            case OPEN_FAILED, SAVE_FAILED -> {
                shell.messageProperty().set(event.problem());
                shell.notify(new Notice(Notice.Kind.ERROR, event.problem()));
            }
        }
    }

    private void showMemory() {
        Runtime runtime = Runtime.getRuntime();
        long used = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
        // In steps, so that the line does not flicker thirty times a second.
        shell.memoryTextProperty().set(Messages.text("shell.memory", Long.toString(used / 16 * 16)));
    }
}
