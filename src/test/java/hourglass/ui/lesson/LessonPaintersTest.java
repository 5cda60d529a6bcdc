package hourglass.ui.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.color.Token;
import hourglass.testing.Painted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class LessonPaintersTest {
    private static Painted bars(double first, double second) {
        return Painted.of(
                100, 8, () -> new VoteBars(Painted.LOOKS), bars -> bars.show(first, second, Token.CURVE_TRAIN));
    }

    private static Painted places(int steps, int here) {
        return Painted.of(100, 4, () -> new PlacesBar(Painted.LOOKS), bar -> bar.show(steps, here));
    }

    @Test
    void aBarIsAsLongAsTheShareOfTheVotes() {
        Painted bar = bars(0.25, Double.NaN);
        assertTrue(bar.is(22, 4, Token.CURVE_TRAIN));
        assertTrue(bar.is(28, 4, Token.BORDER));
        assertTrue(bar.is(98, 4, Token.BORDER));
    }

    @Test
    void theSecondVoteStandsBelowTheFirst() {
        Painted bar = bars(0.25, 0.75);
        assertTrue(bar.is(70, 6, Token.CURVE_TRAIN));
        assertTrue(bar.is(70, 1, Token.BORDER));
        assertTrue(bar.is(80, 6, Token.BORDER));
        assertTrue(bar.is(50, 4, Token.SURFACE), "room between both");
    }

    @Test
    void nothingIsDrawnWhileVotesAreHidden() {
        assertTrue(bars(Double.NaN, Double.NaN).is(2, 4, Token.SURFACE));
    }

    @Test
    void thePlaceOfTheRoomStandsOut() {
        Painted bar = places(4, 1);
        assertTrue(bar.is(10, 2, Token.INK_SOFT));
        assertTrue(bar.is(36, 2, Token.SELECTION));
        assertTrue(bar.is(62, 2, Token.RAISED));
        assertTrue(bar.is(90, 2, Token.RAISED));
    }

    @Test
    void theRingPulsesTwiceAndGoes() {
        assertEquals(1, LessonRing.opacity(0), 1e-9);
        assertEquals(0.3, LessonRing.opacity(4.5e8), 1e-9);
        assertEquals(1, LessonRing.opacity(9e8), 1e-9);
        assertEquals(1, LessonRing.opacity(2.5e9), 1e-9);
        assertEquals(0.5, LessonRing.opacity(4.5e9), 1e-9);
        assertEquals(0, LessonRing.opacity(6e9), 1e-9);
    }
}
