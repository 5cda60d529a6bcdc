package hourglass.ui.lesson;

import hourglass.session.lesson.LessonPlay;
import hourglass.session.lesson.LessonStep;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Messages;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/**
 * What is for the leader alone, in a window of its own on the screen where the room does not look: the note, the minutes
 * that are left and the next step. With one screen there is none, and the strip shows the note.
 */
public final class LessonNotes {
    private static final double SHARE = 0.6;

    private final LessonModel model;
    private final Appearance appearance;
    private final Window owner;
    private final LessonWording wording;
    private final Label minutes = label("lesson-figure", "notes-minutes");
    private final Label step = label("lesson-headline", "notes-step");
    private final Label note = label("lesson-detail", "notes-note");
    private final Label next = label("soft", "notes-next");
    private Optional<Stage> stage = Optional.empty();

    /** Beside the window that the room sees. */
    public LessonNotes(LessonModel model, Appearance appearance, Window owner) {
        this.model = model;
        this.appearance = appearance;
        this.owner = owner;
        wording = new LessonWording(model.play());
    }

    /** Opens and closes it as the evening goes. */
    public void attach() {
        model.changesProperty().addListener((observed, before, now) -> follow());
        model.shownProperty().addListener((observed, before, now) -> follow());
        owner.addEventHandler(WindowEvent.WINDOW_HIDDEN, hidden -> stage.ifPresent(Stage::close));
    }

    private static Label label(String style, String id) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setId(id);
        label.setWrapText(true);
        return label;
    }

    private void follow() {
        boolean wanted =
                model.notesShownProperty().get() && model.shownProperty().get();
        if (!wanted) {
            stage.ifPresent(Stage::close);
            stage = Optional.empty();
        } else if (stage.isEmpty()) {
            List<Rectangle2D> screens =
                    Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
            Rectangle2D room = new Rectangle2D(
                    owner.getX(), owner.getY(), Math.max(1, owner.getWidth()), Math.max(1, owner.getHeight()));
            stage = other(screens, room).map(this::open);
        }
        model.notesElsewhereProperty().set(stage.isPresent());
        fill();
    }

    /** The screen of which a window covers least; empty where there is only one. */
    static Optional<Rectangle2D> other(List<Rectangle2D> screens, Rectangle2D window) {
        return screens.stream()
                .min(Comparator.comparingDouble(screen -> covered(screen, window)))
                .filter(screen -> screens.size() > 1);
    }

    private static double covered(Rectangle2D screen, Rectangle2D window) {
        double width = Math.min(screen.getMaxX(), window.getMaxX()) - Math.max(screen.getMinX(), window.getMinX());
        double height = Math.min(screen.getMaxY(), window.getMaxY()) - Math.max(screen.getMinY(), window.getMinY());
        return Math.max(0, width) * Math.max(0, height) / (screen.getWidth() * screen.getHeight());
    }

    private Stage open(Rectangle2D screen) {
        Stage opened = new Stage();
        opened.setTitle(Messages.text("lesson.notes.title"));
        opened.setScene(scene());
        opened.setX(screen.getMinX() + screen.getWidth() * (1 - SHARE) / 2);
        opened.setY(screen.getMinY() + screen.getHeight() * (1 - SHARE) / 2);
        opened.setWidth(screen.getWidth() * SHARE);
        opened.setHeight(screen.getHeight() * SHARE);
        opened.setOnCloseRequest(closing -> model.showNotes());
        opened.show();
        return opened;
    }

    private Scene scene() {
        ScrollPane scroll = new ScrollPane(node());
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("view-stage");
        Scene scene = new Scene(scroll);
        appearance.apply(scene);
        LessonKeys keys = new LessonKeys(model);
        // The evening is led from here too.
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (keys.test(event)) {
                event.consume();
            }
        });
        return scene;
    }

    /** All that stands in the window. */
    Node node() {
        fill();
        VBox all = new VBox(minutes, step, note, next);
        all.getStyleClass().add("lesson-strip");
        return all;
    }

    private void fill() {
        LessonPlay play = model.play();
        minutes.setText(wording.minutes());
        step.setText(
                play.isOver()
                        ? Messages.text("lesson.notes.over")
                        : play.step().words().title());
        note.setText(play.isOver() ? "" : play.step().words().note());
        next.setText(following(play)
                .map(each -> Messages.text("lesson.notes.next", each))
                .orElse(""));
    }

    private static Optional<String> following(LessonPlay play) {
        List<LessonStep> steps = play.steps();
        return play.position() + 1 < steps.size()
                ? Optional.of(steps.get(play.position() + 1).words().title())
                : Optional.empty();
    }
}
