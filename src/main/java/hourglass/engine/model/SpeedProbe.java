package hourglass.engine.model;

import hourglass.core.spec.Experiment;
import java.util.Optional;

/** What a measurement of speed holds our own against, on this machine and in the same run. */
public interface SpeedProbe {
    /**
     * The most floating point operations per second that one thread was seen to do in single precision, by whatever
     * means; measured now, which takes up to a second.
     */
    double peak();

    /** What computes our networks, in words for people, such as "8 floats at a time". */
    String kernels();

    /**
     * The same network of the library's own layers and updater; empty where the library has none that computes the same.
     * Made and used on one thread.
     */
    Optional<Stock> stock(Experiment experiment);

    /** A network of the library's own layers. Owned by one thread. */
    interface Stock extends AutoCloseable {
        /**
         * One step of the optimiser on one batch.
         *
         * @param inputs {@code [n × inputSize]}
         * @param targets {@code [n × inputSize]}
         * @param n images in the batch
         */
        void fit(float[] inputs, float[] targets, int n);

        /** Releases native memory. */
        @Override
        void close();
    }
}
