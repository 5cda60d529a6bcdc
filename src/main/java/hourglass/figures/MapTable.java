package hourglass.figures;

import hourglass.core.data.ImageSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A map as comma-separated values: which image, its class in words, and its place. */
public final class MapTable {
    private MapTable() {}

    /**
     * Writes one line for each point after the heading {@code index,class,x,y}, all or nothing.
     *
     * @param images the set the points are of
     * @param indices which image each point is, {@code [n]}
     * @param coordinates {@code [n × 2]}
     * @throws IOException with one sentence for the user if the file cannot be written; an older one is then unharmed
     */
    public static void write(Path file, ImageSet images, int[] indices, float[] coordinates) throws IOException {
        if (coordinates.length != 2 * indices.length) {
            throw new IllegalArgumentException(
                    "expected " + indices.length + " points, got " + coordinates.length + " coordinates");
        }
        StringBuilder text = new StringBuilder("index,class,x,y\n");
        for (int i = 0; i < indices.length; i++) {
            text.append(indices[i]).append(',').append(CsvWord.quoted(images.className(indices[i])));
            text.append(',')
                    .append(coordinates[2 * i])
                    .append(',')
                    .append(coordinates[2 * i + 1])
                    .append('\n');
        }
        WholeFile.write(file, "table", text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
