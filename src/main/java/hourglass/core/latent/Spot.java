package hourglass.core.latent;

/** A place in the plane of codes. */
public record Spot(double x, double y) {
    /** Whether both coordinates are numbers. */
    public boolean isFinite() {
        return Double.isFinite(x) && Double.isFinite(y);
    }

    /** On the way to {@code other}: 0 here, 1 there. */
    public Spot towards(Spot other, double share) {
        return new Spot(x + share * (other.x - x), y + share * (other.y - y));
    }
}
