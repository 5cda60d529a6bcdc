package hourglass.cli;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How fast one network trains at one batch size; medians over slices of the run.
 *
 * @param preset its name
 * @param batch images per step
 * @param threads most threads its computation used
 * @param samplesPerSecond training images per second
 * @param shareOfPeak share of one thread's peak, 0 … 1
 * @param stock the same of DL4J's own layers, where it was measured
 */
record SpeedRow(
        String preset, int batch, int threads, double samplesPerSecond, double shareOfPeak, OptionalDouble stock) {
    /** Milliseconds a step. */
    double millisecondsPerStep() {
        return 1000 * batch / samplesPerSecond;
    }

    /** How many times faster than stock. */
    OptionalDouble ratio() {
        return stock.isPresent() ? OptionalDouble.of(samplesPerSecond / stock.getAsDouble()) : OptionalDouble.empty();
    }

    /** As a line of the terminal. */
    String line() {
        return String.format(
                Locale.ROOT,
                "%-12s  batch %4d  %,8.0f samples/s  %8.3f ms a step  %5.1f %% of one core's peak  %s",
                preset,
                batch,
                samplesPerSecond,
                millisecondsPerStep(),
                100 * shareOfPeak,
                threads == 1 ? "1 thread" : "up to " + threads + " threads");
    }

    /** The line with what stock DL4J did. */
    String lineBesideStock() {
        String beside = stock.isPresent()
                ? String.format(
                        Locale.ROOT,
                        "stock DL4J %,8.0f samples/s  ratio %5.2f",
                        stock.getAsDouble(),
                        ratio().getAsDouble())
                : "stock DL4J has no such network";
        return line() + "  " + beside;
    }
}
