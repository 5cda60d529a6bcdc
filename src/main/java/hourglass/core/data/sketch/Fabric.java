package hourglass.core.data.sketch;

/** Brightness by place in garment space, 0 (black) to 1 (white). */
@FunctionalInterface
interface Fabric {
    /** Brightness at a point. */
    float at(float x, float y);

    /** The same brightness everywhere. */
    static Fabric flat(double value) {
        float v = (float) Math.max(0, Math.min(1, value));
        return (x, y) -> v;
    }

    /** This one, brighter (above 1) or darker (below 1). */
    default Fabric times(double factor) {
        float f = (float) factor;
        return (x, y) -> Math.min(1, at(x, y) * f);
    }
}
