package hourglass.core.color;

import java.util.List;

/**
 * Ten colours for ten classes, one set per ground, told apart also with protan, deutan and tritan colour vision.
 *
 * <p>For the light ground Petroff's ten (2021, arXiv 2107.02270), to be drawn with an outline; for the dark ground a
 * set of our own, found by search. Beyond ten classes the colours repeat: a class is always also a word.
 */
public enum Palette {
    /** For {@link Ground#DARK}. */
    DARK(
            Ground.DARK,
            0x6b96ff,
            0xffc24a,
            0xac3b0b,
            0x909ca0,
            0x851cec,
            0x846259,
            0xe06a0e,
            0xb5b08b,
            0x5e6c81,
            0x08edf4),
    /** For {@link Ground#LIGHT}. */
    LIGHT(
            Ground.LIGHT,
            0x3f90da,
            0xffa90e,
            0xbd1f01,
            0x94a4a2,
            0x832db6,
            0xa96b59,
            0xe76300,
            0xb9ac70,
            0x717581,
            0x92dadd);

    private final Ground ground;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of numbers
    private final List<Integer> colors;

    Palette(Ground ground, Integer... rgb) {
        this.ground = ground;
        colors = List.of(rgb).stream().map(Argb::opaque).toList();
    }

    /** The palette for a ground. */
    public static Palette on(Ground ground) {
        return ground == Ground.DARK ? DARK : LIGHT;
    }

    /** The ground it is made for. */
    public Ground ground() {
        return ground;
    }

    /** Colour of a class, opaque; {@code label} 0 or more. */
    public int color(int label) {
        return colors.get(label % colors.size());
    }
}
