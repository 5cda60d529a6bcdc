package hourglass.core.plot;

/**
 * A marked place of an axis.
 *
 * @param value where
 * @param label in words, with as many digits as tell it from its neighbours; empty for a minor mark
 */
public record Tick(double value, String label) {}
