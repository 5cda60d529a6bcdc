package hourglass.ui.latent;

import hourglass.core.latent.Lattice;
import hourglass.ui.pictures.ImageTiles;

/** What a network draws at every crossing of some columns and rows of the plane. Immutable. */
final class Manifold {
    private final Subject subject;
    private final Lattice lattice;
    private final ImageTiles images;

    Manifold(Subject subject, Lattice lattice, ImageTiles images) {
        this.subject = subject;
        this.lattice = lattice;
        this.images = images;
    }

    Subject subject() {
        return subject;
    }

    Lattice lattice() {
        return lattice;
    }

    /** Row by row from the top. */
    ImageTiles images() {
        return images;
    }
}
