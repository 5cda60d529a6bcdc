package hourglass.engine.store;

import hourglass.core.data.DataSet;
import hourglass.core.spec.Experiment;
import hourglass.engine.model.EpochResult;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a training without a window leaves beside its model. Figures that were not measured are NaN.
 *
 * @param experiment what was trained
 * @param data the images
 * @param epochs one result per pass
 * @param test figures on the test images; absent when the run ended before they were taken
 * @param samplesPerSecond training images by seconds of training over all epochs
 * @param stopReason why training ended, such as {@code completed}
 * @param environment where it ran
 */
public record Report(
        Experiment experiment,
        Data data,
        List<EpochResult> epochs,
        Optional<Quality> test,
        double samplesPerSecond,
        String stopReason,
        Environment environment) {

    /** Copies the epochs. */
    public Report {
        epochs = List.copyOf(epochs);
    }

    /** Number of weights and biases. */
    public long parameters() {
        return experiment.model().parameterCount();
    }

    /**
     * The images used.
     *
     * @param name as in {@link DataSet#name()}
     * @param sha256 by file
     * @param trainCount training images
     * @param testCount test images
     */
    public record Data(String name, Map<String, String> sha256, int trainCount, int testCount) {
        /** Copies the checksums, sorted by file. */
        public Data {
            sha256 = Collections.unmodifiableMap(new TreeMap<>(sha256));
        }

        /** Of a data set. */
        public static Data of(DataSet set) {
            return new Data(
                    set.name(), set.sha256(), set.train().size(), set.test().size());
        }
    }

    /**
     * Figures on the test images.
     *
     * @param mse mean squared error per pixel of the reconstructions
     * @param pcaMse the same for principal components of the same code size
     * @param knnAccuracy share of codes whose ten nearest training codes vote for their class, 0 … 1
     */
    public record Quality(double mse, double pcaMse, double knnAccuracy) {}

    /**
     * Where it ran.
     *
     * @param appVersion version of the program
     * @param java version of the virtual machine
     * @param os operating system with version and architecture
     * @param processors processors the machine offers
     */
    public record Environment(String appVersion, String java, String os, int processors) {
        /** This machine. */
        public static Environment current(String appVersion) {
            String os = property("os.name") + " " + property("os.version") + " " + property("os.arch");
            return new Environment(
                    appVersion,
                    property("java.vm.name") + " " + property("java.version"),
                    os,
                    Runtime.getRuntime().availableProcessors());
        }

        private static String property(String name) {
            return System.getProperty(name, "unknown");
        }
    }
}
