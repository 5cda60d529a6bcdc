/**
 * Networks on heap arrays: forward and backward pass, loss and Adam of every layer the specifications know, as loops
 * the virtual machine turns into the processor's own vectors. Products come from {@link
 * hourglass.core.Products}; the fast ones live in {@code engine.heap.vector}. May import: core, core.noise,
 * core.spec, engine, engine.model, com.sun.management, org.slf4j. Start reading at {@link
 * hourglass.engine.heap.HeapNetwork}, then {@link hourglass.engine.heap.LayerStep}.
 */
package hourglass.engine.heap;
