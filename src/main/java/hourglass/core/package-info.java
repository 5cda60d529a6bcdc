/**
 * The lowest floor: numbers and contracts, each in its own room below; here only what all rooms share, such as what heavy
 * arithmetic is done with. May import:
 * nothing. Start reading at {@link hourglass.core.Identity}.
 */
@NullMarked
package hourglass.core;

import org.jspecify.annotations.NullMarked;
