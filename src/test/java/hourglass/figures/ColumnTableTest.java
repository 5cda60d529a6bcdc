package hourglass.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnTableTest {
    @TempDir
    Path folder;

    @Test
    void oneLineForEachPlaceAndNothingForWhatIsNotANumber() throws IOException {
        Path file = folder.resolve("a.csv");
        ColumnTable.write(
                file, List.of("level", "error"), List.of(new double[] {0, 0.5}, new double[] {Double.NaN, 0.25}));
        assertEquals("level,error\n0.0,\n0.5,0.25\n", Files.readString(file));
    }

    @Test
    void columnsOfDifferentLengthsAreRefused() {
        List<double[]> columns = List.of(new double[2], new double[3]);
        assertThrows(
                IllegalArgumentException.class,
                () -> ColumnTable.write(folder.resolve("a.csv"), List.of("a", "b"), columns));
        assertThrows(
                IllegalArgumentException.class,
                () -> ColumnTable.write(folder.resolve("a.csv"), List.of("a"), columns));
    }
}
