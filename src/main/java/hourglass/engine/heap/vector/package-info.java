/**
 * The products of {@link hourglass.engine.heap} in vector registers; the only room that knows the virtual machine's
 * vector module, and compiled apart from the rest because that module is still incubating. May import: engine.heap,
 * jdk.incubator.vector. Start reading at {@link hourglass.engine.heap.vector.VectorProducts}.
 */
package hourglass.engine.heap.vector;
