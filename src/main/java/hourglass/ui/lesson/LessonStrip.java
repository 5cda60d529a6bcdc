package hourglass.ui.lesson;

import hourglass.session.lesson.LessonPlay;
import hourglass.session.lesson.LessonRecord.Stage;
import hourglass.session.lesson.LessonStep;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Choice;
import hourglass.ui.kit.FittingLabel;
import hourglass.ui.kit.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The strip at the foot of the window: where the evening is, the question, the answers, what comes next. */
public final class LessonStrip extends VBox {
    /** Room, in sizes of plain text, below which answers stand two by two. */
    private static final double NARROW = 62;

    /** Room below which what comes next stands below them. */
    private static final double TIGHT = 42;

    private final LessonModel model;
    private final Appearance appearance;
    private final LessonWording wording;
    private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");

    private final FittingLabel eyebrow = new FittingLabel();
    private final FittingLabel tally = new FittingLabel();
    private final Label headline = wrapped("lesson-headline", "lesson-question");
    private final Label detail = wrapped("lesson-detail", "lesson-detail");
    private final Label foot = wrapped("soft", "lesson-sample");
    private final Label note = wrapped("lesson-note", "lesson-note");
    private final Label figure = text("lesson-figure", "lesson-figure");
    private final Label clock = text("lesson-figure", "lesson-clock");
    private final ProgressBar progress = new ProgressBar(0);
    private final PlacesBar places;
    private final GridPane answers = new GridPane();
    private final HBox body = new HBox();
    private final HBox below = new HBox();
    private final LessonButtons buttons;
    private final LessonClose close;
    private List<AnswerCard> cards = List.of();
    private String carded = "";

    /** Of an evening; hidden while that is closed; at its end there is something to save. */
    public LessonStrip(LessonModel model, Appearance appearance, Supplier<List<Choice>> saves) {
        this.model = model;
        this.appearance = appearance;
        wording = new LessonWording(model.play());
        buttons = new LessonButtons(model);
        close = new LessonClose(model, saves);
        places = new PlacesBar(appearance);
        getStyleClass().add("lesson-strip");
        setId("lesson");
        HBox head = new HBox(eyebrow, tally, buttons.tools());
        head.getStyleClass().add("lesson-head");
        head.setAlignment(Pos.CENTER_LEFT);
        eyebrow.getStyleClass().add("soft");
        eyebrow.setId("lesson-eyebrow");
        HBox.setHgrow(eyebrow, Priority.ALWAYS);
        tally.getStyleClass().add("soft");
        tally.setId("lesson-tally");
        body.getStyleClass().add("lesson-body");
        body.setAlignment(Pos.CENTER_LEFT);
        answers.getStyleClass().add("lesson-answers");
        HBox.setHgrow(answers, Priority.ALWAYS);
        progress.progressProperty().bind(model.progressProperty());
        progress.setAccessibleText(Messages.text("lesson.progress"));
        progress.setMaxWidth(Double.MAX_VALUE);
        model.secondsLeftProperty()
                .addListener((observed, before, now) -> clock.setText(LessonWording.clock(now.intValue())));
        getChildren().addAll(head, headline, detail, note, body, below, foot, close, places);
        model.changesProperty().addListener((observed, before, now) -> refresh());
        model.notesElsewhereProperty().addListener((observed, before, now) -> refresh());
        widthProperty().addListener((observed, before, now) -> arrange());
        appearance.textSizeProperty().addListener((observed, before, now) -> arrange());
        visibleProperty().bind(model.shownProperty());
        managedProperty().bind(visibleProperty());
        refresh();
    }

