package hourglass.core.color;

/**
 * How different two colours look: CIEDE2000 (Sharma, Wu and Dalal 2005) over CIE Lab under D65, and WCAG contrast.
 * A difference of about 1 is just noticeable, 10 is seen at a glance.
 */
public final class ColorDifference {
    private static final double POW_25_7 = Math.pow(25, 7);

    private ColorDifference() {}

    /** CIEDE2000 between two opaque sRGB colours. */
    public static double between(int argb1, int argb2) {
        return ciede2000(lab(argb1), lab(argb2));
    }

    /** Contrast of WCAG 2: {@code (L₁ + 0.05) / (L₂ + 0.05)} of the relative luminances, 1 … 21. */
    public static double contrast(int argb1, int argb2) {
        double first = luminance(argb1) + 0.05;
        double second = luminance(argb2) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    private static double luminance(int argb) {
        double[] rgb = Srgb.linear(argb);
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    }

    /** CIE L*a*b* with the white of D65. */
    static double[] lab(int argb) {
        double[] rgb = Srgb.linear(argb);
        double x = labCurve((0.4124564 * rgb[0] + 0.3575761 * rgb[1] + 0.1804375 * rgb[2]) / 0.95047);
        double y = labCurve(0.2126729 * rgb[0] + 0.7151522 * rgb[1] + 0.0721750 * rgb[2]);
        double z = labCurve((0.0193339 * rgb[0] + 0.1191920 * rgb[1] + 0.9503041 * rgb[2]) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double labCurve(double t) {
        return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }

    /** The formula on two Lab colours, with all weights 1; names as in the paper. */
    static double ciede2000(double[] first, double[] second) {
        double meanC = (Math.hypot(first[1], first[2]) + Math.hypot(second[1], second[2])) / 2;
        double g = 0.5 * (1 - chromaWeight(meanC));
        double a1 = (1 + g) * first[1];
        double a2 = (1 + g) * second[1];
        double c1 = Math.hypot(a1, first[2]);
        double c2 = Math.hypot(a2, second[2]);
        double h1 = hue(a1, first[2]);
        double h2 = hue(a2, second[2]);
        double lightness = second[0] - first[0];
        double chroma = c2 - c1;
        double turn = c1 * c2 == 0 ? 0 : Math.IEEEremainder(h2 - h1, 360);
        double hueStep = 2 * Math.sqrt(c1 * c2) * Math.sin(Math.toRadians(turn / 2));
        return weighted(
                (first[0] + second[0]) / 2, (c1 + c2) / 2, meanHue(h1, h2, c1 * c2), lightness, chroma, hueStep);
    }

    private static double weighted(double meanL, double meanC, double meanH, double dL, double dC, double dH) {
        double t = 1
                - 0.17 * cos(meanH - 30)
                + 0.24 * cos(2 * meanH)
                + 0.32 * cos(3 * meanH + 6)
                - 0.20 * cos(4 * meanH - 63);
        double fromMiddle = (meanL - 50) * (meanL - 50);
        double l = dL / (1 + 0.015 * fromMiddle / Math.sqrt(20 + fromMiddle));
        double c = dC / (1 + 0.045 * meanC);
        double h = dH / (1 + 0.015 * meanC * t);
        double blue = (meanH - 275) / 25;
        double rotation = -2 * chromaWeight(meanC) * Math.sin(Math.toRadians(60 * Math.exp(-blue * blue)));
        return Math.sqrt(l * l + c * c + h * h + rotation * c * h);
    }

    private static double chromaWeight(double c) {
        double power = Math.pow(c, 7);
        return Math.sqrt(power / (power + POW_25_7));
    }

    private static double hue(double a, double b) {
        double degrees = Math.toDegrees(Math.atan2(b, a));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    private static double meanHue(double h1, double h2, double product) {
        if (product == 0) {
            return h1 + h2;
        }
        if (Math.abs(h1 - h2) <= 180) {
            return (h1 + h2) / 2;
        }
        return h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2;
    }

    private static double cos(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }
}
