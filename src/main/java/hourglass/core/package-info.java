/**
 * The lowest floor: numbers and contracts, each in its own room below; here only what all rooms share. Imports java.*
 * only. Start reading at {@link hourglass.core.Identity}.
 */
@NullMarked
package hourglass.core;

import org.jspecify.annotations.NullMarked;
