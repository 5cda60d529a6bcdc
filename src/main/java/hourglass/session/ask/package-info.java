/**
 * Evaluation of networks beside training: one thread, copies of weights, the newest question wins, long work in
 * portions. Late answers are dropped by the slot that was asked. May import: core, core.spec, engine, engine.model,
 * session.concurrent, org.slf4j. Start reading at {@link hourglass.session.ask.InferenceService}, then {@link
 * hourglass.session.ask.InferenceSlot}.
 */
@NullMarked
package hourglass.session.ask;

import org.jspecify.annotations.NullMarked;
