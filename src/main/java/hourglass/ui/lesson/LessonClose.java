package hourglass.ui.lesson;

import javafx.scene.layout.VBox;

/** The end of the evening. */
final class LessonClose extends VBox {
    private final LessonModel model;

    LessonClose(LessonModel model) {
        this.model = model;
        getStyleClass().add("lesson-close");
    }

    void refresh() {
        boolean over = model.play().isOver();
        setVisible(over);
        setManaged(over);
    }
}
