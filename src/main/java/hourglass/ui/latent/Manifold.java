package hourglass.ui.latent;

import hourglass.core.latent.Lattice;
import hourglass.session.look.Look;
import hourglass.ui.pictures.ImageTiles;

/** What a network draws at every crossing of some columns and rows of the plane. Immutable. */
final class Manifold {
    private final Look look;
    private final Lattice lattice;
    private final ImageTiles images;

    Manifold(Look look, Lattice lattice, ImageTiles images) {
        this.look = look;
        this.lattice = lattice;
        this.images = images;
    }

    Look look() {
        return look;
    }

    Lattice lattice() {
        return lattice;
    }

    /** Row by row from the top. */
    ImageTiles images() {
        return images;
    }
}
