package hourglass.session.measure;

import hourglass.core.data.ImageSet;
import hourglass.core.metric.Errors;
import hourglass.core.spec.ModelSpec;
import hourglass.engine.model.LayerWeights;
import hourglass.engine.model.Network;
import hourglass.session.ask.Pace;
import hourglass.session.ask.Portion;
import hourglass.session.measure.Units.Meaning;
import hourglass.session.measure.Units.Priced;
import hourglass.session.measure.Units.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Measures {@link Units}, portion by portion: the first {@value #PRICED} test images are encoded, the pictures are made, the
 * other images are encoded, and then those first ones are decoded with the whole code and once more without each number.
 * One thread at a time.
 */
public final class UnitMeasuring implements Function<Network, Portion<Units>> {
    /** Images that silencing is measured on. */
    public static final int PRICED = 1000;
    /** Images shown of those that excite a number most. */
    public static final int TOP = 9;

    private static final double LEAST_VARIANCE = 0.01;
    /** So often at most the prices known so far are told. */
    private static final int TELLINGS = 64;

    private final Provenance of;
    private final ImageSet test;
    private final NetworkInput input;
    private final int priced;
    private Pace pace = new Pace();
    private float[] pictures = new float[0];
    private float[] still = new float[0];
    private int done;
    private int encoded;
    private @Nullable Statistics statistics;
    private @Nullable Units known;
    private double[] errors = new double[0];
    private double sum;

    /** Of all images of {@code test}, which belong to the data of {@code of}. */
    public UnitMeasuring(Provenance of, ImageSet test, NetworkInput input) {
        this.of = of;
        this.test = test;
        this.input = input;
        priced = Math.min(PRICED, test.size());
    }

    /** What is gathered of every number while images are encoded. */
    private static final class Statistics {
        final int size;
        final int[][] top;
        final float[][] topValues;
        final int[] zeros;
        final double[] sums;
        final double[] squares;
        final float[] least;
        final float[] most;
        final float[] codes;

        Statistics(int size, int priced) {
            this.size = size;
            top = new int[size][TOP];
            topValues = new float[size][TOP];
            zeros = new int[size];
            sums = new double[size];
            squares = new double[size];
            least = new float[size];
            most = new float[size];
            codes = new float[priced * size];
            for (int number = 0; number < size; number++) {
                Arrays.fill(topValues[number], Float.NEGATIVE_INFINITY);
            }
            Arrays.fill(least, Float.POSITIVE_INFINITY);
            Arrays.fill(most, Float.NEGATIVE_INFINITY);
        }

        void take(int image, int number, float value) {
            zeros[number] += value == 0 ? 1 : 0;
            sums[number] += value;
            squares[number] += (double) value * value;
            least[number] = Math.min(least[number], value);
            most[number] = Math.max(most[number], value);
            int place = TOP;
            while (place > 0 && value > topValues[number][place - 1]) {
                place--;
            }
            if (place < TOP) {
                int moved = TOP - 1 - place;
                System.arraycopy(topValues[number], place, topValues[number], place + 1, moved);
                System.arraycopy(top[number], place, top[number], place + 1, moved);
                topValues[number][place] = value;
                top[number][place] = image;
            }
            int at = image * size + number;
            if (at < codes.length) {
                codes[at] = value;
            }
        }

        Unit of(int number, int images, boolean variational) {
            double mean = sums[number] / images;
            double variance = squares[number] / images - mean * mean;
            boolean dead = variational ? variance < LEAST_VARIANCE : least[number] == most[number];
            int[] shown = Arrays.copyOf(top[number], Math.min(TOP, images));
            return new Unit(shown, (double) zeros[number] / images, mean, dead, Double.NaN);
        }

        float[] mean(int images) {
            float[] mean = new float[size];
            for (int number = 0; number < size; number++) {
                mean[number] = (float) (sums[number] / images);
            }
            return mean;
        }
    }

    @Override
    public Portion<Units> apply(Network network) {
        int size = network.spec().codeSize();
        int total = test.size() + size + priced * (1 + size);
        Statistics gathered = statistics;
        if (gathered == null) {
            gathered = new Statistics(size, priced);
            statistics = gathered;
        }
        int pictured = priced + size;
        if (done < priced) {
            encode(network, gathered, done, priced - done);
            return Portion.of(done, total);
        }
        Units before = known;
        if (done < pictured || before == null) {
            return picture(network, gathered, total);
        }
        if (encoded < test.size()) {
            encode(network, gathered, encoded, test.size() - encoded);
            boolean all = encoded == test.size();
            known = all ? before.of(units(network, gathered), encoded) : before;
            return all ? new Portion<>(Optional.of(known), done, total) : Portion.of(done, total);
        }
        return price(network, gathered, before, total);
    }

    private void encode(Network network, Statistics gathered, int first, int left) {
        int n = pace.next(left);
        pace.time(n, () -> {
            float[] codes = network.encode(input.of(test, first, n), n);
            for (int i = 0; i < codes.length; i++) {
                gathered.take(first + i / gathered.size, i % gathered.size, codes[i]);
            }
        });
        done += n;
        encoded += n;
    }

    private List<Unit> units(Network network, Statistics gathered) {
        List<Unit> units = new ArrayList<>();
        for (int number = 0; number < gathered.size; number++) {
            units.add(gathered.of(number, encoded, network.spec().isVariational()));
        }
        return units;
    }

    /** The pictures, and with the last of them all that is known but the prices. */
    private Portion<Units> picture(Network network, Statistics gathered, int total) {
        int first = done - priced;
        boolean direct = isDirect(network.spec());
        int n = direct ? gathered.size : pace.next(gathered.size - first);
        if (direct) {
            pictures = columns(network);
        } else {
            pace.time(n, () -> oneMore(network, gathered.mean(encoded), first, n));
        }
        done += n;
        if (first + n < gathered.size) {
            return Portion.of(done, total);
        }
        Meaning meaning = direct ? Meaning.WEIGHTS : Meaning.ONE_MORE;
        Units now = new Units(
                of, input, meaning, pictures, units(network, gathered), encoded, new Priced(priced, Double.NaN));
        known = now;
        return new Portion<>(Optional.of(now), done, total);
    }

    private static boolean isDirect(ModelSpec spec) {
        int first = spec.encoderLayers();
        return first == spec.layers().size() - 1
                && spec.layers().get(first).volumeGiven().isEmpty();
    }

    private static float[] columns(Network network) {
        LayerWeights weights = LayerWeights.of(
                network.spec(), network.parameters(), network.spec().encoderLayers());
        int size = network.spec().codeSize();
        int pixels = network.spec().inputSize();
        float[] columns = new float[size * pixels];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = weights.weight(i % pixels * size + i / pixels);
        }
        return columns;
    }

    private void oneMore(Network network, float[] mean, int first, int n) {
        int size = mean.length;
        int pixels = network.spec().inputSize();
        if (first == 0) {
            still = network.decode(mean, 1);
            pictures = new float[size * pixels];
        }
        float[] codes = new float[n * size];
        for (int i = 0; i < n; i++) {
            System.arraycopy(mean, 0, codes, i * size, size);
            codes[i * size + first + i] += 1;
        }
        float[] moved = network.decode(codes, n);
        for (int i = 0; i < moved.length; i++) {
            pictures[first * pixels + i] = moved[i] - still[i % pixels];
        }
    }

    /** Round 0 has the whole code, round k + 1 lacks number k. */
    private Portion<Units> price(Network network, Statistics gathered, Units before, int total) {
        int rounds = done - test.size() - gathered.size;
        int number = rounds / priced - 1;
        int first = rounds % priced;
        int n = pace.next(priced - first);
        pace.time(n, () -> price(network, gathered, number, first, n));
        done += n;
        if (first + n < priced) {
            return Portion.of(done, total);
        }
        Units now = number < 0 ? before.pricedFrom(sum / priced) : before.pricedAt(number, sum / priced);
        sum = 0;
        known = now;
        int every = Math.max(1, gathered.size / TELLINGS);
        boolean tell = done == total || number % every == 0;
        return tell ? new Portion<>(Optional.of(now), done, total) : Portion.of(done, total);
    }

    private void price(Network network, Statistics gathered, int number, int first, int n) {
        if (errors.length == 0) {
            errors = new double[priced];
        }
        int[] touched = touched(gathered, number, first, n);
        for (int image = first; image < first + n; image++) {
            sum += number < 0 ? 0 : errors[image];
        }
        if (touched.length == 0) {
            return;
        }
        float[] codes = new float[touched.length * gathered.size];
        for (int i = 0; i < touched.length; i++) {
            System.arraycopy(gathered.codes, touched[i] * gathered.size, codes, i * gathered.size, gathered.size);
            if (number >= 0) {
                codes[i * gathered.size + number] = 0;
            }
        }
        double[] measured =
                Errors.perImage(test.images(touched), network.decode(codes, touched.length), test.pixelsPerImage());
        for (int i = 0; i < touched.length; i++) {
            sum += measured[i] - (number < 0 ? 0 : errors[touched[i]]);
            if (number < 0) {
                errors[touched[i]] = measured[i];
            }
        }
    }

    /** Where a number is zero anyway, silence changes nothing. */
    private static int[] touched(Statistics gathered, int number, int first, int n) {
        int[] all = new int[n];
        int count = 0;
        for (int image = first; image < first + n; image++) {
            if (number < 0 || gathered.codes[image * gathered.size + number] != 0) {
                all[count++] = image;
            }
        }
        return Arrays.copyOf(all, count);
    }

    /**
     * All of it in one go.
     *
     * @throws java.util.concurrent.CancellationException if {@code cancelled} says so
     */
    public Units all(Network network, BooleanSupplier cancelled) {
        pace = Pace.fixed(250);
        return Portion.all(() -> apply(network), cancelled);
    }
}
