/**
 * The only room that knows Smile: its t-SNE behind {@link hourglass.engine.embed.Embedder}, with its traps covered.
 * May import: core.spec, engine, engine.embed, smile. Start reading at {@link hourglass.engine.embed.smile.SmileTsne}.
 */
@NullMarked
package hourglass.engine.embed.smile;

import org.jspecify.annotations.NullMarked;
