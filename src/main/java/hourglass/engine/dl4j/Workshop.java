package hourglass.engine.dl4j;

import hourglass.core.Lanes;

/** The lanes the layers of one network share, and how many of them it uses. Owned by the network's thread. */
final class Workshop {
    private final Lanes lanes;
    private int used = 1;

    Workshop(Lanes lanes) {
        this.lanes = lanes;
    }

    int most() {
        return lanes.most();
    }

    void use(int count) {
        used = count;
    }

    void each(int pieces, Lanes.Piece work) {
        lanes.each(pieces, used, work);
    }
}
