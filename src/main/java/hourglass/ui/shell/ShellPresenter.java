package hourglass.ui.shell;

import hourglass.core.Identity;
import hourglass.core.spec.Experiment;
import hourglass.engine.model.ModelSnapshot;
import hourglass.session.data.DataService;
import hourglass.session.data.DataState;
import hourglass.session.data.download.DownloadProgress;
import hourglass.session.project.ActiveModel;
import hourglass.session.project.FileEvent;
import hourglass.session.project.ModelService;
import hourglass.session.run.Phase;
import hourglass.session.run.TrainingDesk;
import hourglass.session.run.TrainingFrame;
import hourglass.session.run.TrainingService;
import hourglass.session.run.TrainingState;
import hourglass.ui.kit.Counts;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Notice;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the frame of the window true to the services: looks at them with every tick and words what changed. */
public final class ShellPresenter {
    private static final int DATA_VIEW = 0;

    private final ShellModel shell;
    private final TrainingService training;
    private final TrainingDesk desk;
    private final ModelService models;
    private final DataService data;
    private @Nullable TrainingState seenState;

    @SuppressWarnings("NullableOptional") // null before the first look, unlike an answer that is empty
    private @Nullable Optional<TrainingFrame> seenFrame;

    @SuppressWarnings("NullableOptional") // null before the first look, unlike an answer that is empty
    private @Nullable Optional<ModelSnapshot> seenSnapshot;

    @SuppressWarnings("NullableOptional") // null before the first look, unlike an answer that is empty
    private @Nullable Optional<ModelSnapshot> seenBest;

    private @Nullable ActiveModel seenModel;
    private @Nullable DataState seenData;
    private FileEvent seenEvent = FileEvent.NONE;
    private long followed;

    /** For the services whose state the frame shows. */
    public ShellPresenter(
            ShellModel shell, TrainingService training, TrainingDesk desk, ModelService models, DataService data) {
        this.shell = shell;
        this.training = training;
        this.desk = desk;
        this.models = models;
        this.data = data;
        connect();
    }

    private void connect() {
        shell.on(ShellCommand.TOGGLE_TRAINING, desk::trainOrPause);
        shell.on(ShellCommand.STEP, desk::stepOnce);
        shell.on(ShellCommand.STOP, desk::stop);
        shell.on(ShellCommand.RESTART_SAME, desk::restart);
        shell.on(ShellCommand.RESTART_NEW, desk::restartWithNewSeed);
    }

    /** Looks at everything once; FX thread. */
    public void tick() {
        follow();
        ActiveModel active = models.active();
        boolean moved = !Identity.same(training.state(), seenState)
                || !Identity.same(training.frame(), seenFrame)
                || !Identity.same(active, seenModel);
        if (!Identity.same(active, seenModel)) {
            boolean chosen = seenModel != null && active.source() != ActiveModel.Source.TRAINING;
            seenModel = active;
            showNetwork(active);
            if (chosen) {
                leaveRun(active);
            }
        }
        showBest();
        if (moved) {
            seenState = training.state();
            seenFrame = training.frame();
            showTransport(seenState, seenFrame.orElse(null));
        }
        if (!Identity.same(data.state(), seenData)) {
            showData(data.state());
        }
        if (!Identity.same(models.event(), seenEvent)) {
            seenEvent = models.event();
            showEvent(seenEvent);
        }
        showMemory();
    }

    /** The views show the network in training from its first weights on, until the user opens another. */
    private void follow() {
        Optional<ModelSnapshot> snapshot = training.snapshot();
        if (Identity.same(snapshot, seenSnapshot)) {
            return;
        }
        seenSnapshot = snapshot;
        long generation = training.state().generation();
        boolean fresh = generation != followed;
        ActiveModel shown = models.active();
        if (snapshot.isPresent() && (fresh || shown.source() == ActiveModel.Source.TRAINING)) {
            followed = generation;
            models.showTraining(shown, snapshot.get());
        }
    }

    private void showTransport(TrainingState state, @Nullable TrainingFrame frame) {
        Phase phase = state.phase();
        shell.runningProperty().set(phase == Phase.RUNNING || phase == Phase.PREPARING);
        shell.enabledProperty(ShellCommand.STOP).set(phase.isActive());
        shell.pausedProperty().set(phase == Phase.PAUSED);
        ActiveModel active = models.active();
        if (!phase.isActive() && active.source() != ActiveModel.Source.TRAINING) {
            shell.epochTextProperty()
                    .set(Messages.text(
                            "shell.trained", active.snapshot().progress().epochs()));
            shell.progressProperty().set(1);
            shell.rateTextProperty().set("–");
            return;
        }
        if (frame == null) {
            shell.epochTextProperty()
                    .set(
                            phase == Phase.PREPARING
                                    ? Messages.text("shell.preparing")
                                    : Messages.text("shell.untrained"));
            shell.progressProperty().set(phase == Phase.PREPARING ? -1 : 0);
            shell.rateTextProperty().set("–");
            return;
        }
        int running = Math.min(frame.totalEpochs(), frame.progress().epochs() + 1);
        shell.epochTextProperty()
                .set(
                        phase == Phase.RUNNING || phase == Phase.PREPARING
                                ? Messages.text("shell.epoch", running, frame.totalEpochs())
                                : words(phase, frame, running));
        shell.progressProperty().set(frame.totalEpochs() == 0 ? 1 : frame.epoch() / frame.totalEpochs());
        shell.rateTextProperty()
                .set(phase == Phase.RUNNING && frame.samplesPerSecond() > 0 ? grouped(frame.samplesPerSecond()) : "–");
    }

    private static String words(Phase phase, TrainingFrame frame, int running) {
        return switch (phase) {
            case COMPLETED -> Messages.text("shell.completed", frame.progress().epochs());
            case FAILED -> Messages.text("shell.failed", running);
            case PAUSED ->
                Messages.text(
                        "shell.paused", running, Counts.spaced(frame.progress().batch()));
            default -> Messages.text("shell.stopped", running);
        };
    }

    private static String grouped(double value) {
        return Counts.spaced(Math.round(value / 100) * 100);
    }

    private void showNetwork(ActiveModel model) {
        Experiment experiment = model.snapshot().experiment();
        int epochs = model.snapshot().progress().epochs();
        shell.networkTitleProperty().set(experiment.describe());
        String seed = Long.toString(experiment.seed());
        String set = experiment.data().name();
        shell.networkDetailProperty()
                .set(
                        switch (model.source()) {
                            case SHIPPED -> Messages.text("shell.detail.shipped", epochs, set, seed);
                            case FILE -> Messages.text("shell.detail.file", model.name(), epochs, set, seed);
                            case TRAINING -> Messages.text("shell.detail.training", epochs, set, seed);
                        });
    }

    /** The settings of a network just opened become those being edited, so that training goes on with it. */
    private void leaveRun(ActiveModel opened) {
        desk.stop();
        followed = training.state().generation();
        desk.edit(opened.snapshot().experiment());
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
                .set(Messages.text("shell.data", state.data().name(), Counts.spaced(train), Counts.spaced(test)));
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
