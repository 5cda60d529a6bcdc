/**
 * What was done by hand and can be taken back: one bounded list of steps for the whole program, each with its name and
 * the two ways. Whoever owns a state says what it takes to bring the state before back. May import: nothing. Start
 * reading at {@link hourglass.session.history.History}.
 */
@NullMarked
package hourglass.session.history;

import org.jspecify.annotations.NullMarked;
