package hourglass.core.spec.listing;

import hourglass.core.spec.Experiment;

/** A library in whose language a network can be written down. */
public enum Framework {
    /** Keras 3, in Python. */
    KERAS("Keras"),
    /** PyTorch, in Python. */
    PYTORCH("PyTorch"),
    /** Deeplearning4j, in Java. */
    DEEPLEARNING4J("Deeplearning4j");

    private final String words;

    Framework(String words) {
        this.words = words;
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
        return switch (this) {
            case KERAS -> new KerasListing(experiment).text();
            case PYTORCH -> new TorchListing(experiment).text();
            case DEEPLEARNING4J -> new Dl4jListing(experiment).text();
        };
    }
}
