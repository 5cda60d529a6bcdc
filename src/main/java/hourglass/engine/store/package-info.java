/**
 * Everything that outlives the program: model files (safetensors), experiments and reports as JSON, saves that cannot
 * destroy what they replace, and autosaves in three generations. Whatever is read is treated as hostile: sizes are
 * checked before memory is taken, nothing but numbers and text comes out, and a refusal is one sentence. Nothing here
 * starts a thread or knows the time of day; all calls work on the caller's thread. May import: core.data, core.spec,
 * engine.model, com.fasterxml.jackson, org.slf4j. Start reading at {@link hourglass.engine.store.ModelStore}, then
 * {@link hourglass.engine.store.AtomicFile} and {@link hourglass.engine.store.ModelFile}.
 */
@NullMarked
package hourglass.engine.store;

import org.jspecify.annotations.NullMarked;
