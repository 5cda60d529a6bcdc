package hourglass.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SketchwearTest {
    private static final int PIXELS = 784;

    @Test
    void sameSeedSameBytes() {
        DataSet first = Sketchwear.generate(42, 300, 100);
        DataSet second = Sketchwear.generate(42, 300, 100);
        assertArrayEquals(first.train().rawPixels(), second.train().rawPixels());
        assertArrayEquals(first.test().labels(), second.test().labels());
        assertEquals(first.fingerprint(), second.fingerprint());
        assertNotEquals(first.fingerprint(), Sketchwear.generate(43, 300, 100).fingerprint());
    }

    @Test
    void thePicturesAreThoseOfEveryMachineAndEveryVersion() {
        assertEquals(
                "9a50cd020420d0a4feb81268c5054f50ae41b2998fff671d47661e46e27c26ab-"
                        + "466fb66bafa21acad999147a8c5d5fb018e909c4e7b5712fa69d68bd0a13919a",
                Sketchwear.generate(7, 300, 100).fingerprint());
    }

    @Test
    void aLargerSetBeginsWithTheSmaller() {
        ImageSet small = Sketchwear.generate(1, 105, 10).train();
        ImageSet large = Sketchwear.generate(1, 400, 10).train();
        assertArrayEquals(small.rawPixels(), Arrays.copyOf(large.rawPixels(), 105 * PIXELS));
        assertArrayEquals(small.labels(), Arrays.copyOf(large.labels(), 105));
    }

    @Test
    void classesAreBalancedAndMixed() {
        ImageSet set = Sketchwear.generate(5, 500, 10).train();
        int[] counts = new int[10];
        Set<String> orders = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            counts[set.label(i)]++;
            if (i % 10 == 0) {
                orders.add(Arrays.toString(Arrays.copyOfRange(set.labels(), i, i + 10)));
            }
        }
        for (int count : counts) {
            assertEquals(50, count);
        }
        assertTrue(orders.size() > 45, orders.size() + " orders");
        assertEquals(OfficialSets.FASHION_MNIST.classNames(), set.classNames());
    }

    @Test
    void garmentsAreBrightOnBlackAndFillThePicture() {
        ImageSet set = Sketchwear.generate(9, 1000, 10).train();
        for (int i = 0; i < set.size(); i++) {
            int lit = 0;
            int brightest = 0;
            for (int p = 0; p < PIXELS; p++) {
                lit += set.rawPixel(i, p) > 12 ? 1 : 0;
                brightest = Math.max(brightest, set.rawPixel(i, p));
            }
            String which = set.className(i) + " " + i;
            assertTrue(lit > 55 && lit < 620, which + " covers " + lit);
            assertTrue(brightest > 55, which + " is at most " + brightest);
        }
    }

    @Test
    void noTwoPicturesAreTheSameInTrainingAndTest() {
        DataSet data = Sketchwear.generate(3, 2000, 500);
        Set<String> seen = new HashSet<>();
        for (ImageSet set : new ImageSet[] {data.train(), data.test()}) {
            byte[] pixels = set.rawPixels();
            for (int i = 0; i < set.size(); i++) {
                seen.add(Checksums.ofBytes(Arrays.copyOfRange(pixels, i * PIXELS, (i + 1) * PIXELS)));
            }
        }
        assertEquals(2500, seen.size());
    }

    @Test
    void sixtyFourPrincipalComponentsDoNotExhaustIt() {
        double error = PrincipalError.of(Sketchwear.generate(11, 2000, 10).train(), 64);
        assertTrue(error > 0.002 && error < 0.02, "mean squared error " + error);
    }

    @Test
    void refusesCountsOutOfRange() {
        assertThrows(IllegalArgumentException.class, () -> Sketchwear.generate(1, 0, 10));
        assertThrows(IllegalArgumentException.class, () -> Sketchwear.generate(1, 10, -1));
        assertThrows(IllegalArgumentException.class, () -> Sketchwear.generate(1, 10, 1_000_001));
    }
}
