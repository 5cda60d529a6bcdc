/**
 * Maps of codes beside everything else: one thread, a map in slices with copies published after each, series of small
 * maps, and {@link hourglass.session.map.EmbeddingRun} for those who want a map without a thread. It may import
 * {@code core}, {@code engine} and {@code session.concurrent}. Start reading at {@link
 * hourglass.session.map.EmbeddingService}.
 */
@NullMarked
package hourglass.session.map;

import org.jspecify.annotations.NullMarked;
