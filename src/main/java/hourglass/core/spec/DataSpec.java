package hourglass.core.spec;

/**
 * Which data an experiment is about.
 *
 * @param name as the window calls it
 * @param fingerprint {@link hourglass.core.data.DataSet#fingerprint()}; empty where not yet known
 */
public record DataSpec(String name, String fingerprint) {}
