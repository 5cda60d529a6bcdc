/**
 * Evaluation of networks beside training: one thread, copies of weights, the newest question wins. It may import {@code
 * core}, {@code engine} and {@code session.concurrent}. Start reading at {@link
 * hourglass.session.inference.InferenceService}.
 */
package hourglass.session.inference;
