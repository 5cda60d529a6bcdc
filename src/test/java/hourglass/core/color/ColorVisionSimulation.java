package hourglass.core.color;

/**
 * How a colour looks without one of the three cones. Both models work on amounts of light: Machado, Oliveira and
 * Fernandes (2009) at full severity, and Viénot, Brettel and Mollon (1999), which has no tritan form.
 */
public enum ColorVisionSimulation {
    /** All three cones. */
    NORMAL(1, 0, 0, 0, 1, 0, 0, 0, 1),
    /** No long-wave cones, Machado. */
    PROTAN_MACHADO(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
    /** No middle-wave cones, Machado. */
    DEUTAN_MACHADO(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
    /** No short-wave cones, Machado. */
    TRITAN_MACHADO(1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900),
    /** No long-wave cones, Viénot: the paper's three steps multiplied out. */
    PROTAN_VIENOT(0.112382, 0.887618, 0, 0.112382, 0.887618, 0, 0.004006, -0.004006, 1),
    /** No middle-wave cones, Viénot: the paper's three steps multiplied out. */
    DEUTAN_VIENOT(0.292750, 0.707250, 0, 0.292750, 0.707250, 0, -0.022336, 0.022336, 1);

    @SuppressWarnings("ImmutableEnumChecker") // never written, never handed out
    private final double[] matrix;

    ColorVisionSimulation(double... matrix) {
        this.matrix = matrix;
    }

    /** The opaque colour that looks to everybody as {@code argb} looks to these eyes. */
    public int apply(int argb) {
        if (this == NORMAL) {
            return Argb.opaque(argb & 0xffffff);
        }
        double[] rgb = Srgb.linear(argb);
        return Srgb.ofLinear(row(0, rgb), row(3, rgb), row(6, rgb));
    }

    private double row(int from, double[] rgb) {
        return matrix[from] * rgb[0] + matrix[from + 1] * rgb[1] + matrix[from + 2] * rgb[2];
    }
}
