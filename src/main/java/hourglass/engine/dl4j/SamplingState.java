package hourglass.engine.dl4j;

import java.io.Serializable;

/** What the sampling layer of one network and its owner tell each other. Owned by the network's thread. */
final class SamplingState implements Serializable {
    private static final long serialVersionUID = 1L;
    private final long seed;
    private double klWeight;
    private double kl;

    SamplingState(long seed) {
        this.seed = seed;
    }

    /** Start of the random stream; each step draws its own from it. */
    long seed() {
        return seed;
    }

    /** Weight of one nat of divergence per image in the loss per pixel. */
    double klWeight() {
        return klWeight;
    }

    void klWeight(double value) {
        klWeight = value;
    }

    /** Divergence of the batch just trained, in nats per image. */
    double kl() {
        return kl;
    }

    void kl(double value) {
        kl = value;
    }
}
