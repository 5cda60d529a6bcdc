package hourglass.session.lesson;

import hourglass.session.lesson.LessonRecord.OfStep;
import hourglass.session.lesson.LessonRecord.Reveal;
import hourglass.session.lesson.LessonRecord.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the room is in an evening, and what it voted. No step runs before a vote or before somebody said that it is
 * skipped. Commands that make no sense at a stage do nothing. One thread.
 */
public final class LessonPlay {
    private final Evening evening;
    private final Map<String, OfStep> records = new HashMap<>();
    private boolean kernel;
    private int position;

    /** At the first step of the short evening. */
    public LessonPlay(Evening evening) {
        this.evening = evening;
        kernel = true;
    }

    /** Where an evening stood when it was kept, as far as it still has those steps. */
    public static LessonPlay resumed(Evening evening, LessonRecord kept) {
        LessonPlay play = new LessonPlay(evening);
        play.resume(kept);
        return play;
    }

    /** Goes to where an evening stood when it was kept, as far as this one still has those steps. */
    public void resume(LessonRecord kept) {
        if (kept.evening().equals(evening.title())) {
            records.clear();
            kernel = kept.kernel();
            position = Math.max(0, Math.min(kept.position(), steps().size()));
            for (OfStep record : kept.steps()) {
                evening.steps().stream()
                        .filter(step -> step.id().equals(record.id()))
                        .filter(step ->
                                step.words().options().size() == record.first().size())
                        .findFirst()
                        .ifPresent(step -> records.put(step.id(), atRest(record)));
            }
        }
    }

    /** What was being measured when the program ended is to be run again. */
    private static OfStep atRest(OfStep record) {
        boolean broken = record.stage() == Stage.RUNNING
                || (record.stage().isRevealed() && record.reveal().isEmpty());
        return broken ? record.at(record.second().isEmpty() ? Stage.VOTED : Stage.VOTED_AGAIN) : record;
    }

    /** All that is to be kept. */
    public LessonRecord record() {
        List<OfStep> all = evening.steps().stream()
                .filter(step -> records.containsKey(step.id()))
                .map(this::of)
                .toList();
        return new LessonRecord(evening.title(), kernel, position, all);
    }

    /** What is played. */
    public Evening evening() {
        return evening;
    }

    /** The steps of the evening that was chosen, the short or the whole one. */
    public List<LessonStep> steps() {
        return kernel ? evening.kernel() : evening.steps();
    }

    /** Whether only the short evening is played. */
    public boolean isKernel() {
        return kernel;
    }

    /** Plays the short or the whole evening from now on, at the step where the room is or the next there is. */
    public void play(Length length) {
        LessonStep here = isOver() ? null : step();
        kernel = length == Length.KERNEL;
        List<LessonStep> steps = steps();
        position = steps.size();
        for (int i = steps.size() - 1; here != null && i >= 0; i--) {
            if (evening.steps().indexOf(steps.get(i)) >= evening.steps().indexOf(here)) {
                position = i;
            }
        }
    }

    /** How long an evening is. */
    public enum Length {
        /** The steps that are marked. */
        KERNEL,
        /** All steps. */
        ALL
    }

    /** Place of the step the room is at, from 0. */
    public int position() {
        return position;
    }

    /** Whether all steps are behind the room. */
    public boolean isOver() {
        return position >= steps().size();
    }

    /** The step the room is at; the last where all are over. */
    public LessonStep step() {
        return steps().get(Math.min(position, steps().size() - 1));
    }

    /** What became of it so far. */
    public OfStep now() {
        return of(step());
    }

    /** What became of a step. */
    public OfStep of(LessonStep step) {
        return records.getOrDefault(step.id(), OfStep.begun(step));
    }

    private void put(OfStep record) {
        records.put(record.id(), record);
    }

    /** Counts a vote for an option, from 0. */
    public void vote(int option) {
        count(option, 1);
    }

    /** Takes a vote for an option back. */
    public void takeBack(int option) {
        count(option, -1);
    }

    private void count(int option, int change) {
        OfStep now = now();
        if (isOver()
                || !now.stage().isOpen()
                || option < 0
                || option >= now.first().size()) {
            return;
        }
        List<Integer> votes = new ArrayList<>(now.current());
        votes.set(option, Math.max(0, votes.get(option) + change));
        put(now.counted(votes));
    }

    /** Votes counted in the round that is open, or in the last one. */
    public int votes() {
        return OfStep.total(now().current());
    }

    /** Ends the vote, if there was any. */
    public void closeVote() {
        if (!isOver() && now().stage().isOpen() && votes() > 0) {
            put(now().at(now().stage() == Stage.VOTING ? Stage.VOTED : Stage.VOTED_AGAIN));
        }
    }

    /** Says that there is to be no vote on this step. */
    public void skip() {
        OfStep now = now();
        if (!isOver() && now.stage() == Stage.VOTING) {
            put(new OfStep(now.id(), Stage.VOTED, now.first(), now.second(), true, now.reveal()));
        }
    }

    /** Opens the second vote, for which the room has talked. */
    public void voteAgain() {
        OfStep now = now();
        if (!isOver() && now.stage() == Stage.VOTED && !now.skipped()) {
            put(new OfStep(
                    now.id(),
                    Stage.VOTING_AGAIN,
                    now.first(),
                    Collections.nCopies(now.first().size(), 0),
                    false,
                    now.reveal()));
        }
    }

    /** Whether the step may be measured. */
    public boolean mayRun() {
        return !isOver() && now().stage().mayRun();
    }

    /** The step is being measured from now on. */
    public void run() {
        if (mayRun()) {
            put(now().at(Stage.RUNNING));
        }
    }

    /** The measurement was broken off. */
    public void broken() {
        if (now().stage() == Stage.RUNNING) {
            put(atRest(now()));
        }
    }

    /** What was measured of the step. */
    public void reveal(Reveal reveal) {
        OfStep now = now();
        if (!isOver() && (now.stage() == Stage.RUNNING || now.stage().mayRun())) {
            put(new OfStep(now.id(), Stage.REVEALED, now.first(), now.second(), now.skipped(), Optional.of(reveal)));
        }
    }

    /** On: from what was measured to a goal for the mouse, from there to the next step; never past a vote. */
    public void next() {
        if (!isOver() && now().stage() == Stage.REVEALED) {
            put(now().at(Stage.TRYING));
        } else {
            jump(position + 1);
        }
    }

    /** One step back. */
    public void back() {
        jump(position - 1);
    }

    /** To any step; to the number of steps for the end. */
    public void jump(int to) {
        broken();
        position = Math.max(0, Math.min(to, steps().size()));
    }

    /** Forgets all votes and begins at the first step. */
    public void restart() {
        records.clear();
        position = 0;
    }

    /** The option that the measurement makes right; empty before it, and where it contradicts the key. */
    public Optional<Integer> right(LessonStep step) {
        return of(step).reveal().filter(reveal -> holds(step, reveal)).map(reveal -> step.answer()
                .option());
    }

    /** Whether a measurement makes the key of its step right. */
    public static boolean holds(LessonStep step, Reveal reveal) {
        return step.answer().passes(reveal.measured().number(step.answer().measure()));
    }

    /** Minutes of the steps from here on, as they are planned. */
    public double minutesLeft() {
        return steps().stream()
                .skip(position)
                .mapToDouble(step -> step.time().minutes())
                .sum();
    }
}
