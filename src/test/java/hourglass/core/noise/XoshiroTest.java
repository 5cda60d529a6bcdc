package hourglass.core.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Numbers of another implementation of xoshiro256++, seeded by SplitMix64: a saved seed means the same for good. */
class XoshiroTest {
    @Test
    void theNumbersOfASeedAreThoseOfThePaper() {
        Xoshiro zero = new Xoshiro(0);
        assertEquals(0x53175d61490b23dfL, zero.nextLong());
        assertEquals(0x61da6f3dc380d507L, zero.nextLong());
        assertEquals(0x5c0fdf91ec9a7bfcL, zero.nextLong());
        assertEquals(0x02eebf8c3bbe5e1aL, zero.nextLong());
        assertEquals(0x7eca04ebaf4a5eeaL, zero.nextLong());
        Xoshiro other = new Xoshiro(42);
        assertEquals(0xd0764d4f4476689fL, other.nextLong());
        assertEquals(0x519e4174576f3791L, other.nextLong());
    }

    @Test
    void aDoubleIsTheUpperBitsOfANumber() {
        assertEquals(0.3245752680314067, new Xoshiro(0).nextDouble());
        assertEquals(0.3245752680314067 + 0x1p-53, new Xoshiro(0).nextPositive());
    }

    @Test
    void theTailIsThatOfANormalDistribution() {
        float[] numbers = new float[4_000_000];
        NormalNumbers.fill(numbers, numbers.length, 3);
        double edge = 3.654152885361009;
        int beyond = 0;
        double sum = 0;
        for (float number : numbers) {
            if (Math.abs(number) > edge) {
                beyond++;
                sum += Math.abs(number) - edge;
            }
        }
        // 2.58e-4 of all lie beyond; on average by 0.256.
        assertEquals(2.58e-4, (double) beyond / numbers.length, 3e-5);
        assertEquals(0.256, sum / beyond, 0.025);
    }

    @Test
    void onlyAsManyPlacesAreFilledAsAskedFor() {
        float[] numbers = new float[5];
        NormalNumbers.fill(numbers, 3, 9);
        assertTrue(numbers[0] != 0 && numbers[2] != 0);
        assertEquals(0, numbers[3]);
    }
}
