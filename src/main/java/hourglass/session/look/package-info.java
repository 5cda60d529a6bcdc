/**
 * What a view looks at: one {@link hourglass.session.look.Look}, what there is to choose from, following the training and
 * leaving it, and one rule for "the same run". Everything in it belongs to the thread that ticks; no room of {@code
 * session} knows it. May import: core.*, engine.model, session.concurrent, session.data, session.measure,
 * session.project, session.run. Start reading at {@link hourglass.session.look.Chooser}.
 */
@NullMarked
package hourglass.session.look;

import org.jspecify.annotations.NullMarked;
