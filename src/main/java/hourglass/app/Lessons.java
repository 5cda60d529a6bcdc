package hourglass.app;

import hourglass.session.lesson.Evening;
import hourglass.session.lesson.LessonFiles;
import hourglass.session.lesson.LessonPlay;
import hourglass.session.lesson.LessonStep;
import hourglass.session.look.Pick;
import hourglass.ui.kit.FigureExport;
import hourglass.ui.kit.FrameClock;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Notice;
import hourglass.ui.lesson.LessonKeys;
import hourglass.ui.lesson.LessonModel;
import hourglass.ui.lesson.LessonNotes;
import hourglass.ui.lesson.LessonRing;
import hourglass.ui.lesson.LessonStrip;
import hourglass.ui.shell.ShellCommand;
import hourglass.ui.shell.ShellModel;
import hourglass.ui.shell.ShellView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.stage.Stage;

/** The evening of lessons in the window: what it plays, and what it may move there. */
final class Lessons {
    private final ShellModel shell;
    private final Views views;
    private final LessonModel model;
    private final LessonRing ring = new LessonRing();

    Lessons(Services services, ShellModel shell, Views views, LessonFiles.Source source) {
        this.shell = shell;
        this.views = views;
        Evening evening = chosen(source);
        LessonPlay play = services.lessonMemory
                .read()
                .map(kept -> LessonPlay.resumed(evening, kept))
                .orElseGet(() -> new LessonPlay(evening));
        model = new LessonModel(
                play, services.lessons, () -> services.data.state().data(), services.lessonMemory, this::open);
    }

    /** The evening that was named; the one of the program where that is refused, which is then said. */
    private Evening chosen(LessonFiles.Source source) {
        try {
            return LessonFiles.read(source, Messages.language());
        } catch (IOException refused) {
            shell.notify(new Notice(
                    Notice.Kind.WARNING, Messages.text("lesson.refused", String.valueOf(refused.getMessage()))));
            return shipped();
        }
    }

    private static Evening shipped() {
        try {
            return LessonFiles.read(LessonFiles.SHIPPED, Messages.language());
        } catch (IOException broken) {
            throw new UncheckedIOException("The evening that came with the program cannot be read.", broken);
        }
    }

    LessonModel model() {
        return model;
    }

    /** Puts the strip below the views. */
    void attach(ShellView view, FrameClock clock, FigureExport files, Stage owner) {
        view.below(new LessonStrip(model, views.appearance(), () -> files.choices(model.exports())));
        view.over(ring);
        new LessonNotes(model, views.appearance(), owner).attach();
        shell.lessonShownProperty().bind(model.shownProperty());
        shell.on(ShellCommand.LESSON, model::toggle);
        view.onKeys(new LessonKeys(model));
        model.pointedProperty()
                .addListener((observed, before, now) ->
                        ring.around(view.part(model.where().orElse(""))));
        clock.register(() -> model.tick(System.nanoTime()));
        clock.register(() -> ring.tick(System.nanoTime()));
    }

    /** Shows what a step is about. */
    private void open(LessonStep.Opening opening) {
        List<String> ids = views.entries().stream().map(entry -> entry.id()).toList();
        int index = ids.indexOf(opening.view());
        if (index >= 0) {
            shell.viewProperty().set(index);
        }
        opening.network().ifPresent(name -> views.chooser().pick(Pick.shipped(name)));
    }
}
