package hourglass.core.spec.listing;

import hourglass.core.spec.Experiment;
import java.util.function.Function;

/** A library in whose language a network can be written down. */
public enum Framework {
    /** Keras 3, in Python. */
    KERAS("Keras", experiment -> new KerasListing(experiment).text()),
    /** PyTorch, in Python. */
    PYTORCH("PyTorch", experiment -> new TorchListing(experiment).text()),
    /** Deeplearning4j, in Java. */
    DEEPLEARNING4J("Deeplearning4j", experiment -> new Dl4jListing(experiment).text());

    private final String words;
    private final Function<Experiment, String> writer;

    Framework(String words, Function<Experiment, String> writer) {
        this.words = words;
        this.writer = writer;
    }

    /** What people call it. */
    public String words() {
        return words;
    }

    /**
     * A whole program that builds this network, trains it on Fashion-MNIST with these settings and seed and prints the test
     * error. Its random numbers are the library's own, so its curve is another one of the same kind.
     */
    public String listing(Experiment experiment) {
        return writer.apply(experiment);
    }
}
