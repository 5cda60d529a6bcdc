/**
 * Maps of codes: {@link hourglass.engine.embed.Embedder} is the contract of a map that moves step by step, {@link
 * hourglass.engine.embed.StratifiedSample} chooses what is on it. May import: core.*, engine. Start reading at {@link
 * hourglass.engine.embed.Embedder}.
 */
@NullMarked
package hourglass.engine.embed;

import org.jspecify.annotations.NullMarked;
