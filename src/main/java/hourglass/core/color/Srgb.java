package hourglass.core.color;

/** The transfer curve of sRGB (IEC 61966-2-1) between stored channels and amounts of light. */
final class Srgb {
    private Srgb() {}

    /** Red, green and blue light, 0 … 1 each. */
    static double[] linear(int argb) {
        return new double[] {light(Argb.red(argb)), light(Argb.green(argb)), light(Argb.blue(argb))};
    }

    /** Packed, opaque; what lies outside the gamut is cut off. */
    static int ofLinear(double red, double green, double blue) {
        return Argb.ofUnit(stored(red), stored(green), stored(blue));
    }

    private static double light(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static double stored(double light) {
        return light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
    }
}
