/**
 * The same network and training as the text of a program for another library, to be copied and run. May import: core.spec.
 * Start reading at {@link hourglass.core.spec.listing.Framework}.
 */
@NullMarked
package hourglass.core.spec.listing;

import org.jspecify.annotations.NullMarked;
