package hourglass.core.color;

import java.util.List;

/**
 * Ten colours for ten classes, one set per ground, told apart also with protan, deutan and tritan colour vision.
 *
 * <p>Two sets of our own, found by search and measured in the tests: every class stands off its ground by 3 to 1, is far
 * from amber, and keeps its hue from one ground to the other where contrast allows. Beyond ten classes the colours
 * repeat: a class is always also a word.
 */
public enum Palette {
    /** For {@link Ground#DARK}. */
    DARK(
            Ground.DARK,
            0x7193ff,
            0xdffc7b,
            0xbd321d,
            0xffe2da,
            0x8749af,
            0x067467,
            0xec7b00,
            0x9da787,
            0xac8aa2,
            0x70e8fe),
    /** For {@link Ground#LIGHT}. */
    LIGHT(
            Ground.LIGHT,
            0x1001c1,
            0x8e8d71,
            0xb21400,
            0x766262,
            0xc23fff,
            0x3d999b,
            0xcb7a06,
            0x34372f,
            0x45264a,
            0x3b6888);

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
