package hourglass.ui.lesson;

import hourglass.core.data.DataSet;
import hourglass.figures.EveningFigure;
import hourglass.figures.EveningPage;
import hourglass.figures.Saved;
import hourglass.figures.Tables;
import hourglass.session.file.Session;
import hourglass.session.lesson.EveningSummary;
import hourglass.session.lesson.LessonMemory;
import hourglass.session.lesson.LessonPlay;
import hourglass.session.lesson.LessonRecord.Reveal;
import hourglass.session.lesson.LessonRecord.Stage;
import hourglass.session.lesson.LessonService;
import hourglass.session.lesson.LessonStep;
import hourglass.ui.kit.Exportable;
import hourglass.ui.kit.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The evening in the window: what keys and clicks do, and what there is to show. Looks at the services with each tick. */
public final class LessonModel {
    /** How long the mouse goes round. */
    static final int GOAL_SECONDS = 60;

    private static final long SECOND = 1_000_000_000L;

    private final LessonService service;
    private final Supplier<DataSet> data;
    private final LessonMemory memory;
    private final Consumer<LessonStep.Opening> opening;
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", false);
    private final BooleanProperty notesShown = new SimpleBooleanProperty(this, "notesShown", false);
    private final BooleanProperty notesElsewhere = new SimpleBooleanProperty(this, "notesElsewhere", false);
    private final BooleanProperty goalsShown = new SimpleBooleanProperty(this, "goalsShown", false);
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper(this, "changes", 0);
    private final IntegerProperty pointed = new SimpleIntegerProperty(this, "pointed", 0);
    private final DoubleProperty progress = new SimpleDoubleProperty(this, "progress", 0);
    private final IntegerProperty secondsLeft = new SimpleIntegerProperty(this, "secondsLeft", GOAL_SECONDS);
    private final StringProperty failure = new SimpleStringProperty(this, "failure", "");
    private final LessonPlay play;
    private String opened = "";
    private long asked = -1;
    private long goalSince = -1;

    /**
     * Of an evening.
     *
     * @param play where it stands
     * @param service measures its steps
     * @param data what they are measured on
     * @param memory keeps where it stands
     * @param opening shows what a step wants to be seen
     */
    public LessonModel(
            LessonPlay play,
            LessonService service,
            Supplier<DataSet> data,
            LessonMemory memory,
            Consumer<LessonStep.Opening> opening) {
        this.play = play;
        this.service = service;
        this.data = data;
        this.memory = memory;
        this.opening = opening;
    }

    /** Where the evening stands; read it after each of the {@link #changesProperty}, and leave it as it is. */
    LessonPlay play() {
        return play;
    }

    /** Whether the strip is open. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** Whether what is for the leader alone is shown. */
    BooleanProperty notesShownProperty() {
        return notesShown;
    }

    /** Whether that is on a screen of its own. */
    BooleanProperty notesElsewhereProperty() {
        return notesElsewhere;
    }

    /** Whether the goals of free play are shown. */
    BooleanProperty goalsShownProperty() {
        return goalsShown;
    }

    /** Counts what changed. */
    ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /** Counts how often somebody asked where to look. */
    public IntegerProperty pointedProperty() {
        return pointed;
    }

    /** Where to look in the view, by the id of its node; empty for the whole view. */
    public Optional<String> where() {
        return play.isOver() ? Optional.empty() : play.step().open().where();
    }

    /** Share of the measurement that is done, 0 … 1. */
    DoubleProperty progressProperty() {
        return progress;
    }

    /** Seconds left for the goal. */
    IntegerProperty secondsLeftProperty() {
        return secondsLeft;
    }

    /** Why nothing was measured, in a sentence; empty where that is not so. */
    StringProperty failureProperty() {
        return failure;
    }

    private Stage stage() {
        return play.now().stage();
    }

    private void changed() {
        memory.write(play.record());
        show();
        changes.set(changes.get() + 1);
    }

    /** Opens what the step wants to be seen, once when the room comes to it. */
    private void show() {
        String here = play.isOver() ? "" : play.step().id();
        if (shown.get() && !here.equals(opened)) {
            opened = here;
            failure.set("");
            if (!here.isEmpty()) {
                opening.accept(play.step().open());
            }
        }
    }

