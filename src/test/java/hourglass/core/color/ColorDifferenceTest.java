package hourglass.core.color;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ColorDifferenceTest {
    /** From table 1 of Sharma, Wu and Dalal 2005: two Lab colours and their difference. */
    private static final double[][] PUBLISHED = {
        {50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425},
        {50, 3.1571, -77.2803, 50, 0, -82.7485, 2.8615},
        {50, 2.8361, -74.0200, 50, 0, -82.7485, 3.4412},
        {50, -1.3802, -84.2814, 50, 0, -82.7485, 1.0000},
        {50, 0, 0, 50, -1, 2, 2.3669},
        {50, 2.4900, -0.0010, 50, -2.4900, 0.0009, 7.1792},
        {50, 2.4900, -0.0010, 50, -2.4900, 0.0011, 7.2195},
        {50, 2.5, 0, 73, 25, -18, 27.1492},
        {50, 2.5, 0, 61, -5, 29, 22.8977},
        {50, 2.5, 0, 56, -27, -3, 31.9030},
        {50, 2.5, 0, 58, 24, 15, 19.4535},
        {60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644},
        {63.0109, -31.0961, -5.8663, 62.8187, -29.7946, -4.0864, 1.2630},
        {90.8027, -2.0831, 1.4410, 91.1528, -1.6435, 0.0447, 1.4441},
        {2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082},
    };

    @Test
    void agreesWithThePublishedPairsBothWays() {
        for (double[] row : PUBLISHED) {
            double[] a = {row[0], row[1], row[2]};
            double[] b = {row[3], row[4], row[5]};
            assertEquals(row[6], ColorDifference.ciede2000(a, b), 0.00006);
            assertEquals(row[6], ColorDifference.ciede2000(b, a), 0.00006);
        }
    }

    @Test
    void whiteAndRedAreWhereTheyShouldBeInLab() {
        assertArrayEquals(new double[] {100, 0, 0}, ColorDifference.lab(0xffffffff), 0.01);
        assertArrayEquals(new double[] {53.24, 80.09, 67.20}, ColorDifference.lab(0xffff0000), 0.02);
    }

    @Test
    void contrastOfBlackAndWhiteIs21() {
        assertEquals(21, ColorDifference.contrast(0xff000000, 0xffffffff), 1e-9);
        assertEquals(1, ColorDifference.contrast(0xff123456, 0xff123456), 1e-9);
    }
}
