package hourglass.figures;

import java.util.Arrays;

/** One map of a {@link MapFigure}. Immutable. */
public final class MapPanel {
    final String title;
    final String note;
    private final float[] coordinates;
    private final int[] classes;

    /**
     * A map.
     *
     * @param title above it, such as "t-SNE, perplexity 30"
     * @param note a second line in small type, such as its trustworthiness; may be empty
     * @param coordinates {@code [n × 2]}, upwards; points that are not finite are left out
     * @param classes {@code [n]}, 0 or more
     */
    public MapPanel(String title, String note, float[] coordinates, int[] classes) {
        if (coordinates.length != 2 * classes.length) {
            throw new IllegalArgumentException(
                    "expected " + classes.length + " points, got " + coordinates.length + " coordinates");
        }
        this.title = title;
        this.note = note;
        this.coordinates = coordinates.clone();
        this.classes = classes.clone();
    }

    int size() {
        return classes.length;
    }

    int label(int point) {
        return classes[point];
    }

    boolean shows(int point) {
        return Float.isFinite(coordinates[2 * point]) && Float.isFinite(coordinates[2 * point + 1]);
    }

    /** Smallest and largest of both coordinates: left, right, bottom, top. */
    private double[] box() {
        double[] box = {
            Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        for (int i = 0; i < size(); i++) {
            if (shows(i)) {
                for (int d = 0; d < 2; d++) {
                    double value = coordinates[2 * i + d];
                    box[2 * d] = Math.min(box[2 * d], value);
                    box[2 * d + 1] = Math.max(box[2 * d + 1], value);
                }
            }
        }
        return box;
    }

    /** Places within a square of {@code side} pixels, downwards; both directions on one scale, as distances matter. */
    double[] fitted(double side) {
        double[] box = box();
        double span = Math.max(box[1] - box[0], box[3] - box[2]);
        double scale = span > 0 ? side / span : 0;
        double[] places = new double[coordinates.length];
        Arrays.setAll(places, at -> {
            double middle = at % 2 == 0 ? (box[0] + box[1]) / 2 : (box[2] + box[3]) / 2;
            double away = (coordinates[at] - middle) * scale;
            return side / 2 + (at % 2 == 0 ? away : -away);
        });
        return places;
    }
}
