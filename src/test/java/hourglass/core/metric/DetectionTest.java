package hourglass.core.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.metric.Detection.Flagged;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DetectionTest {
    private static final Detection SMALL =
            new Detection(new float[] {2, 3, 1, 2}, new boolean[] {false, true, false, true});

    @Test
    void aSmallExampleByHand() {
        assertEquals(2, SMALL.odd());
        assertEquals(2, SMALL.usual());
        assertEquals(3, SMALL.steps(), "equal scores are one threshold");
        assertEquals(3, SMALL.threshold(0));
        assertEquals(new Flagged(1, 2, 0, 2), SMALL.at(0));
        assertEquals(new Flagged(2, 2, 1, 2), SMALL.at(1));
        assertEquals(new Flagged(2, 2, 2, 2), SMALL.at(2));
        // Of four pairs the odd one scores more in three, and as much in one.
        assertEquals(3.5 / 4, SMALL.rocArea(), 1e-15);
        assertEquals(0.5 * 1 + 0.5 * 2 / 3, SMALL.averagePrecision(), 1e-15);
    }

    @Test
    void sharesOfWhatIsFlagged() {
        Flagged flagged = new Flagged(3, 4, 1, 16);
        assertEquals(0.2, flagged.share(), 1e-15);
        assertEquals(0.75, flagged.precision(), 1e-15);
        assertEquals(0.75, flagged.recall(), 1e-15);
        assertEquals(1.0 / 16, flagged.falseAlarms(), 1e-15);
        assertTrue(Double.isNaN(new Flagged(0, 4, 0, 16).precision()));
    }

    @Test
    void anyThresholdFlagsWhatScoresAtLeastAsMuch() {
        assertEquals(new Flagged(0, 2, 0, 2), SMALL.from(3.1));
        assertEquals(new Flagged(1, 2, 0, 2), SMALL.from(3));
        assertEquals(new Flagged(1, 2, 0, 2), SMALL.from(2.5));
        assertEquals(new Flagged(2, 2, 1, 2), SMALL.from(2));
        assertEquals(new Flagged(2, 2, 2, 2), SMALL.from(-1));
    }

    @Test
    void theThresholdForAShareOfFalseAlarms() {
        assertEquals(3, SMALL.thresholdFor(0));
        assertEquals(2, SMALL.thresholdFor(0.5));
        assertEquals(1, SMALL.thresholdFor(1));
    }

    @Test
    void theAreaIsTheChanceThatAnOddThingScoresMore() {
        SplittableRandom random = new SplittableRandom(5);
        for (int run = 0; run < 50; run++) {
            int n = 2 + random.nextInt(60);
            float[] scores = new float[n];
            boolean[] odd = new boolean[n];
            for (int i = 0; i < n; i++) {
                scores[i] = random.nextInt(12) / 4f - 1;
                odd[i] = i == 0 || (i > 1 && random.nextInt(3) == 0);
            }
            assertEquals(pairs(scores, odd), new Detection(scores, odd).rocArea(), 1e-12);
        }
    }

    private static double pairs(float[] scores, boolean[] odd) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < scores.length; j++) {
                if (odd[i] && !odd[j]) {
                    count++;
                    sum += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                }
            }
        }
        return sum / count;
    }

    /** From scikit-learn 1.9.1: {@code roc_auc_score} and {@code average_precision_score}. */
    @Test
    void agreesWithScikitLearn() {
        float[] scores = {0.1f, 0.4f, 0.35f, 0.8f, 0.8f, 0.35f, 0.2f, 0.8f};
        boolean[] odd = {false, false, true, true, false, true, false, true};
        Detection detection = new Detection(scores, odd);
        assertEquals(0.6875, detection.rocArea(), 1e-12);
        assertEquals(0.6666666666666666, detection.averagePrecision(), 1e-12);
    }

    @Test
    void whereAllAreOfOneKindThereIsNoArea() {
        assertTrue(Double.isNaN(new Detection(new float[] {1, 2}, new boolean[2]).rocArea()));
        assertTrue(Double.isNaN(new Detection(new float[] {1, 2}, new boolean[2]).averagePrecision()));
        assertTrue(Double.isNaN(new Detection(new float[] {1, 2}, new boolean[] {true, true}).rocArea()));
        assertEquals(1, new Detection(new float[] {1, 2}, new boolean[] {true, true}).averagePrecision());
    }

    @Test
    void zeroesOfBothSignsAreEqual() {
        assertEquals(1, new Detection(new float[] {0f, -0f}, new boolean[] {true, false}).steps());
    }

    @Test
    void wrongInputIsNamed() {
        assertThrows(IllegalArgumentException.class, () -> new Detection(new float[2], new boolean[3]));
        Exception wrong = assertThrows(
                IllegalArgumentException.class, () -> new Detection(new float[] {1, Float.NaN}, new boolean[2]));
        assertTrue(wrong.getMessage().contains("thing 1"), wrong.getMessage());
    }
}
