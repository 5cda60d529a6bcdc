package hourglass.ui.map;

import hourglass.core.data.ImageSet;
import hourglass.session.map.MapSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of the point under the pointer. Immutable; nobody changes the pixels.
 *
 * @param point its place in the sample
 * @param testIndex which test image it is
 * @param className its class in words
 * @param width pixels of an image
 * @param original its image
 * @param output what the network makes of it
 * @param nearest its neighbours
 */
@SuppressWarnings("ArrayRecordComponent") // pixels on their way to the painter, not changed
record PointCard(
        int point,
        int testIndex,
        String className,
        int width,
        int[] original,
        Optional<Output> output,
        Nearest nearest) {
    /**
     * The nearest points, nearest first.
     *
     * @param source what they were found among
     */
    record Nearest(MapSource source, List<Neighbour> all) {
        /** Keeps its own list. */
        Nearest {
            all = List.copyOf(all);
        }
    }

    List<Neighbour> neighbours() {
        return nearest.all();
    }

    /**
     * A reconstruction.
     *
     * @param argb its pixels
     * @param error mean squared error per pixel
     */
    @SuppressWarnings("ArrayRecordComponent") // pixels on their way to the painter, not changed
    record Output(int[] argb, double error) {}

    /**
     * A near point.
     *
     * @param point its place in the sample
     * @param label its class
     * @param argb its image
     */
    @SuppressWarnings("ArrayRecordComponent") // pixels on their way to the painter, not changed
    record Neighbour(int point, int label, int[] argb) {}

    static PointCard of(ShownMap map, int point) {
        ImageSet test = map.mapped().data().test();
        int index = map.sample().testIndex(point);
        List<Neighbour> near = new ArrayList<>();
        for (int other : map.sample().neighbours(point)) {
            near.add(new Neighbour(
                    other,
                    map.sample().label(other),
                    Greys.of(test, map.sample().testIndex(other))));
        }
        return new PointCard(
                point,
                index,
                test.className(index),
                test.width(),
                Greys.of(test, index),
                Optional.empty(),
                new Nearest(map.mapped().source(), near));
    }

    PointCard with(Output made) {
        return new PointCard(point, testIndex, className, width, original, Optional.of(made), nearest);
    }

    int height() {
        return original.length / width;
    }
}
