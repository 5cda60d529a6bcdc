package hourglass.ui.lesson;

import hourglass.core.color.Token;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Icons;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One answer: its letter, its words, its votes. A click counts a vote, a click with Shift takes one back. */
final class AnswerCard extends Button {
    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
    private static final PseudoClass OTHER = PseudoClass.getPseudoClass("other");
    private static final PseudoClass LOCKED = PseudoClass.getPseudoClass("locked");

    private final Label letter = new Label();
    private final Label words = new Label();
    private final Label votes = new Label();
    /** The line around it. */
    private static final double FRAME = 2;

    private final VBox box;
    private final HBox line;
    private final VoteBars bars;
    private boolean takingBack;

    /** What the strip says of an answer. */
    record Shown(String letter, String words, String votes, String spoken, Verdict verdict) {}

    /** What became of an answer. */
    enum Verdict {
        /** It can be voted for. */
        OPEN,
        /** No more votes. */
        LOCKED,
        /** It is the right one. */
        RIGHT,
        /** Another is the right one. */
        OTHER
    }

    AnswerCard(LessonModel model, Appearance appearance, int option) {
        bars = new VoteBars(appearance);
        getStyleClass().add("answer-card");
        setId("answer-" + LessonWording.letter(option).toLowerCase(Locale.ROOT));
        setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        letter.getStyleClass().add("answer-letter");
        letter.setMinWidth(USE_PREF_SIZE);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.getStyleClass().add("answer-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        votes.getStyleClass().add("soft");
        votes.setMinWidth(USE_PREF_SIZE);
        line = new HBox(letter, words);
        line.getStyleClass().add("answer-line");
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        box = new VBox(line, votes, space, bars);
        box.getStyleClass().add("answer-box");
        box.prefWidthProperty().bind(widthProperty().subtract(2 * FRAME));
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setGraphic(box);
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> takingBack = event.isShiftDown());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> takingBack = event.isShiftDown());
        setOnAction(event -> {
            if (takingBack) {
                model.takeBack(option);
            } else {
                model.vote(option);
            }
        });
    }

    /** How much room there is for an answer. */
    enum Room {
        /** The votes stand below the words. */
        WIDE,
        /** They stand beside them. */
        LOW
    }

    /** Puts the votes where there is room for them. */
    void fit(Room room) {
        Pane place = room == Room.LOW ? line : box;
        if (votes.getParent() != place) {
            line.getChildren().remove(votes);
            box.getChildren().remove(votes);
            place.getChildren().add(room == Room.LOW ? 2 : 1, votes);
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return box.prefHeight(width > 0 ? width - 2 * FRAME : -1) + 2 * FRAME;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    /** Shows these words and these shares of the votes, NaN for none. */
    void show(Shown shown, double first, double second) {
        Verdict verdict = shown.verdict();
        letter.setText(verdict == Verdict.RIGHT ? "" : shown.letter());
        letter.setGraphic(verdict == Verdict.RIGHT ? Icons.CHECK.node() : null);
        words.setText(shown.words());
        votes.setText(shown.votes());
        setAccessibleText(shown.spoken());
        bars.show(first, second, verdict == Verdict.RIGHT ? Token.CURVE_TRAIN : Token.INK_SOFT);
        pseudoClassStateChanged(RIGHT, verdict == Verdict.RIGHT);
        pseudoClassStateChanged(OTHER, verdict == Verdict.OTHER);
        pseudoClassStateChanged(LOCKED, verdict != Verdict.OPEN);
    }
}
