package hourglass.ui.scatter;

/** What a point is drawn as. */
public enum PointLook {
    /** A disc in the colour of the class. */
    DOTS,
    /** The small image itself, in the colour of the class. */
    IMAGES;

    /** Radius of a disc in pixels: smaller where many share little room, larger again when one comes nearer. */
    static double radius(int points, Viewport view) {
        double room = Math.sqrt(view.width() * view.height() / Math.max(1, points));
        return Math.rint(Math.max(1.5, Math.min(5, room * 0.2)) * 4) / 4;
    }

    /** Side of an image in pixels, such that each of its pixels is a half, one or two on the screen. */
    static double imageSide(ScatterPoints points, Viewport view) {
        double across = Math.max(1e-9, Math.max(points.maxX() - points.minX(), points.maxY() - points.minY()));
        double room = view.scale() * across / Math.sqrt(Math.max(1, points.size()));
        int whole = Math.max(points.images().imageWidth(), points.images().imageHeight());
        double factor = room < whole ? 0.5 : room < 2.2 * whole ? 1 : 2;
        return whole * factor;
    }
}
