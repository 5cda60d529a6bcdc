package hourglass.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {
    private static final Attribution ORIGIN = new Attribution("Dense, 784–64–784", 3.25, 7, "Plain 2");

    private static String cell(double value) {
        return Table.number(value);
    }

    @Test
    void aHeadingThenALineForEachRowThenTheOrigin() {
        double[] error = {Double.NaN, 0.25, Double.POSITIVE_INFINITY};
        Table table = new Table(3)
                .counts("index", row -> 10L + row)
                .numbers("error", row -> error[row])
                .from(ORIGIN);
        assertEquals(
                "index,error,model,epochs,seed,data\n"
                        + "10,,\"Dense, 784–64–784\",3.25,7,Plain 2\n"
                        + "11,0.25,\"Dense, 784–64–784\",3.25,7,Plain 2\n"
                        + "12,,\"Dense, 784–64–784\",3.25,7,Plain 2\n",
                table.csv());
        assertThrows(IllegalArgumentException.class, () -> table.counts("seed", row -> 1));
    }

    @Test
    void numbersHaveTheFewestDigitsThatTellThemApart() {
        assertEquals("0.05", cell(0.049999999999999996));
        assertEquals("0.3", cell(0.1 + 0.2));
        assertEquals("0.1", cell(0.1f), "of single precision");
        assertEquals("0.00001", cell(1e-5f));
        assertEquals("-2", cell(-2));
        assertEquals("0", cell(-0.0));
        assertEquals("60000", cell(60_000));
        assertEquals("0.0115340234", cell(0.011534023412345));
        assertEquals("1.5E-9", cell(1.5e-9));
        assertEquals("1E+20", cell(1e20));
    }

    @Test
    void aDecimalPointAndLatinDigitsInEveryCountry() {
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("de-DE", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                String row = new Table(1)
                        .numbers("x", i -> 1234.5)
                        .counts("n", i -> 1234)
                        .from(ORIGIN)
                        .csv();
                assertEquals(
                        "1234.5,1234,\"Dense, 784–64–784\",3.25,7,Plain 2",
                        row.lines().skip(1).findFirst().orElseThrow());
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void wordsThatWouldBeRunAreOnlyRead() {
        List<String> words = List.of("=1+1", "+1", "-1", "@A1", "\tx", "\rx", "\uFF1D1", "=\"a\",b", "a=b", "");
        String csv = new Table(words.size()).words("class", words::get).csv();
        assertEquals("class\n'=1+1\n'+1\n'-1\n'@A1\n'\tx\n\"'\rx\"\n'\uFF1D1\n\"'=\"\"a\"\",b\"\na=b\n\n", csv);
    }

    @Test
    void quotesCommasAndNewLinesAreQuoted() {
        List<String> words = List.of("Shoe, left", "the \"best\"", "two\nlines", "Größe");
        assertEquals(
                "class\n\"Shoe, left\"\n\"the \"\"best\"\"\"\n\"two\nlines\"\nGröße\n",
                new Table(4).words("class", words::get).csv());
    }

    @Test
    void theFileIsWholeAndInUtf8(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.csv");
        Files.writeString(file, "old");
        Table table = new Table(1).words("größe", row -> "„Ω“");
        table.write(file, FigureStyle.light(), FigureSize.scaled(1));
        assertEquals("größe\n„Ω“\n", Files.readString(file));
        assertThrows(
                IOException.class,
                () -> table.write(folder.resolve("none/a.csv"), FigureStyle.light(), FigureSize.scaled(1)));
    }
}
