package hourglass.session.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.session.lesson.LessonRecord.Reveal;
import hourglass.session.lesson.LessonRecord.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonPlayTest {
    private LessonPlay play;

    @BeforeEach
    void begin() throws IOException {
        play = new LessonPlay(LessonFiles.read(LessonFiles.SHIPPED, ""));
    }

    private static Reveal measured(String name, double value) {
        return new Reveal(new Measured(Map.of(name, value), Map.of(), "all of them", 7), Optional.empty());
    }

    @Test
    void nothingRunsBeforeAVote() {
        play.run();
        assertFalse(play.mayRun());
        play.closeVote();
        assertEquals(Stage.VOTING, play.now().stage());
        play.vote(2);
        assertFalse(play.mayRun());
        play.closeVote();
        assertTrue(play.mayRun());
        play.run();
        assertEquals(Stage.RUNNING, play.now().stage());
    }

    @Test
    void skippingTheVoteIsSaidAndThenItRuns() {
        play.skip();
        assertTrue(play.mayRun());
        assertTrue(play.now().skipped());
    }

    @Test
    void votesAreCountedTakenBackAndNeverBelowZero() {
        play.vote(0);
        play.vote(2);
        play.vote(2);
        play.takeBack(2);
        play.takeBack(3);
        play.vote(4);
        assertEquals(List.of(1, 0, 1, 0), play.now().first());
        assertEquals(2, play.votes());
    }

    @Test
    void theSecondVoteLeavesTheFirstAsItWas() {
        play.vote(0);
        play.closeVote();
        play.vote(1);
        play.voteAgain();
        play.vote(2);
        play.vote(2);
        play.closeVote();
        assertEquals(List.of(1, 0, 0, 0), play.now().first());
        assertEquals(List.of(0, 0, 2, 0), play.now().second());
        assertEquals(Stage.VOTED_AGAIN, play.now().stage());
        assertTrue(play.mayRun());
    }

    @Test
    void theMeasuredNumberDecidesWhatIsRight() {
        play.skip();
        play.run();
        play.reveal(measured("difference", 0));
        assertEquals(Optional.of(2), play.right(play.step()));
        play.restart();
        play.skip();
        play.reveal(measured("difference", 0.1));
        assertEquals(Optional.empty(), play.right(play.step()));
    }

    @Test
    void afterTheAnswerComesAGoalThenTheNextStep() {
        String first = play.step().id();
        play.skip();
        play.reveal(measured("difference", 0));
        play.next();
        assertEquals(first, play.step().id());
        assertEquals(Stage.TRYING, play.now().stage());
        play.next();
        assertEquals(1, play.position());
        play.back();
        assertEquals(Stage.TRYING, play.now().stage());
        play.jump(99);
        assertTrue(play.isOver());
        play.vote(0);
        assertEquals(0, play.minutesLeft());
    }

    @Test
    void theShortAndTheWholeEveningKeepThePlace() {
        assertEquals(16, play.steps().size());
        play.jump(2);
        String id = play.step().id();
        play.play(LessonPlay.Length.ALL);
        assertEquals(24, play.steps().size());
        assertEquals(id, play.step().id());
        play.jump(1);
        assertEquals("pixel-neighbours", play.step().id());
        play.play(LessonPlay.Length.KERNEL);
        assertEquals("yardstick", play.step().id());
    }

    @Test
    void anEveningGoesOnWhereItStood(@TempDir Path folder) throws IOException {
        play.vote(1);
        play.closeVote();
        play.run();
        play.reveal(measured("difference", 0.25));
        play.jump(3);
        play.vote(0);
        play.closeVote();
        play.run();
        Path file = folder.resolve("home").resolve("lesson.json");
        LessonMemory memory = new LessonMemory(file, Runnable::run);
        assertEquals(Optional.empty(), memory.read());
        memory.write(play.record());
        LessonPlay resumed = LessonPlay.resumed(play.evening(), memory.read().orElseThrow());
        assertEquals(3, resumed.position());
        assertEquals(List.of(1, 0, 0, 0), resumed.now().first());
        assertEquals(Stage.VOTED, resumed.now().stage(), "what was running is to be run again");
        assertEquals(
                0.25,
                resumed.of(resumed.steps().get(0))
                        .reveal()
                        .orElseThrow()
                        .measured()
                        .number("difference"));
        Files.writeString(file, "{");
        assertEquals(Optional.empty(), memory.read());
    }

    @Test
    void whatWasKeptOfAnotherEveningIsNotTaken() {
        play.jump(3);
        Evening other = new Evening("Another", play.evening().steps(), List.of(), Evening.Kept.NONE);
        assertEquals(0, LessonPlay.resumed(other, play.record()).position());
    }

    @Test
    void leavingAStepThatRunsBreaksItOff() {
        play.skip();
        play.run();
        play.next();
        play.back();
        assertEquals(Stage.VOTED, play.now().stage());
    }
}
