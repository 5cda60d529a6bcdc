/**
 * Maps of codes beside everything else: one thread, a map in slices with copies published after each, series of small
 * maps, and {@link hourglass.session.map.EmbeddingRun} for those who want a map without a thread. May import: core.*,
 * engine, engine.embed, engine.embed.own, engine.embed.smile, engine.model, session.concurrent, org.slf4j. Start reading at {@link
 * hourglass.session.map.EmbeddingService}.
 */
@NullMarked
package hourglass.session.map;

import org.jspecify.annotations.NullMarked;
