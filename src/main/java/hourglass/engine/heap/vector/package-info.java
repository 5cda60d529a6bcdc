/**
 * The products of {@link hourglass.core.Products} in vector registers; the only room that knows the virtual machine's
 * vector module, and compiled apart from the rest because that module is still incubating. May import: core,
 * jdk.incubator.vector. Start reading at {@link hourglass.engine.heap.vector.VectorProducts}.
 */
package hourglass.engine.heap.vector;
