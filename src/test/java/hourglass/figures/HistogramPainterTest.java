package hourglass.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.color.Token;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistogramPainterTest {
    /** One value in each of the first bins: bins are one wide. */
    private static final float[] VALUES = {0.5f, 0.6f, 1.5f, 2.5f, 79.5f, 500f};

    private static HistogramContent content() {
        HistogramContent bins = new HistogramContent(List.of(), 0, 1, "error", Double.NaN, List.of(), List.of());
        return bins.with("usual", Token.FLOW, VALUES, i -> i < 4).with("odd", Token.DANGER, VALUES, i -> i >= 4);
    }

    private final NotedInk ink = new NotedInk();

    private List<NotedInk.Fill> bars(Token color) {
        return ink.fills.stream()
                .filter(fill -> fill.color() == color && fill.height() > 12 && fill.opacity() > 0.3)
                .toList();
    }

    @Test
    void whatLiesBeyondIsInTheLastBin() {
        HistogramContent content = content();
        assertEquals(2, content.parts().get(0).counts().get(0));
        assertEquals(1, content.parts().get(0).counts().get(2));
        assertEquals(2, content.parts().get(1).counts().get(79));
        assertEquals(4, content.parts().get(0).total());
        assertEquals(0, content.bin(-7));
    }

    @Test
    void binsCoverNearlyAllAndBeginAtZeroWhereThatIsNear() {
        float[] many = new float[1000];
        for (int i = 0; i < many.length; i++) {
            many[i] = 0.1f + i;
        }
        many[999] = 1e6f;
        HistogramContent near = HistogramContent.over(many, "error");
        assertEquals(0, near.low());
        assertEquals(989.1, near.low() + 79 * near.step(), 0.2);
        assertEquals(200, HistogramContent.over(new float[] {200, 230}, "nats").low());
    }

    @Test
    void barsStandOnTheAxisAndTwoAreTwiceAsHighAsOne() {
        HistogramPainter painter = new HistogramPainter(ink, content(), 801, 300);
        painter.paint();
        List<NotedInk.Fill> usual = bars(Token.FLOW);
        double foot = 300 - 28;
        assertEquals(foot, usual.get(0).y() + usual.get(0).height(), 1e-9);
        assertEquals(2 * usual.get(1).height(), usual.get(0).height(), 1e-9);
        assertEquals(0, usual.get(0).x());
        assertEquals(10, usual.get(1).x());
        assertTrue(bars(Token.DANGER).get(0).x() >= 789, "the odd ones are at the right end");
    }

    @Test
    void oneKindStandsOnTheOther() {
        float[] same = {0.5f, 0.5f};
        HistogramContent both = new HistogramContent(List.of(), 0, 1, "", Double.NaN, List.of(), List.of())
                .with("usual", Token.FLOW, same, i -> i == 0)
                .with("odd", Token.DANGER, same, i -> i == 1);
        new HistogramPainter(ink, both, 801, 300).paint();
        NotedInk.Fill below = bars(Token.FLOW).get(0);
        NotedInk.Fill above = bars(Token.DANGER).get(0);
        assertEquals(below.y(), above.y() + above.height(), 1e-9);
    }

    @Test
    void theThresholdStandsAtItsValueAndWhatItFlagsIsBrighter() {
        HistogramContent content = content().at(40, List.of("threshold 40", "33 % flagged"));
        HistogramPainter painter = new HistogramPainter(ink, content, 801, 300);
        painter.paint();
        NotedInk.Fill line = ink.fills.stream()
                .filter(fill -> fill.color() == Token.SELECTION && fill.width() == 2)
                .findFirst()
                .orElseThrow();
        assertEquals(400, line.x() + 1, 1e-9);
        assertEquals(40, painter.valueAt(400), 1e-9);
        assertEquals(400, painter.pixelOf(40), 1e-9);
        NotedInk.Fill ground = ink.fills.stream()
                .filter(fill -> fill.color() == Token.DANGER && fill.opacity() < 0.1)
                .findFirst()
                .orElseThrow();
        assertEquals(400, ground.x(), 1e-9, "the ground of what is flagged begins at the threshold");
        assertTrue(ink.text("threshold 40").x() > 400);
        assertTrue(ink.text("threshold 40").middle() < ink.text("33 % flagged").middle());
    }

    @Test
    void aThresholdAtTheRightHasItsWordsOnTheLeft() {
        new HistogramPainter(ink, content().at(70, List.of("threshold 70")), 801, 300).paint();
        assertTrue(ink.text("threshold 70").x() < 700);
    }

    @Test
    void namesStandInTheirOrderAndMarksAtTheirValues() {
        HistogramContent content = content().marked(List.of(new HistogramContent.Mark("yours", 20)));
        new HistogramPainter(ink, content, 801, 300).paint();
        assertTrue(ink.text("4 usual").x() < ink.text("2 odd").x());
        assertEquals(200, ink.text("yours").x(), 1e-9);
        assertEquals(200, ink.discs.get(0).x(), 1e-9);
        assertTrue(ink.text("error").x() > 700);
    }

    @Test
    void aBinIsReadBelowThePointer() {
        HistogramPainter.Reading reading = new HistogramPainter(ink, content(), 801, 300).readingAt(5);
        assertEquals(List.of(2, 0), reading.counts());
        assertEquals(0, reading.from());
        assertEquals(1, reading.to());
        assertTrue(new HistogramPainter(ink, content(), 801, 300).readingAt(799).open());
    }
}