    /** Where the evening stands, and whether its strip is open. */
    public Session.Evening state() {
        return new Session.Evening(shown.get(), play.record());
    }

    /** Goes to where an evening stood; what the step wanted to be seen then was seen. */
    public void restore(Session.Evening state) {
        leave();
        play.resume(state.record());
        opened = play.isOver() ? "" : play.step().id();
        shown.set(state.shown());
        changed();
    }

    /** What can be saved of the evening: a page, a picture, the votes. */
    public List<Exportable> exports() {
        return List.of(
                exportable(Messages.text("lesson.save.page"), "evening.html", EveningPage::new),
                exportable(Messages.text("lesson.save.picture"), "evening.png", EveningFigure::new),
                exportable(Messages.text("lesson.save.votes"), "evening.csv", Tables::votes));
    }

    private Exportable exportable(String title, String file, Function<EveningSummary, Saved> figure) {
        return new Exportable(title, file, () -> Optional.of(EveningSummary.of(play))
                .filter(evening -> !evening.rows().isEmpty())
                .map(figure));
    }

    /** Opens or closes the strip. */
    public void toggle() {
        shown.set(!shown.get());
        opened = "";
        show();
        changes.set(changes.get() + 1);
    }

    void vote(int option) {
        play.vote(option);
        changed();
    }

    void takeBack(int option) {
        play.takeBack(option);
        changed();
    }

    void closeVote() {
        play.closeVote();
        changed();
    }

    void skip() {
        play.skip();
        changed();
    }

    void voteAgain() {
        play.voteAgain();
        changed();
    }

    /** Measures the step, where that is allowed. */
    void run() {
        if (play.mayRun()) {
            failure.set("");
            progress.set(0);
            play.run();
            asked = service.ask(play.step(), data.get());
            changed();
        }
    }

    /** Shows what was measured another day, where the step may be run. */
    void showKept() {
        if (play.mayRun()) {
            kept().ifPresent(play::reveal);
            changed();
        }
    }

    /** What was measured of the step another day. */
    Optional<Reveal> kept() {
        return play.evening().kept().of(play.step());
    }

    /** Breaks the measurement off. */
    void stop() {
        leave();
        changed();
    }

    private void leave() {
        if (asked >= 0) {
            asked = -1;
            service.cancel();
        }
        play.broken();
    }

    void next() {
        leave();
        play.next();
        goalSince = -1;
        secondsLeft.set(GOAL_SECONDS);
        changed();
    }

    void back() {
        jump(play.position() - 1);
    }

    void jump(int position) {
        leave();
        goalsShown.set(false);
        play.jump(position);
        goalSince = -1;
        secondsLeft.set(GOAL_SECONDS);
        changed();
    }

    void play(LessonPlay.Length length) {
        leave();
        play.play(length);
        changed();
    }

    void restart() {
        leave();
        goalsShown.set(false);
        play.restart();
        changed();
    }

    void pointOut() {
        pointed.set(pointed.get() + 1);
    }

    void showGoals(Boolean now) {
        goalsShown.set(now);
        changes.set(changes.get() + 1);
    }

    void showNotes() {
        notesShown.set(!notesShown.get());
        changes.set(changes.get() + 1);
    }

    /** The one thing that comes next: the vote is closed, the step run, the next one opened. */
    void onwards() {
        if (play.isOver()) {
            return;
        }
        Stage stage = stage();
        if (stage.isOpen()) {
            closeVote();
        } else if (stage.mayRun()) {
            run();
        } else if (stage.isRevealed()) {
            next();
        }
    }

    /** Looks at what was measured and at the clock, {@code now} in nanoseconds. */
    public void tick(long now) {
        LessonService.Answer answer = service.answer();
        if (answer.number() == asked) {
            progress.set(answer.progress());
            if (answer.measured().isPresent()) {
                asked = -1;
                play.reveal(new Reveal(answer.measured().get(), Optional.empty()));
                changed();
            } else if (!answer.failure().isEmpty()) {
                asked = -1;
                play.broken();
                failure.set(answer.failure());
                changed();
            }
        }
        if (!play.isOver() && stage() == Stage.TRYING) {
            goalSince = goalSince < 0 ? now : goalSince;
            secondsLeft.set((int) Math.max(0, GOAL_SECONDS - (now - goalSince) / SECOND));
        }
    }
}
