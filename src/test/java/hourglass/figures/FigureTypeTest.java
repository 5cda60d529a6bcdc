package hourglass.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTypeTest {
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
                new Attribution("dense-64", 10, 42, "Fashion-MNIST").line());
    }
}
