package hourglass.ui.lesson;

import hourglass.session.lesson.LessonPlay;
import hourglass.session.lesson.LessonRecord.Stage;
import hourglass.session.lesson.LessonStep;
import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Tips;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The buttons of the strip, made once; which of them make sense follows the evening. */
final class LessonButtons {
    /** What they do. */
    enum Which {
        CLOSE_VOTE,
        RUN,
        STOP,
        SKIP,
        KEPT,
        WHERE,
        VOTE_AGAIN,
        NEXT,
        NEXT_STEP
    }

    private final LessonModel model;
    private final Map<Which, Button> all = new EnumMap<>(Which.class);
    private final MenuButton menu = new MenuButton("", Icons.IN_ORDER.node());
    private final Button back = icon(Icons.PREVIOUS, Messages.text("lesson.back"), "Page Up");
    private final Button forth = icon(Icons.NEXT, Messages.text("lesson.forth"), "Page Down");

    LessonButtons(LessonModel model) {
        this.model = model;
        add(Which.CLOSE_VOTE, Messages.text("lesson.close-vote"), "outlined", model::closeVote);
        add(Which.RUN, Messages.text("lesson.run"), "accent", model::run);
        add(Which.STOP, Messages.text("lesson.stop"), "outlined", model::stop);
        add(Which.SKIP, Messages.text("lesson.skip"), "outlined", model::skip);
        add(Which.KEPT, Messages.text("lesson.kept"), "outlined", model::showKept);
        add(Which.WHERE, Messages.text("lesson.where"), "outlined", model::pointOut);
        add(Which.VOTE_AGAIN, Messages.text("lesson.vote-again"), "outlined", model::voteAgain);
        add(Which.NEXT, Messages.text("lesson.next"), "accent", model::next);
        add(Which.NEXT_STEP, Messages.text("lesson.next-step"), "accent", model::next);
        tip(Which.CLOSE_VOTE, Messages.text("lesson.close-vote.tip"), "Enter");
        tip(Which.RUN, Messages.text("lesson.run.tip"), "Enter");
        tip(Which.SKIP, Messages.text("lesson.skip.tip"), "");
        tip(Which.KEPT, Messages.text("lesson.kept.tip"), "");
        tip(Which.WHERE, Messages.text("lesson.where.tip"), "W");
        tip(Which.VOTE_AGAIN, Messages.text("lesson.vote-again.tip"), "V");
        back.setOnAction(event -> model.back());
        forth.setOnAction(event -> model.next());
        menu.getStyleClass().addAll("flat", "button-icon", "no-arrow");
        menu.setId("lesson-menu");
        menu.setAccessibleText(Messages.text("lesson.menu"));
        Tips.add(menu, Messages.text("lesson.menu"));
        menu.setOnShowing(event -> fillMenu());
    }

    private void add(Which which, String words, String style, Runnable action) {
        Button button = new Button(words);
        button.getStyleClass().add(style);
        button.setId("lesson-" + which.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setMinHeight(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        all.put(which, button);
    }

    private void tip(Which which, String words, String key) {
        if (key.isEmpty()) {
            Tips.add(button(which), words);
        } else {
            Tips.add(button(which), words, key);
        }
    }

    private static Button icon(Icons icon, String words, String key) {
        Button button = new Button("", icon.node());
        button.getStyleClass().addAll("flat", "button-icon");
        button.setAccessibleText(words);
        Tips.add(button, words, key);
        return button;
    }

    private Button button(Which which) {
        Button button = all.get(which);
        if (button == null) {
            throw new IllegalStateException("there is no button " + which);
        }
        return button;
    }

    /** Some of them beside each other. */
    Node row(Which... which) {
        HBox row = new HBox();
        row.getStyleClass().add("lesson-buttons");
        row.setAlignment(Pos.CENTER_LEFT);
        for (Which each : which) {
            row.getChildren().add(button(each));
        }
        return row;
    }

    /** Back and forth, the menu, and closing. */
    Node tools() {
        Button close = icon(Icons.DISMISS, Messages.text("lesson.close"), "L");
        close.setId("lesson-dismiss");
        close.setOnAction(event -> model.toggle());
        HBox tools = new HBox(back, forth, menu, close);
        tools.getStyleClass().add("tools");
        tools.setMinWidth(Region.USE_PREF_SIZE);
        return tools;
    }

    /** Follows where the evening stands. */
    void refresh() {
        LessonPlay play = model.play();
        Stage stage = play.now().stage();
        button(Which.CLOSE_VOTE).setDisable(!stage.isOpen() || play.votes() == 0);
        button(Which.RUN).setDisable(!play.mayRun());
        button(Which.VOTE_AGAIN).setDisable(stage != Stage.VOTED || play.now().skipped());
        button(Which.RUN)
                .setText(Messages.text(
                        "lesson.run.seconds",
                        Integer.toString(play.step().run().experiment().seconds())));
        back.setDisable(play.position() == 0);
        forth.setDisable(play.isOver());
    }

    private void fillMenu() {
        LessonPlay play = model.play();
        String length = play.isKernel() ? Messages.text("lesson.all") : Messages.text("lesson.kernel");
        menu.getItems()
                .setAll(
                        item(
                                length,
                                () -> model.play(play.isKernel() ? LessonPlay.Length.ALL : LessonPlay.Length.KERNEL)),
                        item(Messages.text("lesson.notes"), model::showNotes),
                        item(Messages.text("lesson.goals"), () -> {
                            model.jump(play.steps().size());
                            model.showGoals(true);
                        }),
                        item(
                                Messages.text("lesson.end"),
                                () -> model.jump(play.steps().size())),
                        item(Messages.text("lesson.restart"), model::restart),
                        new SeparatorMenuItem());
        List<LessonStep> steps = play.steps();
        for (int i = 0; i < steps.size(); i++) {
            int to = i;
            menu.getItems().add(item((i + 1) + "  " + steps.get(i).words().title(), () -> model.jump(to)));
        }
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }
}
