package hourglass.ui.lesson;

import hourglass.session.lesson.EveningSummary;
import hourglass.session.lesson.LessonPlay;
import hourglass.session.lesson.LessonRecord;
import hourglass.session.lesson.LessonRecord.OfStep;
import hourglass.session.lesson.LessonRecord.Reveal;
import hourglass.session.lesson.LessonRecord.Stage;
import hourglass.session.lesson.LessonStep;
import hourglass.ui.kit.Messages;
import java.util.List;
import java.util.Optional;

/** What the strip says of where an evening stands. */
final class LessonWording {
    private static final int BEYOND_THE_DECK = 10;

    private final LessonPlay play;

    LessonWording(LessonPlay play) {
        this.play = play;
    }

    private OfStep now() {
        return play.now();
    }

    private Optional<Reveal> reveal() {
        return now().stage().isRevealed() ? now().reveal() : Optional.empty();
    }

    /** Which step it is, longest first. */
    List<String> eyebrow() {
        if (play.isOver()) {
            return List.of(Messages.text("lesson.over.eyebrow", play.evening().title()), "");
        }
        LessonStep step = play.step();
        String part = step.part() == BEYOND_THE_DECK
                ? Messages.text("lesson.beyond")
                : Messages.text("lesson.part", number(step.part()));
        String here = number(play.position() + 1);
        String all = number(play.steps().size());
        return List.of(
                Messages.text("lesson.eyebrow", here, all, part, step.words().title()),
                Messages.text("lesson.eyebrow.short", here, all, step.words().title()),
                Messages.text("lesson.eyebrow.shortest", here, all),
                here + "/" + all,
                "");
    }

    private static String number(long value) {
        return Long.toString(value);
    }

    /** The question, then what is to be kept, then what to try. */
    String headline() {
        if (play.isOver()) {
            return Messages.text("lesson.over.headline");
        }
        LessonStep.Words words = play.step().words();
        if (now().stage() == Stage.TRYING) {
            return words.goal();
        }
        return reveal().map(reveal -> LessonPlay.holds(play.step(), reveal)
                        ? reveal.measured().fill(words.takeaway())
                        : Messages.text("lesson.otherwise", play.step().answer().key()))
                .orElse(words.question());
    }

    /** What was measured, in words. */
    String detail() {
        return now().stage() == Stage.TRYING || play.isOver()
                ? ""
                : reveal().map(reveal ->
                                reveal.measured().fill(play.step().words().reveal()))
                        .orElse("");
    }

    /** The measured number in large. */
    String figure() {
        return reveal().map(
                        reveal -> reveal.measured().fill(play.step().answer().figure()))
                .orElse("");
    }

    /** On what it was measured. */
    String sample() {
        return reveal().map(reveal -> reveal.kept()
                        .map(day -> Messages.text(
                                "lesson.sample.kept", day, reveal.measured().sample(), seed(reveal)))
                        .orElseGet(() ->
                                Messages.text("lesson.sample", reveal.measured().sample(), seed(reveal))))
                .orElse("");
    }

    private static String seed(Reveal reveal) {
        return number(reveal.measured().seed());
    }

    /** How many had it right, before and after talking. */
    String hits() {
        Optional<Integer> right = play.right(play.step());
        if (now().skipped()) {
            return Messages.text("lesson.skipped");
        }
        if (right.isEmpty()) {
            return "";
        }
        List<Integer> first = now().first();
        List<Integer> second = now().second();
        String one = Messages.text("lesson.hits", number(first.get(right.get())), number(OfStep.total(first)));
        return second.isEmpty()
                ? one
                : Messages.text(
                        "lesson.hits.twice", one, number(second.get(right.get())), number(OfStep.total(second)));
    }

    /** How many votes there are while they are counted, longest first. */
    List<String> tally() {
        if (play.isOver() || !now().stage().isOpen()) {
            return List.of("");
        }
        int votes = play.votes();
        return votes == 1
                ? List.of(Messages.text("lesson.tally.one"), Messages.text("lesson.votes.one"), "")
                : List.of(
                        Messages.text("lesson.tally", number(votes)), Messages.text("lesson.votes", number(votes)), "");
    }

    /** The votes for an option, once they are closed. */
    String votes(int option) {
        Stage stage = now().stage();
        if (stage == Stage.VOTING || now().skipped()) {
            return "";
        }
        int first = now().first().get(option);
        if (now().second().isEmpty() || stage == Stage.VOTING_AGAIN) {
            return first == 1 ? Messages.text("lesson.votes.one") : Messages.text("lesson.votes", number(first));
        }
        return Messages.text(
                "lesson.votes.twice", number(first), number(now().second().get(option)));
    }

    /** What an option is for somebody who cannot see it. */
    String option(int option) {
        String words = play.step().words().options().get(option);
        String right = play.right(play.step()).filter(key -> key == option).isPresent()
                ? Messages.text("lesson.option.right")
                : "";
        return Messages.text("lesson.option", letter(option), words, votes(option), right)
                .strip();
    }

    static String letter(int option) {
        return Character.toString('A' + option);
    }

    /** For the leader alone: the note and the time. */
    String note() {
        return play.isOver()
                ? minutes()
                : Messages.text("lesson.note", minutes(), play.step().words().note());
    }

    /** How long the evening still takes. */
    String minutes() {
        long minutes = Math.round(play.minutesLeft());
        return minutes == 1 ? Messages.text("lesson.minutes.one") : Messages.text("lesson.minutes", number(minutes));
    }

    /** Both votes of an evening. */
    static String shares(EveningSummary evening) {
        if (evening.rows().isEmpty()) {
            return Messages.text("lesson.shares.none");
        }
        String steps = number(evening.rows().size());
        if (Double.isNaN(evening.first())) {
            return Messages.text("lesson.shares.no-votes", steps);
        }
        return Double.isNaN(evening.second())
                ? Messages.text("lesson.shares.first", percent(evening.first()), steps)
                : Messages.text("lesson.shares.both", percent(evening.first()), percent(evening.second()), steps);
    }

    /** A sentence that surprised, with the votes of its step. */
    static String surprise(EveningSummary.Row row) {
        return Double.isNaN(row.second())
                ? Messages.text("lesson.surprise.first", row.takeaway(), percent(row.first()))
                : Messages.text("lesson.surprise.both", row.takeaway(), percent(row.first()), percent(row.second()));
    }

    private static String percent(double share) {
        return Math.round(100 * share) + "\u00a0%";
    }

    /** Seconds as a clock shows them. */
    static String clock(int seconds) {
        return seconds / 60 + ":" + (seconds % 60 < 10 ? "0" : "") + seconds % 60;
    }

    /** Part of the votes of a round that an option has, 0 … 1; NaN where there is nothing to show. */
    double share(int option, boolean again) {
        OfStep now = now();
        Stage stage = now.stage();
        List<Integer> votes = again ? now.second() : now.first();
        boolean hidden = stage == Stage.VOTING || (again && stage == Stage.VOTING_AGAIN);
        int total = LessonRecord.OfStep.total(votes);
        return hidden || votes.isEmpty() || total == 0 ? Double.NaN : (double) votes.get(option) / total;
    }
}
