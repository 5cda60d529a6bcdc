package hourglass.engine.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import hourglass.core.data.DataSet;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.NoiseSpec;
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
 * @param figures measures on the test images
 * @param samplesPerSecond training images by seconds of training over all epochs
 * @param stopReason why training ended, such as {@code completed}
 * @param environment where it ran
 */
public record Report(
        Experiment experiment,
        Data data,
        List<EpochResult> epochs,
        Figures figures,
        double samplesPerSecond,
        String stopReason,
        Environment environment) {

    /** Copies the epochs. */
    public Report {
        epochs = List.copyOf(epochs);
    }

    /**
     * Measures on the test images; each part is absent where it was not taken or does not apply.
     *
     * @param test of every network
     * @param noise of a network trained with noise
     * @param variational of a variational network
     */
    public record Figures(Optional<Quality> test, Optional<Noise> noise, Optional<Variational> variational) {
        /** Nothing was measured. */
        public static final Figures NONE = new Figures(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * The images used.
     *
     * @param name as in {@link DataSet#name()}
     * @param sha256 by file
     * @param trainCount training images
     * @param testCount test images
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
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
     * Figures on the clean test images, whatever noise the network was trained with.
     *
     * @param mse mean squared error per pixel of the reconstructions
     * @param pcaMse the same for principal components of the same code size
     * @param knnAccuracy share of codes whose ten nearest training codes vote for their class, 0 … 1
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Quality(double mse, double pcaMse, double knnAccuracy) {}

    /**
     * Mean squared errors per pixel against the clean test images, of what is made of the noisy ones. All see the same
     * noise.
     *
     * @param spec the noise, that of the training
     * @param testMse of the network
     * @param noisyMse of doing nothing
     * @param medianMse of a 3 × 3 median filter
     * @param pcaMse of principal components of the network's code size
     */
    public record Noise(NoiseSpec spec, double testMse, double noisyMse, double medianMse, double pcaMse) {}

    /**
     * Means over the test images in nats per image, the decoder fed with one seeded sample of each image's distribution.
     *
     * @param negativeElbo {@code reconstruction + kl}, whatever β was in training
     * @param reconstruction negative log-likelihood of the image
     * @param kl KL divergence from the prior
     * @param klPerDimension its parts, by latent dimension
     * @param logLikelihoodEstimate importance-weighted bound on the log-likelihood with 64 samples
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Variational(
            double negativeElbo,
            double reconstruction,
            double kl,
            @JsonSetter(contentNulls = Nulls.SET) List<Double> klPerDimension,
            double logLikelihoodEstimate) {
        /** Copies the list. */
        public Variational {
            klPerDimension = List.copyOf(klPerDimension);
        }
    }

    /**
     * Where it ran.
     *
     * @param appVersion version of the program
     * @param java version of the virtual machine
     * @param os operating system with version and architecture
     * @param processors processors the machine offers
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
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
