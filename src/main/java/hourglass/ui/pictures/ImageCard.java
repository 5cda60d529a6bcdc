package hourglass.ui.pictures;

import java.util.List;
import java.util.Optional;

/**
 * What is known of the image under the pointer. Immutable; nobody changes the pixels.
 *
 * @param point its place among those that are shown
 * @param testIndex which test image it is
 * @param className its class in words
 * @param width pixels of an image
 * @param original its image
 * @param output what the network makes of it
 * @param nearest its neighbours
 */
@SuppressWarnings("ArrayRecordComponent") // pixels on their way to the painter, not changed
public record ImageCard(
        int point,
        int testIndex,
        String className,
        int width,
        int[] original,
        Optional<Output> output,
        Nearest nearest) {
    /** Of an image that stands for itself. */
    public static ImageCard alone(int point, int testIndex, String className, int width, int[] original) {
        return new ImageCard(
                point, testIndex, className, width, original, Optional.empty(), new Nearest("", List.of()));
    }

    /**
     * The nearest points, nearest first.
     *
     * @param words what they were found among
     */
    public record Nearest(String words, List<Neighbour> all) {
        /** Keeps its own list. */
        public Nearest {
            all = List.copyOf(all);
        }
    }

    /** Images like it. */
    public List<Neighbour> neighbours() {
        return nearest.all();
    }

    /**
     * A reconstruction.
     *
     * @param argb its pixels
     * @param error mean squared error per pixel
     */
    @SuppressWarnings("ArrayRecordComponent") // pixels on their way to the painter, not changed
    public record Output(int[] argb, double error) {}

    /**
     * A near point.
     *
     * @param point its place among those that are shown
     * @param label its class
     * @param argb its image
     */
    @SuppressWarnings("ArrayRecordComponent") // pixels on their way to the painter, not changed
    public record Neighbour(int point, int label, int[] argb) {}

    /** With what the network made of it. */
    public ImageCard with(Output made) {
        return new ImageCard(point, testIndex, className, width, original, Optional.of(made), nearest);
    }

    /** Pixels down. */
    public int height() {
        return original.length / width;
    }
}
