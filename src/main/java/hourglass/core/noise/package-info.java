/**
 * Noise on images: Gaussian, salt-and-pepper, masking. Pure, and decided by a seed alone: equal seeds give equal noise
 * on every machine, whatever the order of calls. May import: core.spec. Start reading at {@link
 * hourglass.core.noise.Noise}.
 */
@NullMarked
package hourglass.core.noise;

import org.jspecify.annotations.NullMarked;
