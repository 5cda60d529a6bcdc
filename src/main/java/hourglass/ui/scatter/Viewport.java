package hourglass.ui.scatter;

/**
 * Which part of the plane is seen; a unit is as long across as up. Immutable.
 *
 * @param centreX what lies in the middle
 * @param centreY what lies in the middle; larger is higher on the screen
 * @param scale pixels per unit
 * @param width pixels of the place
 * @param height pixels of the place
 */
public record Viewport(double centreX, double centreY, double scale, double width, double height) {
    private static final double MIN_SCALE = 1e-9;
    private static final double MAX_SCALE = 1e12;

    /** Keeps the scale within what can be drawn. */
    public Viewport {
        scale = Double.isFinite(scale) ? Math.max(MIN_SCALE, Math.min(MAX_SCALE, scale)) : 1;
    }

    /** Shows a rectangle of the plane whole, {@code margin} pixels from the edges. */
    public static Viewport showing(
            double minX, double minY, double maxX, double maxY, double width, double height, double margin) {
        double across = Math.max(1e-9, maxX - minX);
        double up = Math.max(1e-9, maxY - minY);
        double fitting = Math.min(Math.max(1, width - 2 * margin) / across, Math.max(1, height - 2 * margin) / up);
        return new Viewport((minX + maxX) / 2, (minY + maxY) / 2, fitting, width, height);
    }

    /** Pixels from the left. */
    public double screenX(double x) {
        return width / 2 + (x - centreX) * scale;
    }

    /** Pixels from the top. */
    public double screenY(double y) {
        return height / 2 - (y - centreY) * scale;
    }

    /** What lies under a pixel. */
    public double dataX(double screenX) {
        return centreX + (screenX - width / 2) / scale;
    }

    /** What lies under a pixel. */
    public double dataY(double screenY) {
        return centreY - (screenY - height / 2) / scale;
    }

    /** Nearer by {@code factor}, with what lies under a pixel staying there. */
    public Viewport zoomed(double factor, double screenX, double screenY) {
        Viewport nearer = new Viewport(centreX, centreY, scale * factor, width, height);
        return new Viewport(
                centreX + dataX(screenX) - nearer.dataX(screenX),
                centreY + dataY(screenY) - nearer.dataY(screenY),
                nearer.scale,
                width,
                height);
    }

    /** Moved along with the hand by so many pixels. */
    public Viewport panned(double right, double down) {
        return new Viewport(centreX - right / scale, centreY + down / scale, scale, width, height);
    }

    /** The same middle and scale in a place of another size. */
    public Viewport resized(double newWidth, double newHeight) {
        return new Viewport(centreX, centreY, scale, newWidth, newHeight);
    }
}
