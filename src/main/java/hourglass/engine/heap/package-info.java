/**
 * Networks on heap arrays: forward and backward pass, loss and Adam of every layer the specifications know, as loops the
 * virtual machine turns into the processor's own vectors. Products come from {@link hourglass.engine.heap.Products}; the
 * fast ones live in {@code engine.heap.vector}. It may import {@code core} and {@code engine.model}. Start reading at
 * {@link hourglass.engine.heap.HeapNetwork}, then {@link hourglass.engine.heap.LayerStep}.
 */
package hourglass.engine.heap;
