package hourglass.engine.dl4j;

/** A layer at work that holds native memory of its own, which DL4J does not know of. */
interface Releasable {
    /** Frees it; the layer is not used again. */
    void release();
}
