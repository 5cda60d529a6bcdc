package hourglass.engine.store;

import com.fasterxml.jackson.core.type.TypeReference;
import hourglass.engine.model.EpochResult;
import hourglass.engine.model.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Progress, history and metrics as the short texts within a model file. A diverged training has losses that are not
 * finite and must be savable all the same; those are written as the texts {@code NaN}, {@code Infinity}, {@code -Infinity}.
 */
final class TrainingJson {
    private static final int MAX_HISTORY_TOKENS = 600_000;
    /** Steps and epochs are counted in 32 bits; a training that goes on from here must find room to count. */
    private static final int MOST_COUNTED = 2_000_000_000;

    private static final int COLUMNS = 5;
    private static final int VARIATIONAL_COLUMNS = 7;
    private static final Json<Progress> PROGRESS = new Json<>("its progress", Progress.class, 1000, 20);
    private static final Json<List<List<Number>>> HISTORY =
            new Json<>("its history", new TypeReference<>() {}, ModelHeader.MAX_LENGTH, MAX_HISTORY_TOKENS);
    private static final Json<Double[][]> ROWS =
            new Json<>("its history", Double[][].class, ModelHeader.MAX_LENGTH, MAX_HISTORY_TOKENS);
    private static final Json<Map<String, Double>> METRICS =
            new Json<>("its list of metrics", new TypeReference<>() {}, 1 << 16, 4000);

    private TrainingJson() {}

    static String progress(Progress progress) throws Refusal {
        return PROGRESS.compact(progress);
    }

    static Progress progress(String text) throws Refusal {
        Progress progress = PROGRESS.parse(text);
        if (progress.epochs() > MOST_COUNTED || progress.iteration() > MOST_COUNTED) {
            throw new Refusal("its progress counts beyond " + MOST_COUNTED + ", so it is damaged; use another copy");
        }
        return progress;
    }

    /**
     * One list per epoch: number, training loss, validation loss, seconds, samples per second; where a divergence was
     * measured also that of training and of validation.
     */
    static String history(List<EpochResult> history) throws Refusal {
        List<List<Number>> rows = new ArrayList<>();
        for (EpochResult epoch : history) {
            List<Number> row = new ArrayList<>(List.of(
                    epoch.epoch(),
                    epoch.trainLoss(),
                    epoch.validationLoss(),
                    epoch.seconds(),
                    epoch.samplesPerSecond()));
            if (epoch.trainKl() != 0 || epoch.validationKl() != 0) {
                row.addAll(List.of(epoch.trainKl(), epoch.validationKl()));
            }
            rows.add(row);
        }
        return HISTORY.compact(rows);
    }

    /** The epochs 1, 2, 3 …, no more than were trained. */
    static List<EpochResult> history(String text, Progress progress) throws Refusal {
        List<EpochResult> history = new ArrayList<>();
        for (Double[] row : ROWS.parse(text)) {
            boolean variational = row.length == VARIATIONAL_COLUMNS;
            if (row.length != COLUMNS && !variational) {
                throw new Refusal("its history must hold " + COLUMNS + " or " + VARIATIONAL_COLUMNS
                        + " numbers per epoch, not " + row.length + "; use another copy");
            }
            int expected = history.size() + 1;
            if (row[0] != expected) {
                throw new Refusal("its history has epoch " + number(row[0]) + " where epoch " + expected
                        + " should be, so it is damaged; use another copy");
            }
            history.add(new EpochResult(
                    expected, row[1], row[2], row[3], row[4], variational ? row[5] : 0, variational ? row[6] : 0));
        }
        if (history.size() > progress.epochs()) {
            throw new Refusal("its history has " + history.size() + " epochs and its progress only " + progress.epochs()
                    + ", so it is damaged; use another copy");
        }
        return history;
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < MOST_COUNTED
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    static String metrics(Map<String, Double> metrics) throws Refusal {
        return METRICS.compact(metrics);
    }

    static Map<String, Double> metrics(String text) throws Refusal {
        return new TreeMap<>(METRICS.parse(text));
    }
}
