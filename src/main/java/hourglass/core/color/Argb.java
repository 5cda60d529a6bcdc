package hourglass.core.color;

/** Colours packed as {@code 0xAARRGGBB}, not premultiplied, in sRGB. */
public final class Argb {
    private Argb() {}

    /** Opaque, of a number {@code 0xRRGGBB}. */
    public static int opaque(int rgb) {
        return 0xff000000 | rgb;
    }

    /** Opaque, of channels 0 … 1; what lies beyond is cut off, NaN is 0. */
    public static int ofUnit(double red, double green, double blue) {
        return opaque((toByte(red) << 16) | (toByte(green) << 8) | toByte(blue));
    }

    /** The same colour with another opacity, 0 … 255. */
    public static int withAlpha(int argb, int alpha) {
        return (argb & 0xffffff) | (check(alpha) << 24);
    }

    /** Opacity, 0 … 255. */
    public static int alpha(int argb) {
        return argb >>> 24;
    }

    /** Red, 0 … 255. */
    public static int red(int argb) {
        return argb >> 16 & 0xff;
    }

    /** Green, 0 … 255. */
    public static int green(int argb) {
        return argb >> 8 & 0xff;
    }

    /** Blue, 0 … 255. */
    public static int blue(int argb) {
        return argb & 0xff;
    }

    /** Rec. 601 brightness, 0 … 1, laid over black where it is transparent. */
    public static float brightness(int argb) {
        return (float) (alpha(argb) / 255.0 * (0.299 * red(argb) + 0.587 * green(argb) + 0.114 * blue(argb)) / 255);
    }

    private static int toByte(double unit) {
        return (int) (Math.max(0, Math.min(1, Double.isNaN(unit) ? 0 : unit)) * 255 + 0.5);
    }

    private static int check(int channel) {
        if (channel < 0 || channel > 255) {
            throw new IllegalArgumentException("expected a channel from 0 to 255, got " + channel);
        }
        return channel;
    }
}
