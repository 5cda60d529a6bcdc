package hourglass.ui.data;

import hourglass.ui.pictures.ImageTiles;
import java.util.List;

/**
 * What is known about a part, as far as it is counted.
 *
 * @param classNames names of the classes
 * @param counts images of each class; always complete
 * @param means mean image of each class, black where none was seen yet
 * @param seen images the means and the two numbers are of
 * @param total images of the part
 * @param mean of all pixels, 0 … 1
 * @param deviation standard deviation of all pixels
 */
public record PartFacts(
        List<String> classNames,
        List<Integer> counts,
        ImageTiles means,
        int seen,
        int total,
        double mean,
        double deviation) {
    /** Keeps copies. */
    public PartFacts {
        classNames = List.copyOf(classNames);
        counts = List.copyOf(counts);
    }

    /** Whether every image is counted. */
    public boolean isComplete() {
        return seen == total;
    }
}
