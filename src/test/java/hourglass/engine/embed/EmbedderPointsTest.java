package hourglass.engine.embed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.engine.embed.EmbedderPoints.Scale;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EmbedderPointsTest {
    private static double deviation(double[][] rows, int column) {
        double mean =
                Arrays.stream(rows).mapToDouble(row -> row[column]).average().orElseThrow();
        return Math.sqrt(Arrays.stream(rows)
                .mapToDouble(row -> (row[column] - mean) * (row[column] - mean))
                .average()
                .orElseThrow());
    }

    @Test
    void codesAreStandardisedButQuietOnesAreNotBlownUp() {
        float[] points = {1000, 1, 0.001f, 7, 1001, 3, 0.002f, 7, 1004, 5, 0.003f, 7, 1009, 7, 0.001f, 7, 1003, 8, 0, 7
        };
        double[][] rows = EmbedderPoints.prepare(points, 4, Scale.EACH, 1);
        assertEquals(1, deviation(rows, 0), 1e-3);
        assertEquals(1, deviation(rows, 1), 1e-3);
        assertTrue(deviation(rows, 2) < 0.05, "hardly varies");
        assertTrue(deviation(rows, 3) < 1e-3, "does not vary");
    }

    @Test
    void pixelsKeepTheirProportions() {
        float[] points = {0, 0, 10, 1, 20, 0, 30, 1, 40, 0};
        double[][] rows = EmbedderPoints.prepare(points, 2, Scale.TOGETHER, 1);
        assertEquals(1, deviation(rows, 0), 1e-3);
        assertEquals(Math.sqrt(0.24) / Math.sqrt(200), deviation(rows, 1), 1e-3);
    }

    @Test
    void equalPointsAreMovedApartBySeed() {
        float[] points = {1, 2, 1, 2, 5, 9};
        double[][] rows = EmbedderPoints.prepare(points, 2, Scale.EACH, 1);
        assertNotEquals(rows[0][0], rows[1][0]);
        assertEquals(rows[0][0], rows[1][0], 1e-3);
        assertEquals(rows[0][0], EmbedderPoints.prepare(points, 2, Scale.EACH, 1)[0][0]);
        assertNotEquals(rows[0][0], EmbedderPoints.prepare(points, 2, Scale.EACH, 2)[0][0]);
    }

    @Test
    void asManyPointsAsNumbersAreNeverASquare() {
        float[] points = {1, 2, 3, 4, 5, 7, 8, 9, 1};
        double[][] rows = EmbedderPoints.prepare(points, 3, Scale.EACH, 1);
        assertEquals(3, rows.length);
        assertEquals(4, rows[0].length);
        assertEquals(0, rows[1][3], "the column added changes no distance");
    }

    @Test
    void whatIsNotANumberAndWhatIsAllTheSameAreRefused() {
        IllegalArgumentException nan = assertThrows(
                IllegalArgumentException.class,
                () -> EmbedderPoints.prepare(new float[] {1, Float.NaN, 2, 3}, 1, Scale.EACH, 1));
        assertTrue(nan.getMessage().contains("diverged"), nan.getMessage());
        IllegalArgumentException same = assertThrows(
                IllegalArgumentException.class,
                () -> EmbedderPoints.prepare(new float[] {4, 5, 4, 5, 4, 5}, 2, Scale.TOGETHER, 1));
        assertTrue(same.getMessage().contains("all codes are the same"), same.getMessage());
    }
}
