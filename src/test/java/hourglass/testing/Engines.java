package hourglass.testing;

import hourglass.core.Lanes;
import hourglass.engine.dl4j.Dl4jNetworks;
import hourglass.engine.heap.HeapNetworks;
import hourglass.engine.heap.vector.VectorProducts;
import hourglass.engine.model.NetworkFactory;

/** The networks that the program uses, for tests of what is built on them. */
public final class Engines {
    private Engines() {}

    /** On the calling thread alone. */
    public static NetworkFactory networks() {
        return new HeapNetworks(new VectorProducts(), Lanes.ALONE, () -> new Dl4jNetworks().probe());
    }
}