    private static Label text(String style, String id) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setId(id);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Label wrapped(String style, String id) {
        Label label = text(style, id);
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMinHeight(USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private static void show(Label label, String words) {
        label.setText(words);
        label.setVisible(!words.isEmpty());
        label.setManaged(!words.isEmpty());
    }

    private static void show(Node node, Boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void refresh() {
        LessonPlay play = model.play();
        Stage stage = play.now().stage();
        eyebrow.wordingsProperty().set(wording.eyebrow());
        tally.wordingsProperty().set(wording.tally());
        show(headline, wording.headline());
        show(
                detail,
                model.failureProperty().get().isEmpty()
                        ? wording.detail()
                        : model.failureProperty().get());
        show(foot, play.isOver() || stage == Stage.TRYING ? "" : footnote());
        show(
                note,
                model.notesShownProperty().get()
                                && !model.notesElsewhereProperty().get()
                        ? wording.note()
                        : "");
        boolean asking = !play.isOver() && stage != Stage.TRYING;
        figure.setText(wording.figure());
        clock.setText(LessonWording.clock(model.secondsLeftProperty().get()));
        if (asking) {
            fillAnswers();
        }
        show(answers, asking);
        show(body, !play.isOver());
        close.refresh();
        places.show(play.steps().size(), play.position());
        buttons.refresh();
        arrange();
    }

    private String footnote() {
        String sample = wording.sample();
        return sample.isEmpty() ? "" : (sample + "  " + wording.hits()).strip();
    }

    private void fillAnswers() {
        LessonStep step = model.play().step();
        if (!carded.equals(step.id())) {
            carded = step.id();
            cards = new ArrayList<>();
            for (int option = 0; option < step.words().options().size(); option++) {
                cards.add(new AnswerCard(model, appearance, option));
            }
        }
        Stage stage = model.play().now().stage();
        for (int option = 0; option < cards.size(); option++) {
            AnswerCard.Shown shown = new AnswerCard.Shown(
                    LessonWording.letter(option),
                    step.words().options().get(option),
                    wording.votes(option),
                    wording.option(option),
                    verdict(stage, option));
            cards.get(option).show(shown, wording.share(option, false), wording.share(option, true));
        }
    }

    private AnswerCard.Verdict verdict(Stage stage, int option) {
        if (stage.isOpen()) {
            return AnswerCard.Verdict.OPEN;
        }
        if (!stage.isRevealed()) {
            return AnswerCard.Verdict.LOCKED;
        }
        return model.play()
                .right(model.play().step())
                .map(right -> right == option ? AnswerCard.Verdict.RIGHT : AnswerCard.Verdict.OTHER)
                .orElse(AnswerCard.Verdict.OTHER);
    }

    /** Puts answers beside each other or two by two, and beside them what comes next. */
    private void arrange() {
        boolean narrow = getWidth() > 0 && getWidth() / appearance.em() < NARROW;
        int columns = narrow ? 2 : Math.max(1, cards.size());
        answers.getChildren().clear();
        answers.getColumnConstraints().clear();
        for (int column = 0; column < columns; column++) {
            ColumnConstraints share = new ColumnConstraints();
            share.setPercentWidth(100.0 / columns);
            answers.getColumnConstraints().add(share);
        }
        pseudoClassStateChanged(LOW, narrow);
        for (int i = 0; i < cards.size(); i++) {
            cards.get(i).fit(narrow ? AnswerCard.Room.LOW : AnswerCard.Room.WIDE);
            answers.add(cards.get(i), i % columns, i / columns);
        }
        boolean tight = getWidth() > 0 && getWidth() / appearance.em() < TIGHT;
        body.getChildren().clear();
        below.getChildren().clear();
        body.getChildren().add(answers);
        (tight ? below : body).getChildren().add(beside());
        show(below, tight && !model.play().isOver());
    }

    private Node beside() {
        Stage stage = model.play().now().stage();
        Region room = new Region();
        room.getStyleClass().add("lesson-room");
        VBox box = new VBox(room);
        box.getStyleClass().add("lesson-next");
        box.setMinWidth(USE_PREF_SIZE);
        box.setAlignment(Pos.CENTER_LEFT);
        switch (stage) {
            case RUNNING -> box.getChildren().addAll(progress, buttons.row(LessonButtons.Which.STOP));
            case REVEALED -> box.getChildren().addAll(figure, buttons.row(LessonButtons.Which.NEXT));
            case TRYING -> {
                HBox row = new HBox(clock, buttons.row(LessonButtons.Which.NEXT_STEP));
                row.getStyleClass().add("lesson-buttons");
                row.setAlignment(Pos.CENTER_LEFT);
                box.getChildren().add(row);
            }
            case VOTING ->
                box.getChildren()
                        .addAll(
                                buttons.row(LessonButtons.Which.CLOSE_VOTE, LessonButtons.Which.RUN),
                                buttons.row(LessonButtons.Which.SKIP, LessonButtons.Which.WHERE));
            case VOTING_AGAIN ->
                box.getChildren()
                        .addAll(
                                buttons.row(LessonButtons.Which.CLOSE_VOTE, LessonButtons.Which.RUN),
                                buttons.row(LessonButtons.Which.WHERE));
            case VOTED, VOTED_AGAIN ->
                box.getChildren()
                        .addAll(
                                buttons.row(LessonButtons.Which.RUN, LessonButtons.Which.VOTE_AGAIN),
                                model.kept().isPresent()
                                        ? buttons.row(LessonButtons.Which.KEPT, LessonButtons.Which.WHERE)
                                        : buttons.row(LessonButtons.Which.WHERE));
        }
        return box;
    }
}
