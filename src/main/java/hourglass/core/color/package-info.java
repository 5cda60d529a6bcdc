/**
 * Colours as numbers: packing, the ten class colours, grey and signed-error maps, and the measures that prove them
 * apart for every kind of colour vision. No toolkit: a colour is an {@code int}, {@code 0xAARRGGBB}. May import:
 * nothing. Start reading at {@link hourglass.core.color.Palette}.
 */
@NullMarked
package hourglass.core.color;

import org.jspecify.annotations.NullMarked;
