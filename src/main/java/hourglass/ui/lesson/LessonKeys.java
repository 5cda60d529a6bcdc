package hourglass.ui.lesson;

import java.util.function.Predicate;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What keys do while the strip is open. */
public final class LessonKeys implements Predicate<KeyEvent> {
    private final LessonModel model;

    /** Of an evening. */
    public LessonKeys(LessonModel model) {
        this.model = model;
    }

    /** Does what a key means; false where it means nothing here. */
    @Override
    public boolean test(KeyEvent event) {
        if (!model.shownProperty().get()) {
            return false;
        }
        KeyCode key = event.getCode();
        switch (key) {
            case A, B, C, D -> count(key.getName().charAt(0) - 'A', event.isShiftDown());
            case ENTER -> model.onwards();
            case PAGE_DOWN -> model.next();
            case PAGE_UP -> model.back();
            case V -> model.voteAgain();
            case W -> model.pointOut();
            case L -> model.showNotes();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void count(int option, Boolean taken) {
        if (taken) {
            model.takeBack(option);
        } else {
            model.vote(option);
        }
    }
}
