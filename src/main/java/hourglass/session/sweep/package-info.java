/**
 * Sweeps: one training for each value of a setting and each seed, each in a process of its own that runs {@code train}, with
 * a folder each that is skipped when it is finished and gone on with when it is not. Works on the caller's thread. May
 * import: core.*, engine.model, engine.store, engine.train, session.concurrent, session.data, session.runs, org.slf4j. Start reading at
 * {@link hourglass.session.sweep.SweepPlan}, then {@link hourglass.session.sweep.Sweep}.
 */
@NullMarked
package hourglass.session.sweep;

import org.jspecify.annotations.NullMarked;
