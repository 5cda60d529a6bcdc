/**
 * The program's own t-SNE behind {@link hourglass.engine.embed.Embedder}: attraction along near neighbours, repulsion
 * between all pairs by loops the virtual machine turns into the processor's own vectors, spread over lanes. May import:
 * core, core.metric, core.noise, core.spec, engine, engine.embed. Start reading at {@link
 * hourglass.engine.embed.own.OwnTsne}.
 */
@NullMarked
package hourglass.engine.embed.own;

import org.jspecify.annotations.NullMarked;
