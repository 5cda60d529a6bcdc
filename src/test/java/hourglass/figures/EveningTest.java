package hourglass.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.session.lesson.EveningSummary;
import hourglass.session.lesson.LessonFiles;
import hourglass.session.lesson.LessonPlay;
import hourglass.session.lesson.LessonRecord.Reveal;
import hourglass.session.lesson.LessonStep;
import hourglass.session.lesson.Measured;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EveningTest {
    private LessonPlay play;

    /** Three of four right at the first step, then all; none of two right at the second; the third measured otherwise. */
    @BeforeEach
    void playThreeSteps() throws IOException {
        play = new LessonPlay(LessonFiles.read(LessonFiles.SHIPPED, ""));
        vote(2, 2, 2, 0);
        play.voteAgain();
        vote(2, 2);
        measure(0);
        play.jump(1);
        vote(0, 1);
        measure(0.9);
        play.jump(2);
        vote(1);
        measure(-1);
    }

    private void vote(int... options) {
        for (int option : options) {
            play.vote(option);
        }
        play.closeVote();
    }

    private void measure(double value) {
        LessonStep step = play.step();
        Map<String, Double> numbers = new HashMap<>();
        step.run().experiment().measures().forEach(name -> numbers.put(name, 0.125));
        numbers.put(step.answer().measure(), value);
        play.reveal(new Reveal(new Measured(numbers, Map.of(), "few <images>", 7), Optional.empty()));
    }

    private EveningSummary evening() {
        return EveningSummary.of(play);
    }

    @Test
    void whatTheRoomGotWrongFirstComesFirst() {
        assertEquals(
                List.of("yardstick", "shuffled-labels"),
                evening().surprises(3).stream().map(row -> row.step().id()).toList());
        assertEquals(0.375, evening().first(), 1e-12);
        assertEquals(1, evening().second(), 1e-12);
    }

    @Test
    void theVotesAreATableOfAnswers() {
        List<String> lines = Tables.votes(evening()).csv().lines().toList();
        assertEquals("step,answer,text,right,first,second,measured,seed,sample", lines.get(0));
        assertEquals("shuffled-labels,A,rises,no,1,0,0,7,few <images>", lines.get(1));
        assertEquals("shuffled-labels,C,\"is the same, digit for digit\",yes,3,2,0,7,few <images>", lines.get(3));
        assertEquals("yardstick,C,about 90 %,yes,0,,0.9,7,few <images>", lines.get(7));
        assertTrue(lines.get(9).startsWith("code-bits,A,98 times,no,0,,-1,"), lines.get(9));
        assertEquals(1 + 4 + 4 + 4, lines.size());
    }

    @Test
    void thePageSaysWhatWasMeasuredOnWhat() {
        String page = new EveningPage(evening()).html();
        assertTrue(page.contains("<p>Right at the first vote: 38 %; after talking: 100 %.</p>"), page);
        assertTrue(page.contains("<li class=\"k\">An error means nothing without a yardstick.</li>"), page);
        assertTrue(page.contains("Measured on few &lt;images&gt;, seed 7."), page);
        assertTrue(page.contains("First vote: <meter value=\"0.750\"></meter> 75 % right"), page);
        assertTrue(page.contains("After talking: <meter value=\"1.000\"></meter> 100 % right"), page);
        assertTrue(page.contains("Measured otherwise than expected (C, 3 times)."), page);
    }

    @Test
    void theBarsOfThePictureAreAsLongAsTheShares() {
        PageProbe page = new PageProbe(new EveningFigure(evening()).draw(FigureStyle.light(), 1));
        // Bars begin 130 points before the end of the body, which begins 24 points from the edge, and are 90 long.
        int left = 24 + 760 - 130;
        int first =
                24 + new FigureType(FigureStyle.light(), 1).height(new FigureType(FigureStyle.light(), 1).label) / 2;
        assertTrue(page.is(left + 60, first, FigureStyle.light().second()));
        assertTrue(page.is(left + 75, first, FigureStyle.light().line()));
        assertEquals(
                "Applications of autoencoders · 3 steps, each measured when it was run · right before talking 38 %,"
                        + " after talking 100 %",
                new EveningFigure(evening()).caption());
    }
}
