package hourglass.ui.latent;

import hourglass.core.latent.LatentPlane;
import hourglass.core.latent.Lattice;
import hourglass.core.latent.Spot;
import hourglass.session.look.Look;

/** A plane through the codes of one network. Immutable. */
final class Cut {
    private final Look look;
    private final LatentPlane plane;

    Cut(Look look, LatentPlane plane) {
        this.look = look;
        this.plane = plane;
    }

    Look look() {
        return look;
    }

    int dimension() {
        return plane.dimension();
    }

    /** The parallel plane through another code. */
    Cut through(float[] code) {
        return new Cut(look, plane.withBase(code));
    }

    float[] base() {
        return plane.base();
    }

    float[] codeAt(Spot spot) {
        return plane.codeAt(spot.x(), spot.y());
    }

    Spot spotOf(float[] code) {
        double[] place = plane.project(code);
        return new Spot(place[0], place[1]);
    }

    /** Codes of all crossings, row by row from the top. */
    float[] codes(Lattice lattice) {
        return plane.codesAt(lattice.places());
    }

    /** Standard deviations of an image's distribution along both axes of the plane. */
    Spot spread(Picked picked) {
        float[] origin = plane.codeAt(0, 0);
        return new Spot(along(picked, plane.codeAt(1, 0), origin), along(picked, plane.codeAt(0, 1), origin));
    }

    private static double along(Picked picked, float[] end, float[] origin) {
        double variance = 0;
        for (int d = 0; d < end.length; d++) {
            double part = (end[d] - origin[d]) * picked.deviation(d);
            variance += part * part;
        }
        return Math.sqrt(variance);
    }
}
