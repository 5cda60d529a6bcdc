package hourglass.core.spec;

import java.util.Optional;

/**
 * Which data an experiment is about.
 *
 * @param name as the window calls it
 * @param fingerprint {@link hourglass.core.data.DataSet#fingerprint()} of all of them; empty where not yet known
 * @param without class that is left out of training and of its test images, to see whether the network finds it odd
 *     afterwards; usually empty
 */
public record DataSpec(String name, String fingerprint, Optional<String> without) {
    /** All classes. */
    public DataSpec(String name, String fingerprint) {
        this(name, fingerprint, Optional.empty());
    }

    /** The same choice of classes from other data. */
    public DataSpec of(String otherName, String otherFingerprint) {
        return new DataSpec(otherName, otherFingerprint, without);
    }

    /** The same data without a class, or with all. */
    public DataSpec without(Optional<String> className) {
        return new DataSpec(name, fingerprint, className);
    }
}
