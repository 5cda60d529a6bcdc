package hourglass.core.latent;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Codes of test images laid out in a plane, with what can be read off them. Immutable. */
public final class CodeMap {
    private static final double STRAGGLERS = 0.004;

    private final CodeSample sample;
    private final PlaneChoice choice;
    private final LatentPlane plane;
    private final float[] places;
    private final Function<float[], LocalDensity.Place> around;
    private final ClassDirections directions;
    private final LatentWindow window;
    private final Spot centre;
    private final Spot scale;
    private final float[] deviations;
    private final int[] byVariance;

    /**
     * What {@link CodeMapSteps} found out.
     *
     * @param directions between the classes
     * @param plane through the mean of all codes
     * @param places of the codes on it, {@code [count × 2]}
     * @param around how densely codes lie around a code, among the codes themselves
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Layout(
            ClassDirections directions,
            LatentPlane plane,
            float[] places,
            Function<float[], LocalDensity.Place> around) {}

    CodeMap(CodeSample sample, PlaneChoice choice, Layout layout) {
        this.sample = sample;
        this.choice = choice;
        directions = layout.directions();
        plane = layout.plane();
        places = layout.places();
        around = layout.around();
        window = window(places);
        centre = centre(places);
        scale = scale(places, centre);
        deviations = deviations(sample, directions.overallMean());
        byVariance = IntStream.range(0, deviations.length)
                .boxed()
                .sorted((a, b) -> Float.compare(deviations[b], deviations[a]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static float[] deviations(CodeSample sample, float[] mean) {
        int dimension = mean.length;
        double[] squares = new double[dimension];
        float[] codes = sample.codes();
        for (int i = 0; i < codes.length; i++) {
            double away = codes[i] - mean[i % dimension];
            squares[i % dimension] += away * away;
        }
        float[] deviations = new float[dimension];
        for (int d = 0; d < dimension; d++) {
            deviations[d] = (float) Math.sqrt(squares[d] / sample.count());
        }
        return deviations;
    }

    /** The codes. */
    public CodeSample sample() {
        return sample;
    }

    /** Numbers per code. */
    public int dimension() {
        return sample.dimension();
    }

    /** Which plane they lie in. */
    public PlaneChoice choice() {
        return choice;
    }

    /** The plane through the mean of all codes. */
    public LatentPlane plane() {
        return plane;
    }

    /** Places of all codes of the sample, {@code [count × 2]}; a copy. */
    public float[] places() {
        return places.clone();
    }

    /** Place of one code. */
    public Spot place(int row) {
        return new Spot(places[2 * row], places[2 * row + 1]);
    }

    /** What lies around a code, measured among the codes and not in the plane. */
    public LocalDensity.Place around(float[] code) {
        return around.apply(code);
    }

    /** Row of the code nearest to another, measured the same way. */
    public int nearestRow(float[] code) {
        return CodeDensity.nearestRow(sample, code);
    }

    /** Squared distance of each code from the plane through another code, {@code [count]}: what the plane does not show. */
    public float[] besidePlane(float[] base) {
        float[] codes = sample.codes();
        double[] origin = plane.project(base);
        float[] beside = new float[sample.count()];
        for (int row = 0; row < beside.length; row++) {
            double away = 0;
            for (int d = 0; d < base.length; d++) {
                double part = codes[row * base.length + d] - base[d];
                away += part * part;
            }
            double x = places[2 * row] - origin[0];
            double y = places[2 * row + 1] - origin[1];
            beside[row] = (float) Math.max(0, away - x * x - y * y);
        }
        return beside;
    }

    /** The code drawn nearest to a place. */
    public int nearestRow(Spot spot) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int row = 0; row < sample.count(); row++) {
            double distance = Math.hypot(places[2 * row] - spot.x(), places[2 * row + 1] - spot.y());
            if (distance < least) {
                least = distance;
                nearest = row;
            }
        }
        return nearest;
    }

    /** The window around all codes but a few stragglers, with a margin. */
    public LatentWindow window() {
        return window;
    }

    /** Mean of the standard deviations of the places along both axes. */
    public double meanDeviation() {
        return (scale.x() + scale.y()) / 2;
    }

    private static LatentWindow window(float[] places) {
        double[] x = range(places, 0);
        double[] y = range(places, 1);
        float[] corners = {(float) x[0], (float) y[0], (float) x[1], (float) y[1]};
        return LatentWindow.around(corners, 0.08);
    }

    /** Between the quantiles that leave {@link #STRAGGLERS} at either end. */
    private static double[] range(float[] places, int axis) {
        double[] values = IntStream.range(0, places.length / 2)
                .mapToDouble(row -> places[2 * row + axis])
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (values.length == 0) {
            return new double[] {-1, 1};
        }
        int left = (int) (STRAGGLERS * values.length);
        return new double[] {values[left], values[values.length - 1 - left]};
    }

    /** Mean code of a class, or of all where the sample has none of it. */
    public float[] classMean(int label) {
        return has(label) ? directions.mean(label) : directions.overallMean();
    }

    /** Whether the sample has codes of a class. */
    public boolean has(int label) {
        return label >= 0 && label < directions.classes() && directions.count(label) > 0;
    }

    /** Two classes far apart, to walk between; empty where fewer than two have codes. */
    public Optional<ClassDirections.Pair> farApart() {
        return directions.farApart();
    }

    /** From the mean of one class to that of another; both must be in the sample. */
    public float[] direction(int from, int to) {
        return directions.direction(from, to);
    }

    /** Mean of one number of the codes. */
    public float mean(int dimension) {
        return directions.overallMean()[dimension];
    }

    /** Standard deviation of one number of the codes over the sample. */
    public float deviation(int dimension) {
        return deviations[dimension];
    }

    /** The numbers of the code, those that vary most first; a copy. */
    public int[] byVariance() {
        return byVariance.clone();
    }

    /** A place in standard deviations from the middle of all codes. */
    public Spot standard(Spot spot) {
        return new Spot((spot.x() - centre.x()) / scale.x(), (spot.y() - centre.y()) / scale.y());
    }

    /** The place so many standard deviations from the middle. */
    public Spot fromStandard(Spot standard) {
        return new Spot(centre.x() + standard.x() * scale.x(), centre.y() + standard.y() * scale.y());
    }

    private static Spot centre(float[] places) {
        double x = 0;
        double y = 0;
        for (int i = 0; i < places.length; i += 2) {
            x += places[i];
            y += places[i + 1];
        }
        int count = Math.max(1, places.length / 2);
        return new Spot(x / count, y / count);
    }

    /** Standard deviations, never 0. */
    private static Spot scale(float[] places, Spot centre) {
        double x = 0;
        double y = 0;
        for (int i = 0; i < places.length; i += 2) {
            x += (places[i] - centre.x()) * (places[i] - centre.x());
            y += (places[i + 1] - centre.y()) * (places[i + 1] - centre.y());
        }
        int count = Math.max(1, places.length / 2);
        return new Spot(Math.max(1e-6, Math.sqrt(x / count)), Math.max(1e-6, Math.sqrt(y / count)));
    }
}
