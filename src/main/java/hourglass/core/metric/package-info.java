/**
 * Measures that judge a reconstruction, a code or a map: squared error, cross-entropy, principal components as the
 * linear yardstick, nearest neighbours, trustworthiness, and the median filter as the classical denoiser. Everything
 * is pure, deterministic and runs on the caller's thread; whatever may take long asks a {@code BooleanSupplier}
 * whether it is still wanted and otherwise throws {@link java.util.concurrent.CancellationException}. May import:
 * core, core.data. Start reading at {@link hourglass.core.metric.Errors}, then {@link hourglass.core.metric.PcaBasis}.
 */
@NullMarked
package hourglass.core.metric;

import org.jspecify.annotations.NullMarked;
