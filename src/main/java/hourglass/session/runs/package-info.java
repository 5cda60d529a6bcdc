/**
 * Runs that can be looked at again: each a folder as {@code train} writes it, with its settings, curve, pictures and
 * weights. The window's own are written here as they end, those of the command line and of sweeps are read. What was
 * learnt and not saved is not this room's business but that of {@link hourglass.session.run.Keeper}. May import: core.*,
 * engine.model, engine.store, engine.train, session.concurrent, session.run, org.slf4j. Start reading at {@link
 * hourglass.session.runs.RunRecord}, then {@link hourglass.session.runs.RunStore}.
 */
@NullMarked
package hourglass.session.runs;

import org.jspecify.annotations.NullMarked;
