package hourglass.ui.lesson;

import hourglass.figures.EveningFigure;
import hourglass.session.lesson.EveningSummary;
import hourglass.ui.kit.Choice;
import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Menus;
import hourglass.ui.kit.Messages;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The end of the evening: both votes, what surprised most, the page to take home, and what there is to play with. */
final class LessonClose extends VBox {
    private static final int COLUMNS = 3;

    private final LessonModel model;
    private final Label shares = new Label();
    private final VBox sentences = new VBox();
    private final GridPane goals = new GridPane();
    private final ToggleButton play = new ToggleButton(Messages.text("lesson.goals"));
    private final MenuButton save = new MenuButton(Messages.text("lesson.save"), Icons.SAVE.node());

    LessonClose(LessonModel model, Supplier<List<Choice>> saves) {
        this.model = model;
        getStyleClass().add("lesson-close");
        shares.setId("lesson-shares");
        shares.setWrapText(true);
        shares.setMinHeight(Region.USE_PREF_SIZE);
        sentences.setId("lesson-sentences");
        goals.setId("lesson-goals");
        goals.getStyleClass().add("lesson-goals");
        for (int column = 0; column < COLUMNS; column++) {
            ColumnConstraints third = new ColumnConstraints();
            third.setPercentWidth(100.0 / COLUMNS);
            goals.getColumnConstraints().add(third);
        }
        save.setId("lesson-save");
        save.getStyleClass().add("outlined");
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.setOnShowing(event -> Menus.fill(save, saves.get()));
        Menus.fill(save, saves.get());
        play.setId("lesson-free-play");
        play.setMinWidth(Region.USE_PREF_SIZE);
        play.setOnAction(event -> model.showGoals(play.isSelected()));
        HBox row = new HBox(save, play);
        row.getStyleClass().add("lesson-buttons");
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(shares, sentences, goals, row);
    }

    void refresh() {
        boolean over = model.play().isOver();
        setVisible(over);
        setManaged(over);
        boolean playing = model.goalsShownProperty().get();
        play.setSelected(playing);
        if (over) {
            EveningSummary evening = EveningSummary.of(model.play());
            shares.setText(LessonWording.shares(evening));
            sentences
                    .getChildren()
                    .setAll(evening.surprises(EveningFigure.SURPRISES).stream()
                            .map(row -> line(LessonWording.surprise(row), "strong"))
                            .toList());
            fillGoals();
        }
        show(shares, !playing);
        show(sentences, !playing);
        show(goals, playing);
    }

    private void fillGoals() {
        goals.getChildren().clear();
        List<String> all = model.play().evening().goals();
        int rows = (all.size() + COLUMNS - 1) / COLUMNS;
        for (int i = 0; i < all.size(); i++) {
            goals.add(line(all.get(i), "soft"), i / rows, i % rows);
        }
    }

    private static Label line(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static void show(Region node, Boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
