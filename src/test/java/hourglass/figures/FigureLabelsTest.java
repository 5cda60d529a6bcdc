package hourglass.figures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FigureLabelsTest {
    @Test
    void labelsWithRoomStayWhereTheyBelong() {
        assertArrayEquals(new int[] {45, 5}, FigureLabels.spread(new double[] {50, 10}, 10, 0, 100));
    }

    @Test
    void noLabelEverCoversAnother() {
        SplittableRandom random = new SplittableRandom(6);
        for (int round = 0; round < 500; round++) {
            double[] wanted = random.doubles(1 + random.nextInt(8), -20, 220).toArray();
            int[] tops = FigureLabels.spread(wanted, 15, 0, 200);
            int[] sorted = Arrays.stream(tops).sorted().toArray();
            for (int i = 0; i < sorted.length; i++) {
                assertTrue(sorted[i] >= 0 && sorted[i] + 15 <= 200);
                assertTrue(i == 0 || sorted[i] >= sorted[i - 1] + 15);
            }
        }
    }

    @Test
    void wrappedLinesFitAndLoseNoLetter() {
        FigureType type = new FigureType(FigureStyle.light(), 1);
        String text = "Dense autoencoder 784–64–784 · epoch 10 · " + "w".repeat(80) + " end";
        for (int room = 40; room < 500; room += 37) {
            List<String> lines = type.wrap(type.small, text, room);
            for (String line : lines) {
                assertTrue(type.width(type.small, line) <= room, line + " in " + room);
            }
            assertEquals(text.replace(" ", ""), String.join("", lines).replace(" ", ""));
        }
    }

    @Test
    void errorsAreWrittenAlike() {
        assertEquals("0.0088", FigureNumbers.error(0.0088));
        assertEquals("0.0870", FigureNumbers.error(0.08698));
        assertEquals("0.0000", FigureNumbers.error(0));
        assertEquals("0.00012", FigureNumbers.error(0.000123));
        assertEquals("224.5", FigureNumbers.error(224.49));
    }

    @Test
    void theCaptionNamesModelEpochSeedAndData() {
        assertEquals(
                "dense-64 · epoch 10 · seed 42 · Fashion-MNIST",
                new FigureCaption("dense-64", 10, 42, "Fashion-MNIST").line());
    }
}
